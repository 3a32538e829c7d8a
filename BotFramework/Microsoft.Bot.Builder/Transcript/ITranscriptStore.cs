using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps what was said, by conversation.</summary>
public interface ITranscriptStore : ITranscriptLogger
{
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default);

    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null);

    Task DeleteTranscriptAsync(string channelId, string conversationId);
}

/// <summary>One conversation that was written down.</summary>
public class TranscriptInfo
{
    public string ChannelId { get; set; } = string.Empty;

    public string Id { get; set; } = string.Empty;

    public DateTimeOffset Created { get; set; }
}

/// <summary>Some of many; with a ContinuationToken there are more.</summary>
public class PagedResult<T>
{
    public T[] Items { get; set; } = [];

    public string? ContinuationToken { get; set; }
}
