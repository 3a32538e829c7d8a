using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite;

internal sealed class SqliteOrderSummaries(Database database, FieldEncryptor encryptor) : IOrderSummaries
{
    public async Task<OrderSummary?> FindAsync(OrderId order, CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        return Read(loan.Session, order) is { } found
            ? new OrderSummary(found.Id, found.Number, found.Lane, found.State, found.Language, IsRefunded(loan.Session, order))
            : null;
    }

    private Order? Read(Session session, OrderId order)
    {
        var query = session["SELECT sealed FROM shop_order WHERE id = ?1"].Bind(1, order.Value);
        var found = query.Step() ? JsonSerializer.Deserialize(encryptor.Decrypt(query.Blob(0)), OrdersJson.Default.Order) : null;
        query.Reset();
        return found;
    }

    private bool IsRefunded(Session session, OrderId order) =>
        OrderReading.Ledger(session, encryptor, order) is { State: PaymentState.Refunded };
}
