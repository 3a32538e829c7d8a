using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Ends an outbox row; its answer becomes an inbox row of the same lane in the same transaction.</summary>
internal sealed class CompleteWrite(RowContext context, OutboxCompletion closing) : Write<bool>
{
    private readonly byte[]? _answer = closing.Answer is { } answer ? context.Encryptor.Encrypt(answer.Body.Span) : null;
    private long? _answered;

    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        var state = closing.Dead ? OutboxState.Dead : OutboxState.Done;
        OutboxStatements.Close(session, closing.Row.Id, state, closing.ChannelId, closing.Reason, closing.Now);
        _answered = null;
        if (closing.Answer is { Arrival: var message } stored)
            _answered = InboxStatements.TryInsert(session, message.Key, message.Lane, message.Kind, _answer, stored.Received);
        return true;
    }

    protected override void Committed()
    {
        if (_answered is { } seq && closing.Answer is { Arrival: var message } stored)
            context.Arrived(new InboxRow(seq, message.Lane, message.Kind, stored.Body, stored.Received, 0));
    }
}

/// <summary>Puts an outbox row off until later.</summary>
internal sealed class PostponeWrite(OutboxId id, int attempts, DateTimeOffset notBefore, string reason) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        session["UPDATE outbox SET attempts = ?3, not_before = ?4, reason = ?5 WHERE seq = ?1 AND n = ?2 AND state = 0"]
            .Bind(1, id.Seq).Bind(2, id.Place).Bind(3, attempts).Bind(4, notBefore.ToUnixTimeMilliseconds()).Bind(5, reason).Execute();
        return true;
    }
}

/// <summary>Stores an echo, handled at once, and marks the message that it copies.</summary>
internal sealed class EchoWrite(RowContext context, MessageEcho echo, DateTimeOffset now) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        if (InboxStatements.TryInsert(session, echo.Key, echo.Lane, RowKind.Echo, null, now, handled: true) is not null)
            OutboxStatements.Close(session, echo.Message, OutboxState.Done, echo.ChannelId, "echo", now);
        return true;
    }

    protected override void Committed() => context.Sink?.EchoSeen(echo.Message);
}
