using System.Collections.Concurrent;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>Idempotency keys of requests that are being worked on now.</summary>
internal sealed class InFlightKeys
{
    private readonly ConcurrentDictionary<string, byte> keys = new(StringComparer.Ordinal);

    /// <returns>Releases the key when disposed.</returns>
    public IDisposable Enter(string key) => keys.TryAdd(key, 0)
        ? new Hold(keys, key)
        : throw StripeRefusal.Conflict(key);

    private sealed class Hold(ConcurrentDictionary<string, byte> keys, string key) : IDisposable
    {
        public void Dispose() => keys.TryRemove(key, out _);
    }
}
