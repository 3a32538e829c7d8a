using CommerceBot.Runtime;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Deletes some rows of the inbox by their numbers, each only if it is done and old.</summary>
internal sealed class DeleteArrivalsWrite(IReadOnlyList<long> rows, DateTimeOffset before) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        foreach (var seq in rows)
        {
            // The newest row stays whatever its age: its number must not be given again.
            session["DELETE FROM inbox WHERE seq = ?1 AND handled = 1 AND received < ?2 AND seq < (SELECT max(seq) FROM inbox)"]
                .Bind(1, seq).Bind(2, before.ToUnixTimeMilliseconds()).Execute();
        }

        return true;
    }
}

/// <summary>Deletes some of what was not understood and is old; false when nothing was left.</summary>
internal sealed class DeleteUnclearWrite(DateTimeOffset before) : Write<bool>
{
    private bool _any;

    protected override bool Result => _any;

    protected override bool Apply(Session session)
    {
        _any = session["DELETE FROM unclear_utterance WHERE id IN (SELECT id FROM unclear_utterance WHERE at < ?1 LIMIT 200)"]
            .Bind(1, before.ToUnixTimeMilliseconds()).Execute() > 0;
        return true;
    }
}

/// <summary>Deletes some old messages of chats, and chats in which only the bot spoke for as long; false when nothing was left.</summary>
internal sealed class DeleteChatsWrite(DateTimeOffset before) : Write<bool>
{
    private bool _any;

    protected override bool Result => _any;

    protected override bool Apply(Session session)
    {
        var gone = session["DELETE FROM chat_message WHERE id IN (SELECT id FROM chat_message WHERE at < ?1 LIMIT 200)"]
            .Bind(1, before.ToUnixTimeMilliseconds()).Execute();
        gone += session["DELETE FROM chat WHERE id IN (SELECT id FROM chat WHERE state = 0 AND touched < ?1 LIMIT 200)"]
            .Bind(1, before.ToUnixTimeMilliseconds()).Execute();
        _any = gone > 0;
        return true;
    }
}

/// <summary>Deletes some rows of the outbox, each only if it is done and old.</summary>
internal sealed class DeleteCallsWrite(IReadOnlyList<OutboxId> rows, DateTimeOffset before) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        foreach (var id in rows)
        {
            session["DELETE FROM outbox WHERE seq = ?1 AND n = ?2 AND state IN (1, 3) AND created < ?3"]
                .Bind(1, id.Seq).Bind(2, id.Place).Bind(3, before.ToUnixTimeMilliseconds()).Execute();
        }

        return true;
    }
}

/// <summary>
/// Forgets a conversation: where it is, its states, its cart and its half-filled order. Nothing happens when somebody wrote
/// in it meanwhile.
/// </summary>
internal sealed class ForgetLaneWrite(string lane, ConversationReference reference, DateTimeOffset before) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        var gone = session["DELETE FROM lane WHERE id = ?1 AND seen < ?2 AND NOT EXISTS (SELECT 1 FROM timer WHERE lane = ?1)"]
            .Bind(1, lane).Bind(2, before.ToUnixTimeMilliseconds()).Execute();
        if (gone == 0)
            return true;
        session["DELETE FROM chat WHERE lane = ?1"].Bind(1, lane).Execute();
        session["DELETE FROM chat_message WHERE lane = ?1"].Bind(1, lane).Execute();
        session["DELETE FROM state WHERE key = ?1"].Bind(1, $"{reference.ChannelId}/conversations/{reference.Conversation?.Id}").Execute();
        // A person may speak in other conversations: a state that was written lately stays. Its version begins with its row.
        session["DELETE FROM state WHERE key = ?1 AND version >> 16 < (SELECT min(seq) FROM inbox)"]
            .Bind(1, $"{reference.ChannelId}/users/{reference.User?.Id}").Execute();
        foreach (var shopper in (string[])[lane, $"{lane}:{reference.User?.Id}"])
        {
            session["DELETE FROM cart WHERE shopper = ?1"].Bind(1, shopper).Execute();
            session["DELETE FROM draft WHERE shopper = ?1"].Bind(1, shopper).Execute();
        }

        return true;
    }
}

/// <summary>Gives some free pages back to the disk; answers whether there were more than the next days will fill again.</summary>
internal sealed class ShrinkWrite : Write<bool>
{
    private const int FewestKept = 256;
    private const int KeptShare = 20;

    private bool _more;

    protected override bool Result => _more;

    protected override bool Apply(Session session)
    {
        _more = Ask(session, "PRAGMA freelist_count") > Math.Max(FewestKept, Ask(session, "PRAGMA page_count") / KeptShare);
        if (_more)
            session.Run("PRAGMA incremental_vacuum(256)");
        return true;
    }

    private static long Ask(Session session, string pragma)
    {
        var query = session[pragma];
        query.Step();
        var number = query.Int64(0);
        query.Reset();
        return number;
    }
}

/// <summary>Changes the database, and nothing that anybody reads.</summary>
internal sealed class MarkWrite(DateTimeOffset now) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        Database.WriteMeta(session, "written", now.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }
}
