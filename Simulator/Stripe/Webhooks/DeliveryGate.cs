namespace CommerceBot.Simulator.Stripe.Webhooks;

/// <summary>A test may hold all webhooks back; while the gate is closed nothing is sent and nothing is lost.</summary>
internal sealed class DeliveryGate
{
    private readonly Lock guard = new();
    private TaskCompletionSource? closed;

    public bool IsClosed
    {
        get
        {
            lock (guard) return closed is not null;
        }
    }

    public void Close()
    {
        lock (guard) closed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open()
    {
        lock (guard)
        {
            closed?.TrySetResult();
            closed = null;
        }
    }

    /// <summary>Ends as soon as the gate is open.</summary>
    public async Task OpenAsync(CancellationToken cancel)
    {
        while (true)
        {
            Task waiting;
            lock (guard)
            {
                if (closed is null) return;
                waiting = closed.Task;
            }
            await waiting.WaitAsync(cancel);
        }
    }
}
