namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>The statements of an import, in the order in which they run.</summary>
internal static class ImportSql
{
    public const string SetAside = """
        CREATE TEMP TABLE feed_row (
            line INTEGER, sku TEXT PRIMARY KEY, copies INTEGER NOT NULL DEFAULT 1,
            product TEXT, title TEXT, description TEXT, brand TEXT, category TEXT, category_title TEXT, category_path TEXT,
            image TEXT, link TEXT, options TEXT, price INTEGER, currency TEXT,
            sale_price INTEGER, sale_from INTEGER, sale_to INTEGER, quantity INTEGER, hidden INTEGER, facts TEXT, labels TEXT, safety TEXT,
            vat_class TEXT);
        CREATE INDEX temp.feed_row_by_product ON feed_row (product, line);
        CREATE TEMP TABLE feed_text (
            line INTEGER, sku TEXT, language TEXT, title TEXT, description TEXT, category_title TEXT, options TEXT, facts TEXT,
            warnings TEXT, PRIMARY KEY (sku, language));
        -- What is to be sold; every copy of a duplicate id is left out.
        CREATE TEMP VIEW feed_sold AS SELECT * FROM feed_row WHERE copies = 1 AND hidden = 0;
        """;

    public const string NextVersion = "UPDATE catalog_version SET n = n + 1";

    public const string Forget = "DROP VIEW temp.feed_sold; DROP TABLE temp.feed_row; DROP TABLE temp.feed_text;";

    /// <summary>Answers the line of the first row with this id, and how many there are by now.</summary>
    public const string AddItem = """
        INSERT INTO feed_row (line, sku, product, title, description, brand, category, category_title, category_path, image, link, options,
            price, currency, sale_price, sale_from, sale_to, quantity, hidden, facts, labels, safety, vat_class)
        VALUES (@line, @sku, @product, @title, @description, @brand, @category, @category_title, @category_path, @image, @link, @options,
            @price, @currency, @sale_price, @sale_from, @sale_to, @quantity, @hidden, @facts, @labels, @safety,
            @vat_class)
        ON CONFLICT (sku) DO UPDATE SET copies = copies + 1
        RETURNING line, copies
        """;

    public const string AddText = """
        INSERT INTO feed_text (line, sku, language, title, description, category_title, options, facts, warnings)
        SELECT @line, @sku, @language, @title, @description, @category_title, @options, @facts, @warnings
        WHERE EXISTS (SELECT 1 FROM variant WHERE sku = @sku)
        ON CONFLICT (sku, language) DO UPDATE SET
            title = excluded.title, description = excluded.description, category_title = excluded.category_title,
            options = excluded.options, facts = excluded.facts, warnings = excluded.warnings
        """;

    public const string Totals = """
        SELECT (SELECT count(*) FROM feed_sold),
               (SELECT count(DISTINCT product) FROM feed_sold),
               (SELECT count(*) FROM feed_row WHERE copies = 1 AND hidden = 1),
               (SELECT count(*) FROM feed_sold f JOIN stock s ON s.sku = f.sku WHERE s.feed_time > @feedTime)
        """;

    /// <summary>What would go off sale: whole products, products that lose something, variants, each beside what there is.</summary>
    public const string Going = """
        SELECT coalesce(sum(gone = variants), 0), count(*), coalesce(sum(gone > 0), 0), coalesce(sum(gone), 0), coalesce(sum(variants), 0)
        FROM (SELECT count(*) AS variants, sum(EXISTS (SELECT 1 FROM feed_row) AND sku NOT IN (SELECT sku FROM feed_sold)) AS gone
            FROM variant WHERE active = 1 GROUP BY product)
        """;

    public const string GoingTitles = """
        SELECT title FROM product p
        WHERE EXISTS (SELECT 1 FROM feed_row)
            AND EXISTS (SELECT 1 FROM variant v WHERE v.product = p.number AND v.active = 1 AND v.sku NOT IN (SELECT sku FROM feed_sold))
        ORDER BY position LIMIT 5
        """;

    public const string Crowded = "SELECT min(line), product FROM feed_sold GROUP BY product HAVING count(*) > 300 LIMIT 100";

    public const string Alike = """
        SELECT line, sku FROM feed_sold
        WHERE (product, options) IN (SELECT product, options FROM feed_sold GROUP BY product, options HAVING count(*) > 1)
        ORDER BY line LIMIT 100
        """;

    /// <summary>So many sales are looked at; a feed has few that begin.</summary>
    public const string Sales = """
        SELECT line, sku, currency, sale_price AS salePrice, sale_from AS saleFrom, sale_to AS saleTo FROM feed_sold
        WHERE sale_price IS NOT NULL ORDER BY line LIMIT 2000
        """;

    /// <summary>Tells those apart that nothing else does. Of what is set aside only, so nobody waits for it.</summary>
    public const string TellAlikeApart = """
        UPDATE feed_row SET options = json_set(options, '$.id', sku)
        WHERE copies = 1 AND hidden = 0 AND (product, options) IN
            (SELECT product, options FROM feed_sold GROUP BY product, options HAVING count(*) > 1)
        """;

