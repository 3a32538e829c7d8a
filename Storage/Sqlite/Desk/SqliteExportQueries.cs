using System.Runtime.CompilerServices;
using CommerceBot.Desk.Exports;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteExportQueries(DeskReader reader, IOrderQueries orders) : IExportQueries
{
    private const int Batch = 100;

    private const string Placed =
        "SELECT number, place, id FROM shop_order WHERE place > ?1 AND created >= ?2 AND created < ?3 ORDER BY place LIMIT ?4";

    private const string Moved = """
        SELECT o.number, 0, m.order_id FROM (SELECT DISTINCT order_id FROM money_movement WHERE at >= ?2 AND at < ?3) m
        JOIN shop_order o ON o.id = m.order_id WHERE m.order_id > ?1 ORDER BY m.order_id LIMIT ?4
        """;

    public IAsyncEnumerable<OrderDetails> PlacedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        ReadAsync((session, last) => session[Placed].Bind(1, last?.Place ?? 0), from, until, cancellationToken);

    public IAsyncEnumerable<OrderDetails> MovedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        ReadAsync((session, last) => session[Moved].Bind(1, last?.Id ?? ""), from, until, cancellationToken);

    private async IAsyncEnumerable<OrderDetails> ReadAsync(
        Func<Session, Found?, PreparedStatement> begin, DateTimeOffset from, DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Found? last = null;
        List<Found> batch;
        do
        {
            batch = await reader.ReadAsync(session => Read(begin(session, last)
                .Bind(2, from.ToUnixTimeMilliseconds()).Bind(3, until.ToUnixTimeMilliseconds()).Bind(4, Batch)), cancellationToken);
            foreach (var details in await orders.FindAsync([.. batch.Select(found => found.Number)], cancellationToken))
                yield return details;
            last = batch.LastOrDefault() ?? last;
        }
        while (batch.Count == Batch);
    }

    private static List<Found> Read(PreparedStatement query)
    {
        var found = new List<Found>();
        while (query.Step())
            found.Add(new Found(new OrderNumber(query.Text(0)), query.Int64(1), query.Text(2)));
        query.Reset();
        return found;
    }

    private sealed record Found(OrderNumber Number, long Place, string Id);
}
