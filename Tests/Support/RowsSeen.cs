using CommerceBot.Runtime;

namespace CommerceBot.Tests.Support;

/// <summary>Hears of rows in place of lanes and outbox, and only writes down what it heard.</summary>
internal sealed class RowsSeen : IRowObserver
{
    private readonly Lock _lock = new();
    private readonly List<InboxRow> _arrived = [];
    private readonly List<(OutboxRow Row, bool WasWaiting, DateTimeOffset NotBefore)> _toSend = [];
    private readonly List<OutboxId> _echoes = [];
    private readonly List<DateTimeOffset> _timers = [];

    /// <summary>What to do, on the store's own thread, when it tells of a call.</summary>
    public Action<OutboxRow>? OnToSend { get; init; }

    public IReadOnlyList<InboxRow> Arrivals => Copy(_arrived);

    public IReadOnlyList<(OutboxRow Row, bool WasWaiting, DateTimeOffset NotBefore)> Calls => Copy(_toSend);

    public IReadOnlyList<OutboxId> Echoes => Copy(_echoes);

    public IReadOnlyList<DateTimeOffset> Timers => Copy(_timers);

    public void Arrived(InboxRow row) => Note(_arrived, row);

    public void ToSend(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore)
    {
        Note(_toSend, (row, wasWaiting, notBefore));
        OnToSend?.Invoke(row);
    }

    public void NothingToSend(string lane)
    {
        // Only the dots of the bot's typing go by it.
    }

    public void EchoSeen(OutboxId message) => Note(_echoes, message);

    public void TimerSet(DateTimeOffset due) => Note(_timers, due);

    private void Note<T>(List<T> list, T item)
    {
        lock (_lock)
            list.Add(item);
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_lock)
            return [.. list];
    }
}
