using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Outbox;

/// <summary>
/// Sends what turns wrote, and is the only retry there is. Messages keep their order among their lane's, calls among
/// their order's; neither waits for the other, and a dead row frees the next.
/// </summary>
internal sealed class OutboxQueues(OutboxCourier courier, Pulse pulse, TimeProvider time, ILogger<OutboxQueues> log) : IDisposable
{
    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Queue<Waiting>> _queues = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();

    public void Add(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore)
    {
        var waiting = new Waiting(row, wasWaiting, notBefore);
        var name = $"{courier.QueueOf(row)}:{row.Queue}";
        lock (_lock)
        {
            if (_queues.TryGetValue(name, out var queue))
            {
                queue.Enqueue(waiting);
                return;
            }

            _queues.Add(name, new Queue<Waiting>());
            pulse.Begin();
        }

        _ = Task.Run(() => RunQueueAsync(name, waiting));
    }

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private async Task RunQueueAsync(string name, Waiting first)
    {
        try
        {
            for (Waiting? waiting = first; waiting is not null; waiting = Next(name))
            {
                while (!await TryAsync(waiting))
                    await pulse.RestAsync(StoreTrouble, time, _stop.Token);
            }
        }
        catch (Exception stop) when (_stop.IsCancellationRequested)
        {
            log.OutboxStopped(name, stop);
        }
        finally
        {
            pulse.End();
        }
    }

    private async Task<bool> TryAsync(Waiting waiting)
    {
        try
        {
            await courier.DeliverAsync(waiting.Row, waiting.WasWaiting, waiting.NotBefore, _stop.Token);
            return true;
        }
        catch (Exception problem) when (!_stop.IsCancellationRequested)
        {
            log.OutboxFailed(waiting.Row.PublicId, problem);
            return false;
        }
    }

    private Waiting? Next(string name)
    {
        lock (_lock)
        {
            if (_queues[name].TryDequeue(out var next))
                return next;
            _queues.Remove(name);
            return null;
        }
    }

    private sealed record Waiting(OutboxRow Row, bool WasWaiting, DateTimeOffset NotBefore);
}
