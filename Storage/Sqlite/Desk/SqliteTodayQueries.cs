using CommerceBot.Catalog;
using CommerceBot.Desk.Today;
using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteTodayQueries(DeskReader reader, ShopSettings shop) : ITodayQueries
{
    private const int MostLow = 10;
    private const long Quarter = 15 * 60 * 1000;

    public Task<Overview> ReadAsync(DateTimeOffset since, Language language, CancellationToken cancellationToken) =>
        reader.ReadAsync(session =>
    {
        var low = Low(session, language);
        return new Overview(
            Count(session, "SELECT count(*) FROM order_money WHERE (refunded > 0 OR pending > 0) AND pending > 0"),
            Attention(session), Disputes(session), low.Take(MostLow).ToList(), low.Count,
            Count(session, "SELECT (SELECT count(*) FROM inbox WHERE handled = 2) + (SELECT count(*) FROM outbox WHERE state = 2)"),
            TakingsSince(session, since));
    }, cancellationToken);

    public Task<IReadOnlyList<Takings>> TakingsAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<Takings>>(session => TakingsSince(session, since), cancellationToken);

    private static long Attention(Session session)
    {
        var query = session["SELECT count(*) FROM shop_order WHERE marks <> 0 AND marks & ?1 <> 0"].Bind(1, (int)OrderReading.NeedsAPerson);
        query.Step();
        var count = query.Int64(0);
        query.Reset();
        return count;
    }

    private static List<OpenDispute> Disputes(Session session)
    {
        var query = session["""
            SELECT o.number, m.evidence_due FROM order_money m JOIN shop_order o ON o.id = m.order_id
            WHERE m.disputed = 1 ORDER BY m.evidence_due IS NULL, m.evidence_due LIMIT 20
            """];
        var found = new List<OpenDispute>();
        while (query.Step())
            found.Add(new OpenDispute(
                new OrderNumber(query.Text(0)), query.IsNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(1))));
        query.Reset();
        return found;
    }

    private List<LowVariant> Low(Session session, Language language)
    {
        var query = session[$"""
            SELECT v.sku, coalesce((SELECT t.title FROM product_text t WHERE t.product = p.number AND t.language = ?1), p.title), a.pieces
            FROM variant v JOIN product p ON p.number = v.product JOIN available a ON a.sku = v.sku
            WHERE v.active = 1 AND p.active = 1 AND a.pieces <= coalesce(v.low_mark, {shop.LowMark})
            ORDER BY a.pieces, p.position, v.position
            """].Bind(1, language.Code);
        var found = new List<LowVariant>();
        while (query.Step())
            found.Add(new LowVariant(new Sku(query.Text(0)), query.Text(1), query.Int64(2)));
        query.Reset();
        return found;
    }

    private static List<Takings> TakingsSince(Session session, DateTimeOffset since)
    {
        var query = session[
            "SELECT at / ?2, currency, sum(amount) FROM money_movement WHERE at >= ?1 GROUP BY 1, 2 ORDER BY 1"]
            .Bind(1, since.ToUnixTimeMilliseconds()).Bind(2, Quarter);
        var found = new List<Takings>();
        while (query.Step())
            found.Add(new Takings(
                DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0) * Quarter), new Money(query.Int64(2), new Currency(query.Text(1)))));
        query.Reset();
        return found;
    }

    private static long Count(Session session, string sql)
    {
        var query = session[sql];
        query.Step();
        var count = query.Int64(0);
        query.Reset();
        return count;
    }
}
