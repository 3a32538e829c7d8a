namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>
/// One conversation's webhooks. They go in order while the bot takes them. One that the bot refuses waits for its
/// own next try and the others pass it; while nobody answers at all, everything waits.
/// </summary>
internal sealed class WebhookLane(
    Func<Webhook, CancellationToken, Task<Outcome>> post,
    Action<Webhook, Outcome> settled,
    Action<Webhook> givenUp,
    TimeProvider time,
    CancellationToken stopping)
{
    private readonly Lock gate = new();
    private readonly List<Webhook> waiting = [];
    private TaskCompletionSource changed = NewSignal();
    private bool running;

    public IReadOnlyList<Webhook> Waiting
    {
        get
        {
            lock (gate)
                return [.. waiting];
        }
    }

    /// <summary>A new event is also a reason to try the older ones again now.</summary>
    public void Add(Webhook webhook)
    {
        lock (gate)
            waiting.Add(webhook);
        TryNow();
    }

    public void TryNow()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var webhook in waiting.Where(w => w.Due > now))
                webhook.Due = now;
            changed.TrySetResult();
            if (running || waiting.Count is 0)
                return;
            running = true;
        }

        _ = Task.Run(RunAsync, CancellationToken.None);
    }

    private async Task RunAsync()
    {
        try
        {
            while (Next(out var signal) is { } next)
            {
                var now = time.GetUtcNow();
                if (next.IsTooOld(now))
                    GiveUp(next);
                else if (next.Due > now)
                    await WaitAsync(next.Due - now, signal);
                else
                    Settle(next, await post(next, stopping), signal);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The program ends, and with it this memory of undelivered events.
        }
    }

    private Webhook? Next(out Task signal)
    {
        lock (gate)
        {
            if (changed.Task.IsCompleted)
                changed = NewSignal();
            signal = changed.Task;
            if (waiting.Count is 0)
            {
                running = false;
                return null;
            }

            var now = time.GetUtcNow();
            return waiting.Find(w => w.Due <= now || w.IsTooOld(now)) ?? waiting.MinBy(w => w.Due);
        }
    }

    private async Task WaitAsync(TimeSpan pause, Task signal)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Task.Delay(pause, time, done.Token), signal);
        await done.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    /// <param name="signal">Set when somebody asked for a new try while this one was under way: it is too old to be their answer.</param>
    private void Settle(Webhook webhook, Outcome outcome, Task signal)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            switch (outcome)
            {
                case Outcome.Taken:
                    waiting.Remove(webhook);
                    break;
                case Outcome.Refused refused:
                    webhook.Failed(refused.Why, now);
                    webhook.Due = signal.IsCompleted ? now : webhook.Due;
                    break;
                case Outcome.Unreachable unreachable:
                    webhook.Failed(unreachable.Why, now);
                    webhook.Due = signal.IsCompleted ? now : webhook.Due;
                    foreach (var other in waiting.Where(w => w.Due < webhook.Due))
                        other.Due = webhook.Due;
                    break;
            }
        }

        settled(webhook, outcome);
    }

    private void GiveUp(Webhook webhook)
    {
        lock (gate)
            waiting.Remove(webhook);
        givenUp(webhook);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
