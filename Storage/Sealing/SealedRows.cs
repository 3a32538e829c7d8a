using System.Globalization;
using CommerceBot.Storage.Sqlite;
using Dapper;

namespace CommerceBot.Storage.Sealing;

/// <summary>Everything in the database that is sealed, and which data key seals it.</summary>
internal sealed class SealedRows(Database database, Sealer sealer)
{
    /// <summary>Every column that holds boxes, with what names its row.</summary>
    public static IReadOnlyList<(string Table, string Column, string Row)> Places { get; } =
    [
        ("lane", "reference", "id"),
        ("inbox", "body", "seq"),
        ("outbox", "request", "seq, n"),
        ("timer", "body", "lane, name"),
        ("state", "sealed", "key"),
        ("cart", "sealed", "shopper"),
        ("draft", "sealed", "shopper"),
        ("shop_order", "sealed", "id"),
        ("payment", "sealed", "order_id"),
    ];

    /// <summary>How many boxes each data key seals.</summary>
    public IReadOnlyDictionary<int, long> Count()
    {
        using var session = database.OpenSession();
        var boxes = new Dictionary<int, long>();
        foreach (var (table, column, _) in Places)
        {
            foreach (var (head, count) in session.Connection.Query<(string Head, long Count)>($"SELECT hex(substr({column}, 1, 4)), COUNT(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1"))
            {
                var key = int.Parse(head, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                boxes[key] = boxes.GetValueOrDefault(key) + count;
            }
        }

        return boxes;
    }

    /// <summary>Seals anew whatever another key than this one seals, in transactions of some hundred rows.</summary>
    /// <returns>How many boxes were sealed anew.</returns>
    public long SealUnder(int key)
    {
        using var session = database.OpenSession();
        return Places.Sum(place => SealUnder(session, key, place.Table, place.Column, place.Row));
    }

    private long SealUnder(Session session, int key, string table, string column, string row)
    {
        const int batch = 500;
        var head = key.ToString("X8", CultureInfo.InvariantCulture);
        var rows = string.Join(" AND ", row.Split(", ").Select((name, i) => $"{name} = @r{i}"));
        var names = string.Join(", ", row.Split(", ").Select((name, i) => $"{name} AS r{i}"));
        for (var sum = 0L; ; sum += batch)
        {
            using var transaction = session.Connection.BeginTransaction(deferred: false);
            var found = session.Connection.Query(
                $"SELECT {names}, {column} AS box FROM {table} WHERE {column} IS NOT NULL AND substr({column}, 1, 4) <> X'{head}' LIMIT {batch}", transaction: transaction).ToList();
            foreach (IDictionary<string, object> each in found)
            {
                var values = new DynamicParameters(each.Where(value => value.Key != "box").ToDictionary());
                values.Add("box", sealer.Seal(sealer.Open((byte[])each["box"])));
                session.Connection.Execute($"UPDATE {table} SET {column} = @box WHERE {rows}", values, transaction);
            }

            transaction.Commit();
            if (found.Count < batch)
                return sum + found.Count;
        }
    }
}
