using System.Security.Cryptography;
using System.Text.Json;
using CommerceBot.Chats;
using CommerceBot.Desk.Chats;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteChatQueries(DeskReader reader, FieldEncryptor encryptor) : IChatQueries
{
    private const int MostOfAList = 100;
    private const int MostOfTheBot = 20;
    private const int MostLines = 100;

    public Task<ChatLists> ListAsync(string person, CancellationToken cancellationToken) => reader.ReadAsync(session =>
    {
        var taken = Rows(session, "state = 2", "touched DESC", MostOfAList);
        return new ChatLists(
            Rows(session, "state = 1", "since", MostOfAList),
            [.. taken.Where(row => row.Chat.PersonId == person)],
            [.. taken.Where(row => row.Chat.PersonId != person), .. Rows(session, "state = 3", "touched DESC", MostOfAList)],
            Rows(session, "state = 0", "touched DESC", MostOfTheBot),
            Recent(session));
    }, cancellationToken);

    public Task<ChatDetails?> FindAsync(long id, CancellationToken cancellationToken) => reader.ReadAsync<ChatDetails?>(session =>
        Rows(session, FormattableString.Invariant($"id = {id}"), "id", 1) is [var row]
            ? new ChatDetails(row, Lines(session, row.Chat.Lane))
            : null, cancellationToken);

    public Task<long?> IdOfAsync(LaneId lane, CancellationToken cancellationToken) => reader.ReadAsync<long?>(session =>
    {
        var query = session["SELECT id FROM chat WHERE lane = ?1"].Bind(1, lane.Value);
        long? id = query.Step() ? query.Int64(0) : null;
        query.Reset();
        return id;
    }, cancellationToken);

    public Task<bool> IsKnownAsync(LaneId lane, CancellationToken cancellationToken) => reader.ReadAsync(session =>
    {
        var query = session["SELECT 1 FROM lane WHERE id = ?1"].Bind(1, lane.Value);
        var known = query.Step();
        query.Reset();
        return known;
    }, cancellationToken);

    public Task<ChatCounts> CountAsync(CancellationToken cancellationToken) => reader.ReadAsync(session =>
    {
        var query = session["SELECT (SELECT count(*) FROM chat WHERE state = 1), (SELECT coalesce(max(id), 0) FROM chat_message)"];
        query.Step();
        var counts = new ChatCounts(query.Int64(0), query.Int64(1));
        query.Reset();
        return counts;
    }, cancellationToken);

    private List<ChatRow> Rows(Session session, string which, string order, int most)
    {
        var query = session[
            FormattableString.Invariant($"SELECT id, sealed, touched FROM chat WHERE {which} ORDER BY {order} LIMIT {most}")];
        var rows = new List<ChatRow>();
        while (query.Step())
            rows.Add(new ChatRow(
                query.Int64(0), JsonSerializer.Deserialize(encryptor.Decrypt(query.Blob(1)), ChatsJson.Default.Chat)!, At(query.Int64(2))));
        query.Reset();
        return rows;
    }

    private List<RecentLane> Recent(Session session)
    {
        var query = session[FormattableString.Invariant($"""
            SELECT id, reference, seen FROM lane WHERE NOT EXISTS (SELECT 1 FROM chat WHERE chat.lane = lane.id)
            ORDER BY seen DESC LIMIT {MostOfTheBot}
            """)];
        var lanes = new List<RecentLane>();
        while (query.Step())
            lanes.Add(new RecentLane(new LaneId(query.Text(0)), NameIn(session, query.Blob(1)), At(query.Int64(2))));
        query.Reset();
        return lanes;
    }

    private List<ChatLine> Lines(Session session, LaneId lane)
    {
        var query = session[FormattableString.Invariant(
            $"SELECT id, seq, sealed FROM chat_message WHERE lane = ?1 ORDER BY id DESC LIMIT {MostLines}")].Bind(1, lane.Value);
        var found = new List<(long Id, long Seq, ChatMessage Message)>();
        while (query.Step())
            found.Add((
                query.Int64(0), query.Int64(1),
                JsonSerializer.Deserialize(encryptor.Decrypt(query.Blob(2)), ChatsJson.Default.ChatMessage)!));
        query.Reset();
        found.Reverse();
        return [.. found.Select(line => Line(session, line.Id, line.Seq, line.Message))];
    }

    /// <summary>How far the messages of a turn came: its rows in the outbox, as long as they are kept.</summary>
    private static ChatLine Line(Session session, long id, long seq, ChatMessage message)
    {
        if (message.Side is not (ChatSide.Bot or ChatSide.Person))
            return new ChatLine(id, message, false, null);
        var query = session["""
            SELECT max(state = 0), max(CASE WHEN state = 2 THEN coalesce(reason, '?') END) FROM outbox
            WHERE seq = ?1 AND state <> 3 AND order_id IS NULL
            """].Bind(1, seq);
        query.Step();
        var line = new ChatLine(id, message, !query.IsNull(0) && query.Int32(0) == 1, query.TextOrNull(1));
        query.Reset();
        return line;
    }

    /// <summary>Null where the channel says none, or the key is lost.</summary>
    private string? NameIn(Session session, ReadOnlySpan<byte> ciphertext)
    {
        try
        {
            var reference = JsonSerializer.Deserialize<ConversationReference>(encryptor.Decrypt(ciphertext), SchemaJson.Options)!;
            return reference.User?.Name ?? NameTold(session, $"{reference.ChannelId}/conversations/{reference.Conversation?.Id}");
        }
        catch (CryptographicException)
        {
            return null; // It is shown without a name, as others are that have none.
        }
    }

    /// <summary>Messenger tells a name only when it is asked; the answer stands in the conversation's state.</summary>
    private string? NameTold(Session session, string key)
    {
        var query = session["SELECT sealed FROM state WHERE key = ?1"].Bind(1, key);
        var state = query.Step() ? JsonElement.Parse(encryptor.Decrypt(query.Blob(0))) : default;
        query.Reset();
        return state.ValueKind == JsonValueKind.Object && Member(state, "messengerPerson") is { ValueKind: JsonValueKind.Object } person
            && Member(person, "FirstName") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.EnumerateObject().Where(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(one => (JsonElement?)one.Value).FirstOrDefault();

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
