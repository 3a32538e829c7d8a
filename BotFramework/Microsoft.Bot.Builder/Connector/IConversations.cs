namespace Microsoft.Bot.Connector;

/// <summary>What can be done in conversations; <see cref="ConversationsExtensions"/> holds the calls by name.</summary>
public interface IConversations
{
    /// <summary>
    /// One call. <paramref name="path"/> is relative to the service's address, its parts already escaped. An empty
    /// answer is default; a refusal throws ErrorResponseException.
    /// </summary>
    Task<T?> CallAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken);
}
