using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Messages that left: an empty ciphertext takes the place of each, so that a key can still be rotated.</summary>
internal sealed class SentMessages(TurnBuffer buffer) : ISentMessages
{
    private const int Done = (int)OutboxState.Done;

    public void Forget()
    {
        byte[]? empty = null;
        buffer.Encrypting(() => empty = buffer.Encryptor.Encrypt([]));
        buffer.Add(session =>
        {
            // Calls and mails of orders are kept with them.
            session[$"UPDATE outbox SET request = ?2 WHERE lane = ?1 AND state = {Done} AND order_id IS NULL"]
                .Bind(1, buffer.Row.Lane).Bind(2, empty!).Execute();
            return true;
        });
    }
}
