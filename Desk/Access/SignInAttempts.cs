using System.Collections.Concurrent;
using System.Net;

namespace CommerceBot.Desk.Access;

/// <summary>
/// How often somebody may try to sign in from one place: twenty times in five minutes, by the shop's clock. Beside it each person is
/// locked out after five wrong tries, wherever these come from.
/// </summary>
internal sealed class SignInAttempts(TimeProvider time)
{
    private const int Most = 20;
    private const int MostPlaces = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<IPAddress, Queue<DateTimeOffset>> _places = new();

    /// <summary>Counts one try; false when there were too many.</summary>
    public bool TryCount(IPAddress? from)
    {
        var now = time.GetUtcNow();
        if (_places.Count > MostPlaces)
            Forget(now);
        var tries = _places.GetOrAdd(PlaceOf(from), _ => new Queue<DateTimeOffset>());
        lock (tries)
        {
            while (tries.TryPeek(out var first) && now - first > Window)
                tries.Dequeue();
            if (tries.Count >= Most)
                return false;
            tries.Enqueue(now);
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (place, tries) in _places)
        {
            lock (tries)
            {
                if (tries.Count == 0 || now - tries.Last() > Window)
                    _places.TryRemove(place, out _);
            }
        }
    }

    /// <summary>Whoever has one address of IPv6 has its 64 bits of neighbours.</summary>
    private static IPAddress PlaceOf(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
