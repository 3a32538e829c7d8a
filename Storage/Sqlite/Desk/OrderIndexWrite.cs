using System.Globalization;
using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>
/// Puts orders from before the desk, or from before its search key was made anew, into what its lists and its search box read: some
/// at a time, each batch in one transaction with how far it has come, so that it may be broken off anywhere.
/// </summary>
internal sealed class OrderIndexWrite(Database database, FieldEncryptor encryptor) : Write<bool>
{
    private const int Batch = 50;
    private const string Progress = "order index";
    private const string Done = "done";

    private bool _isDone;

    /// <summary>Whether all orders are in.</summary>
    protected override bool Result => _isDone;

    /// <summary>Whether nothing is left to do, told by a look.</summary>
    public static bool IsDone(Session session, Database database) =>
        Database.ReadMeta(session, Progress) == $"{database.Words.Mark} {Done}";

    protected override bool Apply(Session session)
    {
        var from = From(session);
        var last = from;
        foreach (var (place, box, id) in Next(session, from))
        {
            var order = JsonSerializer.Deserialize(encryptor.Decrypt(box), OrdersJson.Default.Order)!;
            OrderWords.Between(null, order, database).Write(session, place);
            if (OrderReading.Ledger(session, encryptor, new OrderId(id)) is { } ledger)
                new OrderMoneyRows(ledger).Write(session);
            last = place;
        }

        _isDone = last == from;
        Database.WriteMeta(
            session,
            Progress,
            string.Create(
                CultureInfo.InvariantCulture, $"{database.Words.Mark} {(_isDone ? Done : last.ToString(CultureInfo.InvariantCulture))}"));
        return true;
    }

    /// <summary>Behind which place to go on; 0 to begin, and then nothing of another key is left.</summary>
    private long From(Session session)
    {
        if (Database.ReadMeta(session, Progress)?.Split(' ') is [var mark, var at] && mark == database.Words.Mark)
            return at == Done ? long.MaxValue - 1 : long.Parse(at, CultureInfo.InvariantCulture);
        session.Run("DELETE FROM order_word");
        return 0;
    }

    private static List<(long Place, byte[] Box, string Id)> Next(Session session, long from)
    {
        var rows = new List<(long, byte[], string)>();
        var query = session["SELECT place, sealed, id FROM shop_order WHERE place > ?1 ORDER BY place LIMIT ?2"]
            .Bind(1, from)
            .Bind(2, Batch);
        while (query.Step())
            rows.Add((query.Int64(0), query.Blob(1).ToArray(), query.Text(2)));
        query.Reset();
        return rows;
    }
}
