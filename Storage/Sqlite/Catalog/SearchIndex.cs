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

    public const string NextWords = "UPDATE catalog_version SET words = words + 1";

    // Stems are made before the lock is taken: they are half of the work.
    private const string Prepare = """
        CREATE TEMP TABLE search_step AS
        SELECT p.number,
            stems(p.title || ' ' || coalesce((SELECT group_concat(title, ' ') FROM product_text WHERE product = p.number), '')) AS title,
            stems(p.brand) AS brand,
            stems(coalesce(c.title, '') || ' ' || coalesce((SELECT group_concat(title, ' ') FROM category_text WHERE category = p.category), '')) AS category,
            stems((SELECT group_concat(choice.value, ' ') FROM variant v LEFT JOIN variant_text t ON t.sku = v.sku,
                json_each('[' || v.options || ',' || coalesce(t.options, '{}') || ']') line, json_each(line.value) choice
                WHERE v.product = p.number AND v.active = 1)) AS choices,
            stems(p.description || ' ' || coalesce((SELECT group_concat(description, ' ') FROM product_text WHERE product = p.number), '')) AS description
        FROM product p LEFT JOIN category c ON c.id = p.category
        WHERE p.active = 1 AND p.number IN (SELECT product FROM search_due WHERE product <= @upTo)
        """;

    private const string Replace = """
        DELETE FROM product_search WHERE rowid IN (SELECT product FROM search_due WHERE product <= @upTo);
        INSERT INTO product_search (rowid, title, brand, category, choices, description)
        SELECT number, title, brand, category, choices, description FROM search_step;
        DELETE FROM search_due WHERE product <= @upTo;
        """;

    /// <summary>Ends early, and rightly, when another import begins: that one catches up with everything.</summary>
    public static async Task CatchUpAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        connection.CreateFunction<string?, string>("stems", text => SearchText.Index(text ?? ""), isDeterministic: true);
        var words = await connection.QuerySingleAsync<long>("SELECT words FROM catalog_version");
        while (await NextAsync(connection) is { } upTo)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await StepAsync(connection, new { upTo, words }) is not { } held)
                return;
            // Whoever waits for the lock looks only now and then, and would meet the next step without this pause.
            await Task.Delay(held, cancellationToken);
        }
    }

    private static Task<long?> NextAsync(SqliteConnection connection) =>
        connection.QuerySingleAsync<long?>("SELECT max(product) FROM (SELECT product FROM search_due ORDER BY product LIMIT @Step)", new { Step });

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
