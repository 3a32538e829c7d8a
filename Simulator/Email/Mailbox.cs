using MimeKit;

namespace CommerceBot.Simulator.Email;

/// <summary>A mail that was taken.</summary>
/// <param name="To">The recipients of the envelope.</param>
internal sealed record ReceivedMail(long Id, DateTimeOffset At, string From, IReadOnlyList<string> To, MimeMessage Message, byte[] Raw);

/// <summary>What stays known of a mail when the mailbox holds newer ones only.</summary>
internal sealed record MailEnvelope(string MessageId, IReadOnlyList<string> To);

/// <summary>Every mail that was taken, whoever it is for. In memory only: what anybody was written is never put on the disk.</summary>
internal sealed class Mailbox(TimeProvider time)
{
    private const int Most = 2000;
    private const int MostEnvelopes = 200_000;

    private readonly Lock _lock = new();
    private readonly Queue<ReceivedMail> _mails = new();
    private readonly Queue<MailEnvelope> _envelopes = new();
    private long _last;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ReceivedMail> All
    {
        get
        {
            lock (_lock)
                return [.. _mails.Reverse()];
        }
    }

    /// <summary>Of every mail that came since the start, or since the mailbox was emptied; the oldest first.</summary>
    public IReadOnlyList<MailEnvelope> Envelopes
    {
        get
        {
            lock (_lock)
                return [.. _envelopes];
        }
    }

    public ReceivedMail? Find(long id)
    {
        lock (_lock)
            return _mails.FirstOrDefault(mail => mail.Id == id);
    }

    public void Add(string from, IReadOnlyList<string> to, MimeMessage message, byte[] raw)
    {
        lock (_lock)
        {
            _mails.Enqueue(new ReceivedMail(++_last, time.GetUtcNow(), from, to, message, raw));
            if (_mails.Count > Most)
                _mails.Dequeue();
            _envelopes.Enqueue(new MailEnvelope(message.MessageId ?? "", to));
            if (_envelopes.Count > MostEnvelopes)
                _envelopes.Dequeue();
        }
    }

    public void Empty()
    {
        lock (_lock)
        {
            _mails.Clear();
            _envelopes.Clear();
        }
    }
}
