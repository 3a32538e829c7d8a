using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Turns;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Lanes;

/// <summary>
/// One conversation is one lane: its rows are handled one at a time, in order; lanes run beside each other. Nothing
/// rests on this for correctness, the commit's conditions do that.
/// </summary>
internal sealed class LaneScheduler(
    TurnRunner runner,
    InFlightJournal journal,
    RowOutcomes outcomes,
    Backlog backlog,
    IdleTracker idleTracker,
    TimeProvider time,
    ILogger<LaneScheduler> log) : IDisposable
{
    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<long, bool> _known = new();
    /// <summary>The lanes that run. Most have nothing waiting: then there is no queue.</summary>
    private readonly Dictionary<string, Queue<InboxRow>?> _lanes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Puts a row at the end of its lane; one that is there already is left alone.</summary>
    public void Add(InboxRow row)
    {
        if (!_known.TryAdd(row.Seq, true))
            return;
        backlog.Enter();
        lock (_lock)
        {
            ref var waiting = ref CollectionsMarshal.GetValueRefOrAddDefault(_lanes, row.Lane, out var runs);
            if (runs)
            {
                (waiting ??= new()).Enqueue(row);
                return;
            }

            idleTracker.Begin();
        }

        ThreadPool.UnsafeQueueUserWorkItem(new Lane(this, row), preferLocal: false);
    }

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    private async Task RunLaneAsync(InboxRow first)
    {
        try
        {
            // One method for all of a row's way: each more would be one more object for every message.
            for (InboxRow? row = first; row is not null; row = Next(row))
            {
                var slot = journal.Begin(row.Seq);
                try
                {
                    await runner.RunAsync(row, _stop.Token);
                }
                catch (Exception problem)
                {
                    await RetryUntilStoredAsync(row, problem);
                }
                finally
                {
                    journal.End(slot);
                    _known.TryRemove(row.Seq, out _);
                    backlog.Leave();
                    outcomes.Ended(row.Seq);
                }
            }
        }
        finally
        {
            idleTracker.End();
        }
    }

    /// <summary>The store itself failed: the lane waits for it, since its rows must keep their order.</summary>
    private async Task RetryUntilStoredAsync(InboxRow row, Exception problem)
    {
        while (!_stop.IsCancellationRequested)
        {
            log.LaneFailed(row.Seq, problem);
            try
            {
                await idleTracker.WaitAsync(StoreTrouble, time, _stop.Token);
                await runner.RunAsync(row, _stop.Token);
                return;
            }
            catch (Exception again)
            {
                problem = again;
            }
        }

        log.LaneStopped(row.Seq, problem);
    }

    private InboxRow? Next(InboxRow done)
    {
        lock (_lock)
        {
            if (_lanes[done.Lane] is { } waiting && waiting.TryDequeue(out var next))
                return next;
            _lanes.Remove(done.Lane);
            return null;
        }
    }

    /// <summary>A lane that begins with a row.</summary>
    private sealed class Lane(LaneScheduler queues, InboxRow first) : IThreadPoolWorkItem
    {
        public void Execute() => _ = queues.RunLaneAsync(first);
    }
}
