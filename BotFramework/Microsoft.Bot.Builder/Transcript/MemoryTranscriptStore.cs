using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Transcripts for as long as the process lives. Tokens are positions.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private const int PageSize = 20;
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Channel, string Conversation), List<IActivity>> _transcripts = [];

    /// <inheritdoc/>
    public Task LogActivityAsync(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (_lock)
        {
            var key = (activity.ChannelId, activity.Conversation.Id);
            if (!_transcripts.TryGetValue(key, out var transcript))
                _transcripts[key] = transcript = [];
            transcript.Add(activity);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default)
    {
        lock (_lock)
        {
            var said = _transcripts.GetValueOrDefault((channelId, conversationId)) ?? [];
            return Task.FromResult(
                Page([.. said.Where(activity => startDate == default || activity.Timestamp >= startDate)], continuationToken));
        }
    }

    /// <inheritdoc/>
    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null)
    {
        lock (_lock)
        {
            var found =
                from entry in _transcripts
                where entry.Key.Channel == channelId
                select new TranscriptInfo
                {
                    ChannelId = channelId,
                    Id = entry.Key.Conversation,
                    Created = entry.Value[0].Timestamp ?? default,
                };
            return Task.FromResult(Page([.. found.OrderBy(info => info.Created)], continuationToken));
        }
    }

    /// <inheritdoc/>
    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        lock (_lock)
            _transcripts.Remove((channelId, conversationId));
        return Task.CompletedTask;
    }

    private static PagedResult<T> Page<T>(T[] all, string? token)
    {
        var start = token is null ? 0 : int.Parse(token, CultureInfo.InvariantCulture);
        var next = start + PageSize;
        return new PagedResult<T>
        {
            Items = [.. all.Skip(start).Take(PageSize)],
            ContinuationToken = next < all.Length ? next.ToString(CultureInfo.InvariantCulture) : null,
        };
    }
}
