using CommerceBot.Mails;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Rows;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite;

/// <summary>The inbox of a host in another process: a row is put into it, and what comes of the row is looked at.</summary>
internal sealed class ExternalInbox(Database database, FieldEncryptor encryptor, TimeProvider time)
{
    /// <summary>Appends a command's row to a lane, and answers its number.</summary>
    /// <exception cref="InvalidOperationException">The key is known: it must be a new one.</exception>
    public long Append(string key, string lane, Activity activity)
    {
        using var session = database.OpenSession();
        return InboxStatements.TryInsert(
                session, key, lane, RowKind.Command, encryptor.Encrypt(SchemaJson.Write(activity)), time.GetUtcNow())
            ?? throw new InvalidOperationException($"The key '{key}' was there before.");
    }

    /// <summary>How the row ended; null while it waits.</summary>
    public RowOutcome? OutcomeOf(long seq)
    {
        using var session = database.OpenSession();
        return Outcomes.Read(session, encryptor, seq);
    }

    /// <summary>
    /// What became of the messages that the row's turn wrote: of a dead one first, then of one that still waits; null when it
    /// wrote none. Calls about money are no messages, and mails are asked for by <see cref="MailOf"/>.
    /// </summary>
    public MessageFate? MessageOf(long seq)
    {
        using var session = database.OpenSession();
        return FateOf(session["""
            SELECT state, reason FROM outbox WHERE seq = ?1 AND state <> ?2 AND order_id IS NULL
            ORDER BY state = ?3 DESC, state = ?4 DESC LIMIT 1
            """], seq);
    }

    /// <summary>What became of the mails to the shopper that the row's turn wrote; null when it wrote none.</summary>
    public MessageFate? MailOf(long seq)
    {
        using var session = database.OpenSession();
        return FateOf(session["""
            SELECT state, reason FROM outbox WHERE seq = ?1 AND state <> ?2 AND kind = ?5
            ORDER BY state = ?3 DESC, state = ?4 DESC LIMIT 1
            """].Bind(5, MailKinds.Shopper), seq);
    }

    private static MessageFate? FateOf(PreparedStatement query, long seq)
    {
        query.Bind(1, seq).Bind(2, (long)OutboxState.Response).Bind(3, (long)OutboxState.Dead).Bind(4, (long)OutboxState.Waiting);
        var fate = query.Step() ? new MessageFate((OutboxState)query.Int32(0), query.TextOrNull(1)) : null;
        query.Reset();
        return fate;
    }
}

/// <summary>How far a message came.</summary>
/// <param name="Reason">Why it did not come further; null when nothing is known.</param>
internal sealed record MessageFate(OutboxState State, string? Reason);
