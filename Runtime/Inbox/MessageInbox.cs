using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Inbox;

/// <summary>
/// The only way in. Redacts card numbers, stores under a unique key, and only then answers: what an endpoint acknowledges
/// is on the disk.
/// </summary>
public sealed class MessageInbox(IRuntimeStore store, TimeProvider time, Backlog? backlog = null)
{
    /// <summary>Stores all of them or none. Known keys are answered as duplicates and change nothing.</summary>
    public async Task<AppendResult[]> AppendAsync(IReadOnlyList<IncomingMessage> messages, CancellationToken cancellationToken)
    {
        if (backlog is not null)
            await backlog.WaitForSpaceAsync(cancellationToken);
        var now = time.GetUtcNow();
        var stored = new NewInboxRow[messages.Count];
        for (var i = 0; i < stored.Length; i++)
            stored[i] = Prepare(messages[i], now);
        return await store.AppendAsync(stored, cancellationToken);
    }

    /// <summary>Stores an echo as handled; the message that it copies counts as sent.</summary>
    public Task EchoAsync(MessageEcho echo, CancellationToken cancellationToken) =>
        store.EchoAsync(echo, time.GetUtcNow(), cancellationToken);

    /// <summary>The answer of a call, made ready to be stored with the call's end.</summary>
    public NewInboxRow Answer(OutboxRow row, Activity answer) =>
        Prepare(new IncomingMessage($"answer:{row.PublicId}", row.Lane, RowKind.Answer, answer), time.GetUtcNow());

    private static NewInboxRow Prepare(IncomingMessage message, DateTimeOffset now)
    {
        if (message.Kind == RowKind.Message)
            CardNumbers.Redact(message.Activity);
        return new NewInboxRow(message, ActivityBytes.Write(message.Activity), now);
    }
}
