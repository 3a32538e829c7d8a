namespace Microsoft.Bot.Connector;

/// <summary>The Connector's paths, relative to a service URL. Ids hold pipes, semicolons and slashes, so they are escaped.</summary>
internal static class ConnectorRoutes
{
    public const string Conversations = "v3/conversations";

    public static string Activities(string conversationId) => $"{Conversation(conversationId)}/activities";

    public static string Activity(string conversationId, string activityId) =>
        $"{Activities(conversationId)}/{Uri.EscapeDataString(activityId)}";

    public static string Conversation(string conversationId) => $"{Conversations}/{Uri.EscapeDataString(conversationId)}";

    public static string Absolute(string serviceUrl, string path) => $"{serviceUrl.TrimEnd('/')}/{path}";
}
