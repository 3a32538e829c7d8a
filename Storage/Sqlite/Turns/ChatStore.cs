using System.Text.Json;
using CommerceBot.Chats;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite.Desk;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>The chat of one turn's lane, its messages and its timer.</summary>
internal sealed class ChatStore(TurnBuffer buffer, ITurnTimers timers) : IChatStore
{
    private const string Timer = "chat";

    /// <summary>Most turns have none.</summary>
    private Documents<Chat>? _chats;

    private Documents<Chat> All => _chats ??= new(buffer, "chat", "lane", ChatsJson.Default.Chat);

    public LaneId Lane => new(buffer.Row.Lane);

    public string TurnId => buffer.RowId;

    public async Task<Chat?> FindAsync(CancellationToken cancellationToken) =>
        (await All.ReadAsync(buffer.Row.Lane, cancellationToken)).Value;

    public void Save(Chat chat) => All.Save(chat.Lane.Value, chat, Write);

    public void Add(ChatMessage message)
    {
        byte[]? box = null;
        buffer.Encrypting(() =>
            box = buffer.Encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(message, ChatsJson.Default.ChatMessage)));
        buffer.Add(session =>
        {
            session["INSERT INTO chat_message (lane, at, seq, sealed) VALUES (?1, ?2, ?3, ?4)"]
                .Bind(1, buffer.Row.Lane).Bind(2, message.At.ToUnixTimeMilliseconds()).Bind(3, buffer.Row.Seq).Bind(4, box!).Execute();
            return true;
        });
    }

    public void Record(string action, DateTimeOffset at, string by) => buffer.Add(session =>
    {
        AuditRows.Add(session, at, by, action, order: null, ciphertext: null);
        return true;
    });

    public async Task<bool> IsAttendedAsync(CancellationToken cancellationToken)
    {
        var query = (await buffer.SnapshotAsync(cancellationToken))["SELECT 1 FROM desk_user LIMIT 1"];
        var any = query.Step();
        query.Reset();
        return any;
    }

    public void ReturnAt(DateTimeOffset? due)
    {
        if (due is { } at)
            timers.Set(Timer, at, new Activity { Type = ActivityTypes.Event, Name = ChatEvents.ReturnDue, Value = ChatEvents.Write("") });
        else
            timers.Cancel(Timer);
    }

    private bool Write(Session session, Saving saving, Chat chat)
    {
        var statement = saving.Read == 0
            ? session["""
                INSERT INTO chat (lane, version, sealed, state, person, since, touched) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                ON CONFLICT DO NOTHING
                """]
            : session["""
                UPDATE chat SET version = ?2, sealed = ?3, state = ?4, person = ?5, since = ?6, touched = ?7
                WHERE lane = ?1 AND version = ?8
                """].Bind(8, saving.Read);
        return statement
            .Bind(1, saving.Key).Bind(2, saving.New).Bind(3, saving.Ciphertext).Bind(4, (int)chat.State).Bind(5, chat.PersonId)
            .Bind(6, chat.Since.ToUnixTimeMilliseconds()).Bind(7, buffer.Now.ToUnixTimeMilliseconds()).Execute() == 1;
    }
}
