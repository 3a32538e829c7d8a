using System.Diagnostics;
using CommerceBot.Catalog.Search;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>
/// The search index, brought up to the catalogue a few hundred products at a time: each step holds the lock for some
/// milliseconds, and as long again nobody has it. Which products are due is kept beside them by triggers. Until the end a
/// search may still go by words of before; what is no longer sold is not found either way. What a process that died left
/// undone, the next import or start does.
/// </summary>
internal static class SearchIndex
{
    private const int Step = 250;

    /// <summary>As many as there are letters behind the main language's a.</summary>
    private const int MostLanguages = 25;

    public const string NextWords = "UPDATE catalog_version SET words = words + 1";

    // Stems are made before the lock is taken: they are half of the work. Every language that the shop has is there for every
    // product, with the main texts where one is not translated.
    private const string Prepare = """
        CREATE TEMP TABLE search_step AS
        SELECT p.number,
            stems(p.title, 'a') || coalesce((SELECT group_concat(' ' || stems(coalesce(t.title, p.title), l.letter), '')
                FROM search_language l LEFT JOIN product_text t ON t.product = p.number AND t.language = l.language), '') AS title,
            stems(p.brand || ' ' || coalesce(c.title, ''), 'a')
                || coalesce((SELECT group_concat(' ' || stems(p.brand || ' ' || coalesce(t.title, c.title, ''), l.letter), '')
                FROM search_language l LEFT JOIN category_text t ON t.category = p.category AND t.language = l.language), '') AS category,
            stems((SELECT group_concat(choice.value, ' ') FROM variant v, json_each(v.options) choice
                    WHERE v.product = p.number AND v.active = 1), 'a')
                || coalesce((SELECT group_concat(' ' || stems((SELECT group_concat(choice.value, ' ')
                    FROM variant v LEFT JOIN variant_text t ON t.sku = v.sku AND t.language = l.language,
                        json_each(json_patch(v.options, coalesce(t.options, '{}'))) choice
                    WHERE v.product = p.number AND v.active = 1 AND choice.key IN (SELECT key FROM json_each(v.options))), l.letter), '')
                FROM search_language l), '') AS choices,
            stems(p.description || ' ' || coalesce((SELECT group_concat(fact.value ->> 1, ' ') FROM variant v, json_each(v.facts) fact
                    WHERE v.product = p.number AND v.active = 1 AND fact.value ->> 0 = ''), ''), 'a')
                || coalesce((SELECT group_concat(' ' || stems(coalesce(t.description, p.description), l.letter), '')
                FROM search_language l LEFT JOIN product_text t ON t.product = p.number AND t.language = l.language), '') AS description
        FROM product p LEFT JOIN category c ON c.id = p.category
        WHERE p.active = 1 AND p.number IN (SELECT product FROM search_due WHERE product <= @upTo)
        """;

    private const string Replace = """
        DELETE FROM product_search WHERE rowid IN (SELECT product FROM search_due WHERE product <= @upTo);
        INSERT INTO product_search (rowid, title, category, choices, description)
        SELECT number, title, category, choices, description FROM search_step;
        DELETE FROM search_due WHERE product <= @upTo;
        """;

    /// <summary>Ends early, and rightly, when another import begins: that one catches up with everything.</summary>
    public static async Task CatchUpAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        connection.CreateFunction<string?, string, string>("stems", (text, letter) => SearchText.Index(text ?? "", letter),
            isDeterministic: true);
        await Savepoint.WholeAsync(connection, "search_rules", () => AgreeAsync(connection));
        var words = await connection.QuerySingleAsync<long>("SELECT words FROM catalog_version");
        if (await NextAsync(connection) is null)
            return;
        while (await NextAsync(connection) is { } upTo)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await StepAsync(connection, new { upTo, words }) is not { } held)
                return;
            // Whoever waits for the lock looks only now and then, and would meet the next step without this pause.
            await Task.Delay(held, cancellationToken);
        }

        await connection.ExecuteAsync("UPDATE catalog_version SET indexed = indexed + 1");
    }

    /// <summary>Where stems are made by other rules than now, or a language came, every product is due.</summary>
    private static async Task AgreeAsync(SqliteConnection connection)
    {
        var isOther = await connection.ExecuteAsync("UPDATE catalog_version SET stemming = @Rules WHERE stemming <> @Rules",
            new { SearchText.Rules }) > 0;
        var came = await connection.QueryAsync<string>("""
            SELECT language FROM product_text UNION SELECT language FROM variant_text UNION SELECT language FROM category_text
            EXCEPT SELECT language FROM search_language
            """);
        foreach (var language in came)
            isOther |= await connection.ExecuteAsync("""
                INSERT INTO search_language (language, letter)
                SELECT @language, char(unicode('b') + count(*)) FROM search_language HAVING count(*) < @MostLanguages
                """, new { language, MostLanguages }) > 0;
        if (isOther)
            await connection.ExecuteAsync("INSERT INTO search_due SELECT number FROM product WHERE active = 1 ON CONFLICT DO NOTHING");
    }

    private static Task<long?> NextAsync(SqliteConnection connection) =>
        connection.QuerySingleAsync<long?>(
            "SELECT max(product) FROM (SELECT product FROM search_due ORDER BY product LIMIT @Step)", new { Step }
        );

    /// <summary>How long the lock was held; null when the catalogue is no longer the one that was read.</summary>
    private static async Task<TimeSpan?> StepAsync(SqliteConnection connection, object values)
    {
        await connection.ExecuteAsync(Prepare, values);
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var isCurrent = false;
            await Savepoint.WholeAsync(connection, "search_step", async () =>
            {
                // A write comes first, so that waiting for the lock can succeed.
                isCurrent = await connection.ExecuteAsync("UPDATE catalog_version SET words = words WHERE words = @words", values) == 1;
                if (isCurrent)
                    await connection.ExecuteAsync(Replace, values);
            });
            return isCurrent ? Stopwatch.GetElapsedTime(begun) : null;
        }
        finally
        {
            await connection.ExecuteAsync("DROP TABLE temp.search_step");
        }
    }
}
