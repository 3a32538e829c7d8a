using System.Text;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Dapper;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>The statements of a search. Words reach FTS5 in quotation marks, and are letters and digits alone.</summary>
internal static class SearchSql
{
    public const string Categories = """
        SELECT c.id, coalesce(t.title, c.title) AS title
        FROM category c LEFT JOIN category_text t ON t.category = c.id AND t.language = @language ORDER BY c.position
        """;

    public const string Candidates = """
        SELECT p.number, p.id, coalesce(t.title, p.title) AS title, substr(coalesce(t.description, p.description), 1, 2000) AS description,
            p.brand, p.category, coalesce(ct.title, c.title, '') AS categoryTitle
        FROM product p LEFT JOIN product_text t ON t.product = p.number AND t.language = @language
        LEFT JOIN category c ON c.id = p.category
        LEFT JOIN category_text ct ON ct.category = p.category AND ct.language = @language
        WHERE p.number IN @numbers ORDER BY p.position
        """;

    private const string PriceNow = """
        CASE WHEN v.sale_price IS NOT NULL AND (v.sale_from IS NULL OR v.sale_from <= @now) AND (v.sale_to IS NULL OR @now < v.sale_to)
            THEN v.sale_price ELSE v.price END
        """;

    private const string OfProduct = "SELECT 1 FROM variant v WHERE v.product = p.number AND v.active = 1";

    public static string Match(SearchFilter filter) =>
        "SELECT p.number FROM product_search s JOIN product p ON p.number = s.rowid "
        + $"WHERE product_search MATCH @question AND p.active = 1{Where(filter)} LIMIT @take";

    public static string List(SearchFilter filter, ProductSort sort) => sort switch
    {
        ProductSort.Cheapest =>
            $"SELECT p.number FROM product p WHERE p.active = 1{Where(filter)} AND p.number IN ({Extreme("ASC")}) LIMIT @take",
        ProductSort.Dearest =>
            $"SELECT p.number FROM product p WHERE p.active = 1{Where(filter)} AND p.number IN ({Extreme("DESC")}) LIMIT @take",
        _ => $"SELECT p.number FROM product p WHERE p.active = 1{Where(filter)} ORDER BY p.position LIMIT @take",
    };

    public static DynamicParameters Values(SearchFilter filter, DateTimeOffset now, string question = "")
    {
        var values = new DynamicParameters();
        values.Add("question", question);
        values.Add("category", filter.Category?.Value);
        values.Add("least", (double?)filter.AtLeast);
        values.Add("most", (double?)filter.AtMost);
        values.Add("now", now.ToUnixTimeMilliseconds());
        values.Add("take", filter.Take);
        return values;
    }

    /// <summary>Every group must be satisfied, by any of its ways.</summary>
    public static string Question(IReadOnlyList<IReadOnlyList<Alternative>> all, string letter, bool inTitle)
    {
        var question = new StringBuilder(inTitle ? "{title} : (" : "(");
        foreach (var (at, ways) in all.Index())
            question.Append(at == 0 ? "(" : " AND (").AppendJoin(" OR ", ways.Select(way => Way(way, letter))).Append(')');
        return question.Append(')').ToString();
    }

    private static string Way(Alternative way, string letter) =>
        "(" + string.Join(" AND ", way.Stems.Select((stem, at) =>
            $"\"{letter}{stem}\"{(way.IsPrefix && at == way.Stems.Count - 1 ? "*" : "")}")) + ")";

    // Bounds are minor units here, and inclusive: the searcher looks again.
    private static string Where(SearchFilter filter) =>
        (filter.Category is null ? "" : " AND p.category = @category")
        + (filter.AtLeast is null ? "" : $" AND EXISTS ({OfProduct} AND {PriceNow} >= @least)")
        + (filter.AtMost is null ? "" : $" AND EXISTS ({OfProduct} AND {PriceNow} <= @most)")
        + (filter.OnSale ? " AND p.number IN (SELECT v.product FROM variant v WHERE v.active = 1 AND v.sale_price IS NOT NULL)" : "");

    private static string Extreme(string order) => $"""
        SELECT product FROM (SELECT product FROM variant WHERE active = 1 ORDER BY price {order} LIMIT 1000)
        UNION SELECT product
        FROM (SELECT product FROM variant WHERE active = 1 AND sale_price IS NOT NULL ORDER BY sale_price {order} LIMIT 1000)
        """;
}
