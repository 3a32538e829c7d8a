namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>Maker and safety data of products, from the feed and beside it.</summary>
internal static class SafetySql
{
    /// <summary>Of one product, what goes first first: the merchant's own before the feed's, the language before any.</summary>
    public const string OfProduct = """
        SELECT maker_name AS makerName, maker_address AS makerAddress, maker_contact AS makerContact,
            eu_name AS euName, eu_address AS euAddress, eu_contact AS euContact, warnings
        FROM product_safety WHERE product = @number AND language IN ('', @language)
        ORDER BY own DESC, language = ''
        """;

    /// <summary>What the feed says takes the place of what it said; the merchant's own stays. Its first row speaks for a product.</summary>
    public static readonly string[] Replace =
    [
        """
        DELETE FROM product_safety WHERE own = 0 AND language = '' AND product NOT IN
            (SELECT p.number FROM feed_sold f JOIN product p ON p.id = f.product WHERE f.safety IS NOT NULL)
        """,
        """
        INSERT INTO product_safety (product, maker_name, maker_address, maker_contact, eu_name, eu_address, eu_contact, warnings)
        SELECT p.number, f.safety ->> 0, f.safety ->> 1, f.safety ->> 2, f.safety ->> 3, f.safety ->> 4, f.safety ->> 5, f.safety ->> 6
        FROM (SELECT product, safety, min(line) FROM feed_sold WHERE safety IS NOT NULL GROUP BY product) f
        JOIN product p ON p.id = f.product WHERE true
        ON CONFLICT (product, language, own) DO UPDATE SET
            maker_name = excluded.maker_name, maker_address = excluded.maker_address, maker_contact = excluded.maker_contact,
            eu_name = excluded.eu_name, eu_address = excluded.eu_address, eu_contact = excluded.eu_contact, warnings = excluded.warnings
        WHERE (maker_name, maker_address, maker_contact, eu_name, eu_address, eu_contact, warnings)
            IS NOT (excluded.maker_name, excluded.maker_address, excluded.maker_contact, excluded.eu_name, excluded.eu_address,
                excluded.eu_contact, excluded.warnings)
        """,
    ];

    public static readonly string[] ReplaceTexts =
    [
        "DELETE FROM product_safety WHERE own = 0 AND language IN (SELECT language FROM feed_text)",
        """
        INSERT INTO product_safety (product, language, warnings)
        SELECT v.product, t.language, t.warnings FROM feed_text t JOIN variant v ON v.sku = t.sku
        WHERE t.warnings <> ''
        ORDER BY t.line
        ON CONFLICT DO NOTHING
        """,
    ];
}
