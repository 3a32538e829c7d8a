using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>What a save changes of the words by which an order is found.</summary>
/// <param name="Gone">Hashes of words that were the order's.</param>
/// <param name="Come">Hashes of words that are new.</param>
internal sealed record OrderWords(IReadOnlyList<long> Gone, IReadOnlyList<long> Come)
{
    private static readonly OrderWords None = new([], []);

    /// <param name="before">As the turn read it; null for a new order.</param>
    public static OrderWords Between(Order? before, Order after, Database database)
    {
        if (before is not null && before.Contact == after.Contact && before.Address == after.Address
            && ReferenceEquals(before.Shipments, after.Shipments) && before.Tracking == after.Tracking && before.Invoice == after.Invoice)
            return None;
        var (old, now) = (before is null ? new HashSet<string>() : OrderSearchWords.Of(before), OrderSearchWords.Of(after));
        return new OrderWords([.. old.Except(now).Select(database.Words.Of)], [.. now.Except(old).Select(database.Words.Of)]);
    }

    /// <summary>Writes them beside the order, which is there already.</summary>
    public void Write(Session session, string order)
    {
        if (Gone.Count == 0 && Come.Count == 0)
            return;
        var query = session["SELECT place FROM shop_order WHERE id = ?1"].Bind(1, order);
        var place = query.Step() ? query.Int64(0) : throw new InvalidOperationException($"Order {order} is not there yet.");
        query.Reset();
        Write(session, place);
    }

    public void Write(Session session, long place)
    {
        foreach (var word in Gone)
            session["DELETE FROM order_word WHERE word = ?1 AND place = ?2"].Bind(1, word).Bind(2, place).Execute();
        foreach (var word in Come)
            session["INSERT INTO order_word (word, place) VALUES (?1, ?2) ON CONFLICT DO NOTHING"].Bind(1, word).Bind(2, place).Execute();
    }
}
