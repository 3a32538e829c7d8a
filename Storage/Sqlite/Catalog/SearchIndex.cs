using System.Diagnostics;
using CommerceBot.Catalog.Search;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>
/// The search index, brought up to the catalogue a few hundred products at a time: each step holds the lock for some
/// milliseconds, and as long again nobody has it. Until the end a search may still go by words of before; what is no
/// longer sold is not found either way. An index that was left behind (the process died) is caught up by the next import
/// or start.
/// </summary>
internal static class SearchIndex
{
    private const int Step = 250;

    public const string Want = "UPDATE catalog_version SET search_wanted = search_wanted + 1";

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
        WHERE p.active = 1 AND p.number > @after AND p.number <= @upTo
        """;

    private const string Replace = """
        DELETE FROM product_search WHERE rowid > @after AND rowid <= @upTo;
        INSERT INTO product_search (rowid, title, brand, category, choices, description)
        SELECT number, title, brand, category, choices, description FROM search_step;
        """;

    /// <summary>Whether an import ended before its index did.</summary>
    public static bool IsBehind(SqliteConnection connection) =>
        connection.QuerySingle<bool>("SELECT search_done < search_wanted FROM catalog_version");

    /// <summary>Ends early, and rightly, when another import begins: that one catches up with everything.</summary>
    public static async Task CatchUpAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        connection.CreateFunction<string?, string>("stems", text => SearchText.Index(text ?? ""), isDeterministic: true);
        var wanted = await connection.QuerySingleAsync<long>("SELECT search_wanted FROM catalog_version");
        var upTo = await NextAsync(connection, 0);
        for (long after = 0; upTo is not null;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await StepAsync(connection, new { after, upTo, wanted }) is not { } held)
                return;
            after = upTo.Value;
            upTo = await NextAsync(connection, after);
            // Whoever waits for the lock looks only now and then, and would meet the next step without this pause.
            if (upTo is not null)
                await Task.Delay(held, cancellationToken);
        }

        await connection.ExecuteAsync("UPDATE catalog_version SET search_done = max(search_done, @wanted)", new { wanted });
    }

    private static Task<long?> NextAsync(SqliteConnection connection, long after) =>
        connection.QuerySingleAsync<long?>("SELECT max(number) FROM (SELECT number FROM product WHERE number > @after ORDER BY number LIMIT @Step)", new { after, Step });

    /// <summary>How long the lock was held; null when the catalogue is no longer the one that was read.</summary>
    private static async Task<TimeSpan?> StepAsync(SqliteConnection connection, object range)
    {
        await connection.ExecuteAsync(Prepare, range);
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var isCurrent = false;
            await Savepoint.WholeAsync(connection, "search_step", async () =>
            {
                // A write comes first, so that waiting for the lock can succeed.
                isCurrent = await connection.ExecuteAsync("UPDATE catalog_version SET search_done = search_done WHERE search_wanted = @wanted", range) == 1;
                if (isCurrent)
                    await connection.ExecuteAsync(Replace, range);
            });
            return isCurrent ? Stopwatch.GetElapsedTime(begun) : null;
        }
        finally
        {
            await connection.ExecuteAsync("DROP TABLE temp.search_step");
        }
    }
}
