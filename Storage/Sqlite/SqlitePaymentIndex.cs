using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Storage.Sqlite;

internal sealed class SqlitePaymentIndex(Database database) : IPaymentIndex
{
    public async Task<OrderPlace?> FindAsync(IReadOnlyList<string> references, string? orderId, CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        foreach (var reference in references)
        {
            if (OrderOf(loan.Session, reference) is { } found && PlaceOf(loan.Session, found) is { } place)
                return place;
        }

        return orderId is null ? null : PlaceOf(loan.Session, orderId);
    }

    public bool IsOurs(string orderId) => orderId.StartsWith(database.Id + "-", StringComparison.Ordinal);

    private static string? OrderOf(Session session, string reference)
    {
        var query = session["SELECT order_id FROM payment_reference WHERE reference = ?1"].Bind(1, reference);
        var order = query.Step() ? query.Text(0) : null;
        query.Reset();
        return order;
    }

    private static OrderPlace? PlaceOf(Session session, string order)
    {
        var query = session["SELECT lane FROM shop_order WHERE id = ?1"].Bind(1, order);
        var place = query.Step() ? new OrderPlace(new OrderId(order), new LaneId(query.Text(0))) : null;
        query.Reset();
        return place;
    }
}
