namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>The questions of a turn. Lists are of product numbers, so that counting, paging and reading are said once.</summary>
internal static class CatalogSql
{
    public const string Categories = """
        SELECT c.id, coalesce(t.title, c.title) AS title, count(*) AS products,
            (SELECT image FROM product WHERE category = c.id AND active = 1 AND image IS NOT NULL ORDER BY position LIMIT 1) AS image
        FROM category c
        JOIN product p ON p.category = c.id AND p.active = 1
        LEFT JOIN category_text t ON t.category = c.id AND t.language = @language
        GROUP BY c.id ORDER BY c.position
        """;

    public const string InCategory = "SELECT number FROM product WHERE category = @category AND active = 1 ORDER BY position";

    public const string ById = "SELECT number FROM product WHERE id = @id AND active = 1";

    public const string BySku =
        "SELECT p.number FROM variant v JOIN product p ON p.number = v.product WHERE v.sku = @sku AND v.active = 1 AND p.active = 1";

    public const string Products = """
        SELECT p.number, p.id, coalesce(t.title, p.title) AS title, coalesce(t.description, p.description) AS description,
            p.brand, p.category, p.image, p.link, coalesce(p.own_vat_class, p.vat_class) AS vatClass
        FROM product p LEFT JOIN product_text t ON t.product = p.number AND t.language = @language
        WHERE p.number IN @numbers
        """;

    public const string Variants = """
        SELECT v.sku, v.product, v.options, t.options AS translated, v.price, v.currency,
            v.sale_price AS salePrice, v.sale_from AS saleFrom, v.sale_to AS saleTo, v.image, a.pieces AS available,
            v.facts, t.facts AS translatedFacts, v.labels
        FROM variant v JOIN available a ON a.sku = v.sku
        LEFT JOIN variant_text t ON t.sku = v.sku AND t.language = @language
        WHERE v.product IN @numbers AND v.active = 1
        ORDER BY v.product, v.position
        """;

    public static string Count(string list) => $"SELECT count(*) FROM ({WithoutOrder(list)})";

    public static string Part(string list) => $"{list} LIMIT @take OFFSET @skip";

    private static string WithoutOrder(string list) => list[..list.LastIndexOf("ORDER BY", StringComparison.Ordinal)];
}
