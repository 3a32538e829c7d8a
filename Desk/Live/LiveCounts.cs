using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CommerceBot.Desk.Chats;
using CommerceBot.Desk.Orders;

namespace CommerceBot.Desk.Live;

/// <summary>
/// Tells open pages when orders and chats come or change. Looks only while somebody watches, at most once a second, and asks the
/// database first whether anything was written at all: a turn of the shop costs nothing more for it.
/// </summary>
internal sealed class LiveCounts(IChangeWatch watch, IOrderQueries orders, IChatQueries chats, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly HashSet<Channel<LiveState>> _watchers = [];
    private Task _looking = Task.CompletedTask;

    /// <summary>The counts now, and again whenever they change, until the watcher goes away.</summary>
    public async IAsyncEnumerable<LiveState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Who is slow gets the newest only.
        var channel = Channel.CreateBounded<LiveState>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Enter(channel);
        try
        {
            yield return await CountAsync(cancellationToken);
            await foreach (var counts in channel.Reader.ReadAllAsync(cancellationToken))
                yield return counts;
        }
        finally
        {
            lock (_lock)
                _watchers.Remove(channel);
        }
    }

    private void Enter(Channel<LiveState> channel)
    {
        lock (_lock)
        {
            _watchers.Add(channel);
            if (_looking.IsCompleted)
                _looking = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        await Task.Yield();
        try
        {
            await TellAsync();
        }
        catch (Exception problem)
        {
            // Whoever watches hears of it: their streams end, and their browsers come again.
            foreach (var watcher in Watchers())
                watcher.Writer.TryComplete(problem);
        }
    }

    private async Task TellAsync()
    {
        LiveState? told = null;
        while (Watchers() is { Count: > 0 } watchers)
        {
            if (await watch.HasChangedAsync() && await CountAsync(CancellationToken.None) is var counts && counts != told)
            {
                told = counts;
                foreach (var watcher in watchers)
                    watcher.Writer.TryWrite(counts);
            }

            await Task.Delay(Every, time);
        }
    }

    private async Task<LiveState> CountAsync(CancellationToken cancellationToken)
    {
        var (order, chat) = (await orders.CountAsync(cancellationToken), await chats.CountAsync(cancellationToken));
        return new LiveState(order.ToShip, order.Unpaid, order.Newest, chat.Waiting, chat.Newest);
    }

    private List<Channel<LiveState>> Watchers()
    {
        lock (_lock)
        {
            // Whoever enters from now on begins a new look.
            if (_watchers.Count == 0)
                _looking = Task.CompletedTask;
            return [.. _watchers];
        }
    }
}

/// <param name="Newest">The place of the newest order.</param>
/// <param name="Waiting">Chats that wait for a person.</param>
/// <param name="Message">The number of the newest message of a chat.</param>
internal sealed record LiveState(long ToShip, long Unpaid, long Newest, long Waiting, long Message);

/// <summary>Whether anything was written to the database since the last look.</summary>
internal interface IChangeWatch
{
    Task<bool> HasChangedAsync();
}
