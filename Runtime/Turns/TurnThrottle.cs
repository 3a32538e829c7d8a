namespace CommerceBot.Runtime.Turns;

/// <summary>
/// Turns run side by side. Of two that want the same thing the quicker one may win every time, so a turn that keeps
/// losing runs alone once: nobody can be in its way.
/// </summary>
internal sealed class TurnThrottle : IDisposable
{
    /// <summary>More turns than run at a time on the machines that this is for; more than these wait for a place.</summary>
    private const int Places = 512;

    private readonly SemaphoreSlim _places = new(Places, Places);
    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <summary>
    /// Takes one place, or all of them: then every turn under way has ended, and no other begins before this one has
    /// left.
    /// </summary>
    public Task EnterAsync(bool alone, CancellationToken cancellationToken) =>
        alone ? TakeAllAsync(cancellationToken) : _places.WaitAsync(cancellationToken);

    public void Leave(bool alone)
    {
        _places.Release(alone ? Places : 1);
        if (alone)
            _alone.Release();
    }

    public void Dispose()
    {
        _places.Dispose();
        _alone.Dispose();
    }

    private async Task TakeAllAsync(CancellationToken cancellationToken)
    {
        await _alone.WaitAsync(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < Places; taken++)
                await _places.WaitAsync(cancellationToken);
        }
        catch
        {
            if (taken > 0)
                _places.Release(taken);
            _alone.Release();
            throw;
        }
    }
}
