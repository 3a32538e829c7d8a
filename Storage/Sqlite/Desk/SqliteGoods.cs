using System.Globalization;
using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Desk.Goods;
using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite.Catalog;
using Dapper;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteGoods(
    DeskReader reader, AuditedChanges changes, Database database, Func<Uri> baseUrl, ShopSettings shop, TimeProvider time) : IGoods
{
    private const string Columns = """
        SELECT v.sku, coalesce((SELECT t.title FROM product_text t WHERE t.product = p.number AND t.language = ?5), p.title),
            coalesce((SELECT nullif(t.options, '{}') FROM variant_text t WHERE t.sku = v.sku AND t.language = ?5), v.options),
            coalesce(v.image, p.image), v.price, v.currency, v.sale_price, v.sale_from, v.sale_to,
            coalesce(s.on_hand, 0), coalesce(s.allocated, 0), coalesce((SELECT sum(r.quantity) FROM reservation r WHERE r.sku = v.sku), 0),
            coalesce(s.feed_time, 0), v.low_mark, p.hidden, v.active = 1 AND p.active = 1, v.feed_price,
            p.own_vat_class, p.vat_class
        """;

    private const string Tables = "FROM variant v JOIN product p ON p.number = v.product LEFT JOIN stock s ON s.sku = v.sku";

    private const string Named = """
         AND (v.sku LIKE ?3 ESCAPE '\' OR p.title LIKE ?4 ESCAPE '\'
            OR EXISTS (SELECT 1 FROM product_text t WHERE t.product = p.number AND t.title LIKE ?4 ESCAPE '\'))
        """;

    public Task<GoodsPage> ListAsync(GoodsQuery query, int page, int size, CancellationToken cancellationToken) =>
        reader.ReadAsync(session =>
        {
            var where = $"WHERE {Where(query.View)}{(string.IsNullOrWhiteSpace(query.Search) ? "" : Named)}";
            var total = Bind(session[$"SELECT count(*) {Tables} {where}"], query.Search);
            total.Step();
            var count = total.Int64(0);
            total.Reset();
            var rows = Bind(session[$"{Columns} {Tables} {where} ORDER BY p.position, v.position LIMIT ?1 OFFSET ?2"], query.Search)
                .Bind(1, size).Bind(2, (long)Math.Max(0, page) * size).Bind(5, query.Language.Code);
            return new GoodsPage(Read(rows), count);
        }, cancellationToken);

    public Task<GoodsRow?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken) => reader.ReadAsync(
        session => Read(session[$"{Columns} {Tables} WHERE v.sku = ?1"].Bind(1, sku.Value).Bind(5, language.Code)).SingleOrDefault(),
        cancellationToken);

    public Task<IReadOnlyList<PricePoint>> PricesAsync(Sku sku, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<PricePoint>>(session =>
        {
            var query = session["""
                SELECT at, price, currency, sale_price, sale_from, sale_to FROM price_history
                WHERE sku = ?1 AND at IS NOT NULL ORDER BY at, id
                """]
                .Bind(1, sku.Value);
            var points = new List<PricePoint>();
            while (query.Step())
            {
                var currency = new Currency(query.Text(2));
                points.Add(new PricePoint(
                    DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0)), new Money(query.Int64(1), currency),
                    SaleOf(query, 3, currency)));
            }

            query.Reset();
            return points;
        }, cancellationToken);

    public Task<bool> TrySetPriceAsync(Sku sku, Money price, string by, CancellationToken cancellationToken) => changes.TryAsync(
        session =>
        {
            var isSet = session["""
                UPDATE variant SET price = ?2, feed_price = nullif(coalesce(feed_price, price), ?2)
                WHERE sku = ?1 AND currency = ?3 AND (sale_price IS NULL OR sale_price < ?2)
                """].Bind(1, sku.Value).Bind(2, price.Minor).Bind(3, price.Currency.Code).Execute() == 1;
            session.Connection.Execute(PriceHistorySql.Date, new { now = time.GetUtcNow().ToUnixTimeMilliseconds() });
            // Whoever is about to agree to the old price finds out.
            if (isSet)
                session.Run(ImportSql.NextVersion);
            return isSet;
        }, by, "goods.priced", $"{sku}: {price.Plain()}");

    public Task<bool> TryCountAsync(Sku sku, int pieces, DateTimeOffset asOf, string by, CancellationToken cancellationToken) =>
        changes.TryAsync(session => Counting.TrySet(session, sku, pieces, asOf), by, "goods.counted", $"{sku}: {pieces}");

    public Task SetLowMarkAsync(Sku sku, int? mark, string by, CancellationToken cancellationToken) => changes.TryAsync(
        session =>
        {
            var update = session["UPDATE variant SET low_mark = ?2 WHERE sku = ?1"].Bind(1, sku.Value);
            return (mark is { } low ? update.Bind(2, low) : update.BindNull(2)).Execute() == 1;
        }, by, "goods.low-mark", $"{sku}: {mark?.ToString(CultureInfo.InvariantCulture) ?? "-"}");

    public Task SetVatClassAsync(Sku sku, VatClass? own, string by, CancellationToken cancellationToken) => changes.TryAsync(
        session =>
        {
            var changed = session["""
                UPDATE product SET own_vat_class = ?2
                WHERE number = (SELECT product FROM variant WHERE sku = ?1) AND own_vat_class IS NOT ?2
                """].Bind(1, sku.Value).Bind(2, own?.Word()).Execute() == 1;
            // Whoever is about to agree to another VAT finds out.
            if (changed)
                session.Run(ImportSql.NextVersion);
            return changed;
        }, by, "goods.vat-class", $"{sku}: {own?.Word() ?? "-"}");

    public async Task SetHiddenAsync(Sku sku, bool isHidden, string by, CancellationToken cancellationToken)
    {
        await changes.TryAsync(session => TryHide(session, sku, isHidden), by, isHidden ? "goods.hidden" : "goods.shown", sku.Value);
        using var session = database.OpenSession();
        await SearchIndex.CatchUpAsync(session.Connection, cancellationToken);
    }

    private static bool TryHide(Session session, Sku sku, bool isHidden)
    {
        var changed = session["""
            UPDATE product SET hidden = ?2,
                active = ?2 = 0 AND EXISTS (SELECT 1 FROM variant v WHERE v.product = product.number AND v.active = 1)
            WHERE number = (SELECT product FROM variant WHERE sku = ?1) AND hidden <> ?2
            """].Bind(1, sku.Value).Bind(2, isHidden ? 1 : 0).Execute() == 1;
        // Whoever is about to agree to its price finds out.
        if (changed)
            session.Run(ImportSql.NextVersion);
        return changed;
    }

    private string Where(GoodsView view) => view switch
    {
        GoodsView.Hidden => "p.hidden = 1 AND v.active = 1",
        GoodsView.Low =>
            $"""
            v.active = 1 AND p.active = 1
                AND (SELECT a.pieces FROM available a WHERE a.sku = v.sku) <= coalesce(v.low_mark, {shop.LowMark})
            """,
        _ => "v.active = 1 AND p.active = 1",
    };

    private static PreparedStatement Bind(PreparedStatement query, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
            return query;
        var text = search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return query.Bind(3, text + "%").Bind(4, $"%{text}%");
    }

    private List<GoodsRow> Read(PreparedStatement query)
    {
        var rows = new List<GoodsRow>();
        while (query.Step())
        {
            var currency = new Currency(query.Text(5));
            rows.Add(new GoodsRow(
                new Sku(query.Text(0)), query.Text(1), OptionsOf(query.Text(2)), ImageOf(query.TextOrNull(3)),
                new Money(query.Int64(4), currency),
                SaleOf(query, 6, currency),
                query.Int64(9), query.Int64(10), query.Int64(11), DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(12)),
                query.IsNull(13) ? null : query.Int32(13), query.Int32(14) == 1, query.Int32(15) == 1,
                query.IsNull(16) ? null : new Money(query.Int64(16), currency))
            {
                OwnVatClass = VatClasses.Find(query.TextOrNull(17)), FeedVatClass = VatClasses.Find(query.TextOrNull(18)),
            });
        }

        query.Reset();
        return rows;
    }

    private static Sale? SaleOf(PreparedStatement query, int column, Currency currency) => query.IsNull(column)
        ? null
        : new Sale(new Money(query.Int64(column), currency), AtOrNull(query, column + 1), AtOrNull(query, column + 2));

    private static string OptionsOf(string json) =>
        string.Join(", ", (JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []).Values);

    private Uri? ImageOf(string? image) =>
        Uri.TryCreate(image, UriKind.Absolute, out var address) ? new SampleLinks(baseUrl()).Picture(address) : null;

    private static DateTimeOffset? AtOrNull(PreparedStatement query, int column) =>
        query.IsNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(column));
}
