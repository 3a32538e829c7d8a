namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>A conversation id names the Page and the person, so that two Pages of one app never share a conversation.</summary>
public static class FacebookConversation
{
    /// <summary><c>{page}:{person}</c>.</summary>
    public static string Id(string pageId, string personId) => $"{pageId}:{personId}";

    /// <summary>
    /// The Page and the person of an id. An id without a colon, as Microsoft's adapter makes them, is a person of an
    /// unnamed Page.
    /// </summary>
    public static (string? PageId, string? PersonId) Parse(string? conversationId)
    {
        if (string.IsNullOrEmpty(conversationId))
            return (null, null);

        var colon = conversationId.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (null, conversationId) : (conversationId[..colon], conversationId[(colon + 1)..]);
    }
}
