namespace CommerceBot.Runtime.Turns;

/// <summary>
/// Turns run side by side. Of two that want the same thing the quicker one may win every time, so a turn that keeps
/// losing runs alone once: nobody can be in its way.
/// </summary>
internal sealed class Crowd : IDisposable
{
    /// <summary>More turns than a group of commits holds.</summary>
    private const int Places = 512;

    private readonly SemaphoreSlim _places = new(Places, Places);
    private readonly SemaphoreSlim _alone = new(1, 1);

    public async Task<T> AmongOthersAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await run();
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits until every turn under way has ended, and lets no other begin before this one has.</summary>
    public async Task<T> AloneAsync<T>(Func<Task<T>> run, CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++)
                await _places.WaitAsync(cancellationToken);
            return await run();
        }
        finally
        {
            if (taken > 0)
                _places.Release(taken);
            _alone.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _alone.Dispose();
    }
}
