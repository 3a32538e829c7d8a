using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Shows that the bot is typing when no reply has left within half a second. Nothing waits for it.</summary>
internal sealed class TypingIndicator : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, long> _expected = new(StringComparer.Ordinal);
    private readonly LaneOwners _owners;
    private readonly TimeProvider _time;
    private readonly ILogger<TypingIndicator> _log;
    private readonly ITimer _timer;

    public TypingIndicator(LaneOwners owners, TimeProvider time, ILogger<TypingIndicator> log)
    {
        _owners = owners;
        _time = time;
        _log = log;
        _timer = time.CreateTimer(_ => Look(), null, Patience / 2, Patience / 2);
    }

    public void Expect(string lane) => _expected.TryAdd(lane, _time.GetTimestamp());

    public void Forget(string lane) => _expected.TryRemove(lane, out _);

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        foreach (var (lane, since) in _expected)
        {
            if (_time.GetElapsedTime(since) >= Patience && _expected.TryRemove(lane, out _))
                _ = ShowAsync(lane);
        }
    }

    private async Task ShowAsync(string lane)
    {
        try
        {
            if (_owners.Find(lane) is { } channel)
                await channel.ShowTypingAsync(lane, CancellationToken.None);
        }
        catch (Exception problem)
        {
            // Dots are a courtesy: the reply itself comes by the outbox.
            _log.TypingFailed(problem);
        }
    }
}
