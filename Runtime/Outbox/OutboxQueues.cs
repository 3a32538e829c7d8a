using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Outbox;

/// <summary>
/// Sends what turns wrote, and is the only retry there is. Messages keep their order among their lane's, calls among
/// their order's; neither waits for the other, and a dead row frees the next.
/// </summary>
internal sealed class OutboxQueues(OutboxDispatcher dispatcher, IdleTracker idleTracker, TimeProvider time, ILogger<OutboxQueues> log)
    : IDisposable
{
    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    /// <summary>The queues that run. Most have nothing waiting: then there is no queue.</summary>
    private readonly Dictionary<(OutboxQueue Queue, string Name), Running> _queues = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();

    public void Add(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore)
    {
        var waiting = new Waiting(row, wasWaiting, notBefore);
        var name = (dispatcher.QueueOf(row), row.Queue);
        lock (_lock)
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_queues, name, out var runs);
            if (runs)
            {
                (queue.Rest ??= new()).Enqueue(waiting);
                return;
            }

            queue.Head = row;
            idleTracker.Begin();
        }

        ThreadPool.UnsafeQueueUserWorkItem(new Run(this, name, waiting), preferLocal: false);
    }

    /// <summary>
    /// When the oldest row was written that is not carried out yet; null when none waits. Within a queue that is its
    /// first.
    /// </summary>
    public DateTimeOffset? OldestCreated()
    {
        lock (_lock)
            return _queues.Count == 0 ? null : _queues.Values.Min(queue => queue.Head.Created);
    }

    public bool IsMessage(OutboxRow row) => dispatcher.QueueOf(row) == OutboxQueue.Messages;

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private async Task RunQueueAsync((OutboxQueue Queue, string Name) name, Waiting first)
    {
        try
        {
            for (Waiting? waiting = first; waiting is not null; waiting = Next(name))
            {
                try
                {
                    await dispatcher.DeliverAsync(waiting.Row, waiting.WasWaiting, waiting.NotBefore, _stop.Token);
                }
                catch (Exception problem) when (!_stop.IsCancellationRequested)
                {
                    await RetryUntilStoredAsync(waiting, problem);
                }
            }
        }
        catch (Exception stop) when (_stop.IsCancellationRequested)
        {
            log.OutboxStopped($"{name.Queue}:{name.Name}", stop);
        }
        finally
        {
            idleTracker.End();
        }
    }

    /// <summary>The store failed: the queue waits for it, since its rows must keep their order.</summary>
    private async Task RetryUntilStoredAsync(Waiting waiting, Exception problem)
    {
        while (true)
        {
            log.OutboxFailed(waiting.Row.PublicId, problem);
            await idleTracker.WaitAsync(StoreTrouble, time, _stop.Token);
            try
            {
                await dispatcher.DeliverAsync(waiting.Row, waiting.WasWaiting, waiting.NotBefore, _stop.Token);
                return;
            }
            catch (Exception again) when (!_stop.IsCancellationRequested)
            {
                problem = again;
            }
        }
    }

    private Waiting? Next((OutboxQueue Queue, string Name) name)
    {
        lock (_lock)
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrNullRef(_queues, name);
            if (queue.Rest is { } rest && rest.TryDequeue(out var next))
            {
                queue.Head = next.Row;
                return next;
            }

            _queues.Remove(name);
            return null;
        }
    }

    /// <summary>A queue that runs: the row that it is at, and those behind it.</summary>
    private struct Running
    {
        public OutboxRow Head;
        public Queue<Waiting>? Rest;
    }

    private sealed record Waiting(OutboxRow Row, bool WasWaiting, DateTimeOffset NotBefore);

    /// <summary>A queue that begins with a row.</summary>
    private sealed class Run(OutboxQueues queues, (OutboxQueue Queue, string Name) name, Waiting first) : IThreadPoolWorkItem
    {
        public void Execute() => _ = queues.RunQueueAsync(name, first);
    }
}
