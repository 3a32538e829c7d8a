using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps what was said, by conversation.</summary>
public interface ITranscriptStore : ITranscriptLogger
{
    /// <summary>In the order in which they were written down, from <paramref name="startDate"/> on; a page at a time.</summary>
    Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(
        string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default);

    /// <summary>Those of one channel, oldest first; a page at a time.</summary>
    Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null);

    /// <summary>One that is not there is no error.</summary>
    Task DeleteTranscriptAsync(string channelId, string conversationId);
}

/// <summary>One conversation that was written down.</summary>
public class TranscriptInfo
{
    /// <summary>Where it took place.</summary>
    public string ChannelId { get; set; } = string.Empty;

    /// <summary>Of the conversation.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>When it began.</summary>
    public DateTimeOffset Created { get; set; }
}

/// <summary>Some of many; with a ContinuationToken there are more.</summary>
public class PagedResult<T>
{
    /// <summary>Those of this page.</summary>
    public T[] Items { get; set; } = [];

    /// <summary>Asks for the next page; null on the last one.</summary>
    public string? ContinuationToken { get; set; }
}
