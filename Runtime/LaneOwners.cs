namespace CommerceBot.Runtime;

/// <summary>Which channel a lane belongs to: the one with the longest prefix that fits, in whatever order they were registered.</summary>
internal sealed class LaneOwners
{
    private readonly IChannel[] _channels;

    /// <exception cref="InvalidOperationException">Two channels have the same prefix.</exception>
    public LaneOwners(IEnumerable<IChannel> channels)
    {
        _channels = [.. channels.OrderByDescending(channel => channel.LanePrefix.Length)];
        if (_channels.GroupBy(channel => channel.LanePrefix, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Two channels own the lanes '{twice.Key}...': {string.Join(" and ", twice.Select(each => each.GetType().Name))}.");
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
