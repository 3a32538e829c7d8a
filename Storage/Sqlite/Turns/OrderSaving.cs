using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite.Desk;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>What is written beside an order that a turn saves: the words it is found by, and that its state changed.</summary>
/// <param name="before">As the turn read it; null for a new order.</param>
internal sealed class OrderSaving(Order? before)
{
    private Order? _after;
    private OrderWords? _words;

    /// <summary>Takes the newest form of it; true at the first one.</summary>
    public bool Note(Order after)
    {
        var isFirst = _after is null;
        _after = after;
        return isFirst;
    }

    /// <summary>Off the writer's thread: hashing takes its time.</summary>
    public void Prepare(Database database) => _words = OrderWords.Between(before, _after!, database);

    public bool Write(Session session, DateTimeOffset now)
    {
        _words!.Write(session, _after!.Id.Value);
        if (before is not null && before.State != _after.State)
            AuditRows.Add(session, now, null, $"state.{_after.State}", _after.Id.Value, null);
        return true;
    }
}
