using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Outbox;

/// <summary>
/// Sends what turns wrote, and is the only retry there is. Messages keep their order among their lane's, calls among
/// their order's; neither waits for the other, and a dead row frees the next.
/// </summary>
internal sealed class OutboxQueues(OutboxCourier courier, Pulse pulse, TimeProvider time, ILogger<OutboxQueues> log) : IDisposable
{
    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    /// <summary>The queues that run. Most have nothing waiting: then there is no queue.</summary>
    private readonly Dictionary<(OutboxQueue Queue, string Name), Queue<Waiting>?> _queues = [];
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();

    public void Add(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore)
    {
        var waiting = new Waiting(row, wasWaiting, notBefore);
        var name = (courier.QueueOf(row), row.Queue);
        lock (_lock)
        {
            ref var queue = ref CollectionsMarshal.GetValueRefOrAddDefault(_queues, name, out var runs);
            if (runs)
            {
                (queue ??= new()).Enqueue(waiting);
                return;
            }

            pulse.Begin();
        }

        ThreadPool.UnsafeQueueUserWorkItem(new Run(this, name, waiting), preferLocal: false);
    }

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
                    await courier.DeliverAsync(waiting.Row, waiting.WasWaiting, waiting.NotBefore, _stop.Token);
                }
                catch (Exception problem) when (!_stop.IsCancellationRequested)
                {
                    await InsistAsync(waiting, problem);
                }
            }
        }
        catch (Exception stop) when (_stop.IsCancellationRequested)
        {
            log.OutboxStopped($"{name.Queue}:{name.Name}", stop);
        }
        finally
        {
            pulse.End();
        }
    }

    /// <summary>The store failed: the queue waits for it, since its rows must keep their order.</summary>
    private async Task InsistAsync(Waiting waiting, Exception problem)
    {
        while (true)
        {
            log.OutboxFailed(waiting.Row.PublicId, problem);
            await pulse.RestAsync(StoreTrouble, time, _stop.Token);
            try
            {
                await courier.DeliverAsync(waiting.Row, waiting.WasWaiting, waiting.NotBefore, _stop.Token);
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
            if (_queues[name] is { } queue && queue.TryDequeue(out var next))
                return next;
            _queues.Remove(name);
            return null;
        }
    }

    private sealed record Waiting(OutboxRow Row, bool WasWaiting, DateTimeOffset NotBefore);

    /// <summary>A queue that begins with a row.</summary>
    private sealed class Run(OutboxQueues queues, (OutboxQueue Queue, string Name) name, Waiting first) : IThreadPoolWorkItem
    {
        public void Execute() => _ = queues.RunQueueAsync(name, first);
    }
}
