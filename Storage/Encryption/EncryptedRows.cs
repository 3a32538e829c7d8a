using System.Globalization;
using CommerceBot.Storage.Sqlite;
using Dapper;

namespace CommerceBot.Storage.Encryption;

/// <summary>Everything in the database that is encrypted, and which data key encrypts it.</summary>
internal sealed class EncryptedRows(Database database, FieldEncryptor encryptor)
{
    /// <summary>Every column that holds ciphertexts, with what names its row.</summary>
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
        ("audit_event", "sealed", "id"),
        ("desk_user", "sealed", "id"),
        ("desk_invitation", "sealed", "hash"),
        ("unclear_utterance", "sealed", "id"),
        ("chat", "sealed", "id"),
        ("chat_message", "sealed", "id"),
        ("mail_report", "sealed", "order_id, kind, version, fate"),
    ];

    /// <summary>How many ciphertexts are under each data key.</summary>
    public IReadOnlyDictionary<int, long> Count()
    {
        using var session = database.OpenSession();
        var ciphertexts = new Dictionary<int, long>();
        foreach (var (table, column, _) in Places)
        {
            foreach (
                var (head, count) in session.Connection.Query<(string Head, long Count)>(
                    $"SELECT hex(substr({column}, 1, 4)), COUNT(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1"))
            {
                var key = int.Parse(head, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                ciphertexts[key] = ciphertexts.GetValueOrDefault(key) + count;
            }
        }

        return ciphertexts;
    }

    /// <summary>Encrypts anew whatever another key than this one encrypts, in transactions of some hundred rows.</summary>
    /// <returns>How many ciphertexts were encrypted anew.</returns>
    public long EncryptUnder(int key)
    {
        using var session = database.OpenSession();
        return Places.Sum(place => EncryptUnder(session, key, place.Table, place.Column, place.Row));
    }

    private long EncryptUnder(Session session, int key, string table, string column, string row)
    {
        const int batch = 500;
        var head = key.ToString("X8", CultureInfo.InvariantCulture);
        var rows = string.Join(" AND ", row.Split(", ").Select((name, i) => $"{name} = @r{i}"));
        var names = string.Join(", ", row.Split(", ").Select((name, i) => $"{name} AS r{i}"));
        for (var sum = 0L; ; sum += batch)
        {
            using var transaction = session.Connection.BeginTransaction(deferred: false);
            var found = session
                .Connection.Query(
                    $"SELECT {names}, {column} AS ciphertext FROM {table} "
                    + $"WHERE {column} IS NOT NULL AND substr({column}, 1, 4) <> X'{head}' LIMIT {batch}",
                    transaction: transaction)
                .ToList();
            foreach (IDictionary<string, object> each in found)
            {
                var values = new DynamicParameters(each.Where(value => value.Key != "ciphertext").ToDictionary());
                values.Add("ciphertext", encryptor.Encrypt(encryptor.Decrypt((byte[])each["ciphertext"])));
                session.Connection.Execute($"UPDATE {table} SET {column} = @ciphertext WHERE {rows}", values, transaction);
            }

            transaction.Commit();
            if (found.Count < batch)
                return sum + found.Count;
        }
    }
}
