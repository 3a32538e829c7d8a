namespace CommerceBot.Runtime;

/// <summary>Which channel a lane belongs to: the one with the longest prefix that fits, in whatever order they were registered.</summary>
internal sealed class LaneOwners
{
    private readonly IChannel[] _channels;

    /// <exception cref="InvalidOperationException">Two channels have the same prefix.</exception>
    public LaneOwners(IEnumerable<IChannel> channels)
    {
        _channels = [.. channels.OrderByDescending(channel => channel.LanePrefix.Length)];
        var owners = _channels.GroupBy(channel => channel.LanePrefix, StringComparer.Ordinal);
        if (owners.FirstOrDefault(same => same.Count() > 1) is not { } twice)
            return;
        var names = string.Join(" and ", twice.Select(channel => channel.GetType().Name));
        throw new InvalidOperationException($"Two channels own the lanes '{twice.Key}...': {names}.");
    }

    /// <summary>Null when no channel that is on owns it.</summary>
    public IChannel? Find(string lane)
    {
        foreach (var channel in _channels)
        {
            if (lane.StartsWith(channel.LanePrefix, StringComparison.Ordinal))
                return channel;
        }

        return null;
    }
}