    // Rows that stay as they are are not written: a large feed with few changes then holds the lock a moment only.
    public static readonly string[] Replace =
    [
        // A write comes first, so that the lock is taken before anything is read and waiting for it can succeed.
        "UPDATE variant SET active = 0 WHERE active = 1 AND sku NOT IN (SELECT sku FROM feed_sold)",
        // Two categories with one name are told apart by their whole path.
        """
        INSERT INTO category (id, title, position)
        SELECT category, CASE WHEN count(*) OVER (PARTITION BY category_title) > 1 THEN category_path ELSE category_title END, line
        FROM (SELECT category, category_title, category_path, min(line) AS line FROM feed_sold GROUP BY category) WHERE true
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, position = excluded.position
        WHERE (title, position) IS NOT (excluded.title, excluded.position)
        """,
        // A product's texts are those of its first row.
        """
            INSERT INTO product (id, title, description, brand, category, image, link, vat_class, position, active)
            SELECT product, title, description, brand, category, image, link, vat_class, min(line), 1 FROM feed_sold GROUP BY product
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description, brand = excluded.brand,
                category = excluded.category, image = excluded.image, link = excluded.link, vat_class = excluded.vat_class,
                position = excluded.position
            WHERE (title, description, brand, category, image, link, vat_class, position)
                IS NOT (excluded.title, excluded.description, excluded.brand, excluded.category, excluded.image, excluded.link,
                    excluded.vat_class, excluded.position)
            """,
        // A price of the merchant's own holds until the feed brings another one than it did.
        """
        INSERT INTO variant (sku, product, position, options, price, currency, sale_price, sale_from, sale_to, image, facts, labels, active)
        SELECT f.sku, p.number, f.line, f.options, f.price, f.currency, f.sale_price, f.sale_from, f.sale_to, f.image, f.facts, f.labels, 1
        FROM feed_sold f JOIN product p ON p.id = f.product WHERE true
        ON CONFLICT (sku) DO UPDATE SET product = excluded.product, position = excluded.position, options = excluded.options,
            price = iif(variant.feed_price IS excluded.price, variant.price, excluded.price), currency = excluded.currency,
            sale_price = iif(variant.feed_price IS excluded.price AND excluded.sale_price >= variant.price, NULL, excluded.sale_price),
            feed_price = iif(variant.feed_price IS excluded.price, variant.feed_price, NULL),
            sale_from = excluded.sale_from, sale_to = excluded.sale_to, image = excluded.image,
            facts = excluded.facts, labels = excluded.labels, active = 1
        WHERE (variant.product, variant.position, options, coalesce(feed_price, price), currency, sale_price, sale_from, sale_to,
                image, facts, labels, active)
            IS NOT (excluded.product, excluded.position, excluded.options, excluded.price, excluded.currency, excluded.sale_price,
                excluded.sale_from, excluded.sale_to, excluded.image, excluded.facts, excluded.labels, 1)
        """,
        """
            UPDATE product SET active = 1 - active
            WHERE active <> (hidden = 0 AND EXISTS (SELECT 1 FROM variant v WHERE v.product = product.number AND v.active = 1))
            """,
            // An older feed never overwrites a newer count, and none touches what is reserved.
            $"""
            INSERT INTO stock (sku, on_hand, feed_time) SELECT sku, quantity, @feedTime FROM feed_sold WHERE true
            ON CONFLICT (sku) DO UPDATE SET on_hand = excluded.on_hand + {Counting.BackSince}, allocated = {Counting.SoldSince},
                feed_time = excluded.feed_time
            WHERE excluded.feed_time >= stock.feed_time
            """,
    ];

    public static readonly string[] ReplaceTexts =
    [
        "DELETE FROM product_text WHERE language IN (SELECT language FROM feed_text)",
        "DELETE FROM variant_text WHERE language IN (SELECT language FROM feed_text)",
        "DELETE FROM category_text WHERE language IN (SELECT language FROM feed_text)",
        // Of a product's rows the first with a title speaks for it.
        """
        INSERT INTO product_text (product, language, title, description)
        SELECT v.product, t.language, coalesce(nullif(t.title, ''), p.title), coalesce(nullif(t.description, ''), p.description)
        FROM feed_text t JOIN variant v ON v.sku = t.sku JOIN product p ON p.number = v.product
        WHERE t.title <> '' OR t.description <> ''
        ORDER BY t.line
        ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO variant_text (sku, language, options, facts)
        SELECT sku, language, coalesce(options, '{}'), facts FROM feed_text WHERE options IS NOT NULL OR facts IS NOT NULL
        """,
        """
        INSERT INTO category_text (category, language, title)
        SELECT p.category, t.language, t.category_title
        FROM feed_text t JOIN variant v ON v.sku = t.sku JOIN product p ON p.number = v.product
        WHERE t.category_title IS NOT NULL
        ORDER BY t.line
        ON CONFLICT DO NOTHING
        """,
    ];
}
