namespace CommerceBot.Simulator.Email;

/// <summary>A mail in the mailbox to which mails come back.</summary>
/// <param name="Id">Unique in the mailbox, and higher than of those before.</param>
internal sealed record ReturnedMail(uint Id, byte[] Raw, bool Seen);

/// <summary>The mailbox to which mails come back. In memory only; a new process has a new, empty one.</summary>
internal sealed class ReturnedMails(TimeProvider time)
{
    private const int Most = 1000;

    private readonly Lock _lock = new();
    private readonly List<ReturnedMail> _mails = [];
    private uint _last;

    /// <summary>Ids of another value are of another mailbox (RFC 9051, 2.3.1.1).</summary>
    public uint Validity { get; } = (uint)time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>The id that the next mail gets.</summary>
    public uint Next
    {
        get
        {
            lock (_lock)
                return _last + 1;
        }
    }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ReturnedMail> All
    {
        get
        {
            lock (_lock)
                return [.. _mails];
        }
    }

    public uint Add(byte[] raw)
    {
        lock (_lock)
        {
            _mails.Add(new ReturnedMail(++_last, raw, Seen: false));
            if (_mails.Count > Most)
                _mails.RemoveAt(0);
            return _last;
        }
    }

    public void Mark(uint id, bool seen)
    {
        lock (_lock)
            if (_mails.FindIndex(mail => mail.Id == id) is >= 0 and var at)
                _mails[at] = _mails[at] with { Seen = seen };
    }
}
