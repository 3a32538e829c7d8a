using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>The Connector's calls by name.</summary>
public static class ConversationsExtensions
{
    /// <summary>Opens a conversation between the bot and one user.</summary>
    public static Task<ConversationResourceResponse?> CreateDirectConversationAsync(
        this IConversations operations, ChannelAccount bot, ChannelAccount user, Activity? activity = null,
        CancellationToken cancellationToken = default) =>
        operations.CreateConversationAsync(
            new ConversationParameters
            {
                Bot = bot,
                Members = [user],
                Activity = activity,
            },
            cancellationToken);

    /// <summary>Opens a conversation between the bot and one user, by their ids.</summary>
    public static Task<ConversationResourceResponse?> CreateDirectConversationAsync(
        this IConversations operations, string botAddress, string userAddress, Activity? activity = null,
        CancellationToken cancellationToken = default) =>
        operations.CreateDirectConversationAsync(
            new ChannelAccount(botAddress), new ChannelAccount(userAddress), activity, cancellationToken);

    /// <summary>Sends to the conversation that the activity names.</summary>
    public static Task<ResourceResponse?> SendToConversationAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default
    ) => operations.SendToConversationAsync(ConversationOf(activity), activity, cancellationToken);

    /// <summary>Replies to the activity that ReplyToId names.</summary>
    public static Task<ResourceResponse?> ReplyToActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.ReplyToActivityAsync(
            ConversationOf(activity), Required(activity.ReplyToId, nameof(activity.ReplyToId)), activity, cancellationToken);

    /// <summary>Puts the activity in the place of the one with its id.</summary>
    public static Task<ResourceResponse?> UpdateActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default
    ) => operations.UpdateActivityAsync(ConversationOf(activity), Required(activity.Id, nameof(activity.Id)), activity, cancellationToken);

    /// <summary>Those that the bot is in, a page at a time.</summary>
    public static Task<ConversationsResult?> GetConversationsAsync(
        this IConversations operations, string? continuationToken = null, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ConversationsResult>(
                HttpMethod.Get, ConnectorRoutes.Conversations + Query(("continuationToken", continuationToken)), null, cancellationToken);

    /// <summary>Opens a conversation.</summary>
    public static Task<ConversationResourceResponse?> CreateConversationAsync(
        this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ConversationResourceResponse>(HttpMethod.Post, ConnectorRoutes.Conversations, parameters, cancellationToken);

    /// <summary>Sends behind everything else in the conversation.</summary>
    public static Task<ResourceResponse?> SendToConversationAsync(
        this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ResourceResponse>(HttpMethod.Post, ConnectorRoutes.Activities(conversationId), activity, cancellationToken);

    /// <summary>Puts past activities into the conversation.</summary>
    public static Task<ResourceResponse?> SendConversationHistoryAsync(
        this IConversations operations, string conversationId, Transcript transcript, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ResourceResponse>(
                HttpMethod.Post, ConnectorRoutes.Activities(conversationId) + "/history", transcript, cancellationToken);

    /// <summary>Puts the activity in the place of the one with this id.</summary>
    public static Task<ResourceResponse?> UpdateActivityAsync(
        this IConversations operations, string conversationId, string activityId, Activity activity,
        CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ResourceResponse>(HttpMethod.Put, ConnectorRoutes.Activity(conversationId, activityId), activity, cancellationToken);

    /// <summary>Sends as an answer to the activity with this id.</summary>
    public static Task<ResourceResponse?> ReplyToActivityAsync(
        this IConversations operations, string conversationId, string activityId, Activity activity,
        CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ResourceResponse>(
                HttpMethod.Post, ConnectorRoutes.Activity(conversationId, activityId), activity, cancellationToken);

    /// <summary>Takes an activity back.</summary>
    public static Task DeleteActivityAsync(
        this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<object>(HttpMethod.Delete, ConnectorRoutes.Activity(conversationId, activityId), null, cancellationToken);

    /// <summary>Everybody in the conversation at once.</summary>
    public static Task<IList<ChannelAccount>?> GetConversationMembersAsync(
        this IConversations operations, string conversationId, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<IList<ChannelAccount>>(
                HttpMethod.Get, ConnectorRoutes.Conversation(conversationId) + "/members", null, cancellationToken);

    /// <summary>Everybody in the conversation, a page at a time.</summary>
    public static Task<PagedMembersResult?> GetConversationPagedMembersAsync(
        this IConversations operations, string conversationId, int? pageSize = default, string? continuationToken = null,
        CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<PagedMembersResult>(
                HttpMethod.Get, ConnectorRoutes.Conversation(conversationId)
                    + "/pagedmembers"
                    + Query(("pageSize", pageSize?.ToString(CultureInfo.InvariantCulture)), ("continuationToken", continuationToken)),
                null, cancellationToken);

    /// <summary>Takes somebody out of the conversation.</summary>
    public static Task DeleteConversationMemberAsync(
        this IConversations operations, string conversationId, string memberId, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<object>(
                HttpMethod.Delete, $"{ConnectorRoutes.Conversation(conversationId)}/members/{Uri.EscapeDataString(memberId)}", null,
                cancellationToken);

    /// <summary>Who an activity is for or from.</summary>
    public static Task<IList<ChannelAccount>?> GetActivityMembersAsync(
        this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<IList<ChannelAccount>>(
                HttpMethod.Get, ConnectorRoutes.Activity(conversationId, activityId) + "/members", null, cancellationToken);

    /// <summary>Gives the channel a file to keep; the result is its id there.</summary>
    public static Task<ResourceResponse?> UploadAttachmentAsync(
        this IConversations operations, string conversationId, AttachmentData attachmentUpload,
        CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ResourceResponse>(
                HttpMethod.Post, ConnectorRoutes.Conversation(conversationId) + "/attachments", attachmentUpload, cancellationToken);

    /// <summary>One member of a conversation.</summary>
    public static Task<ChannelAccount?> GetConversationMemberAsync(
        this Conversations operations, string userId, string conversationId, CancellationToken cancellationToken = default) =>
        Given(operations)
            .CallAsync<ChannelAccount>(
                HttpMethod.Get, $"{ConnectorRoutes.Conversation(conversationId)}/members/{Uri.EscapeDataString(userId)}", null,
                cancellationToken);

    private static IConversations Given(IConversations operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        return operations;
    }

    private static string ConversationOf(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Required(activity.Conversation?.Id, "Conversation.Id");
    }

    private static string Required(string? id, string name) =>
        string.IsNullOrEmpty(id) ? throw new ArgumentException($"The activity has no {name}.", name) : id;

    private static string Query(params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? string.Empty : "?" + string.Join('&', given);
    }
}
