using System.Net;
using System.Security.Cryptography;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>
/// <c>POST /api/messages</c> for the Bot Framework Emulator and the Agents Playground. Without an app id nobody can be
/// told from anybody, so only callers on this machine are answered, and only at addresses on this machine.
/// </summary>
internal sealed class ConnectorDoor(InboxDoor inbox, RowOutcomes outcomes, LaneOwners owners, DoorCounters counters)
{
    public const int MaxBody = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        if (Stranger(request) is { } reason)
            return Refuse(StatusCodes.Status403Forbidden, reason);
        if (await RawBody.ReadAsync(request, MaxBody) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (SchemaJson.ReadActivity(body) is not { } activity)
            return Refuse(StatusCodes.Status400BadRequest, "The body is not an activity with a type, a conversation and a sender.");
        if (Problem(activity) is { } problem)
            return Refuse(StatusCodes.Status400BadRequest, problem);
        var arrival = new Arrival(KeyOf(activity), LaneOf(activity), RowKind.Message, activity, activity.GetConversationReference());
        var waits = activity.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies;
        var stored = (await inbox.AppendAsync([arrival], CancellationToken.None))[0];
        counters.Count("connector", activity.Type);
        return waits ? await AnswerAsync(stored.Seq, activity, request.HttpContext.RequestAborted) : Results.Ok();
    }

    /// <summary>Waits for the row's own turn and answers what it left; a repeat of the activity is answered from the same rows.</summary>
    private async Task<IResult> AnswerAsync(long seq, Activity activity, CancellationToken cancellationToken)
    {
        if (await outcomes.WaitAsync(seq, Patience, cancellationToken) is not { } outcome)
            return Results.StatusCode(StatusCodes.Status504GatewayTimeout);
        if (outcome.Status is not { } status)
            return Results.StatusCode(activity.Type == ActivityTypes.Invoke ? (outcome.Dead ? 500 : 501) : 200);
        return outcome.Body.IsEmpty
            ? Results.StatusCode(status)
            : Results.Content(System.Text.Encoding.UTF8.GetString(outcome.Body.Span), "application/json", statusCode: status);
    }

    /// <summary>Why the caller may not be a program of this machine; null when it is one.</summary>
    private static string? Stranger(HttpRequest request)
    {
        if (request.HttpContext.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller))
            return "Without MicrosoftAppId only callers on this machine are answered.";
        // A tunnel or proxy on this machine hides who really asks; these headers say that there is one.
        if (request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded"))
            return "Without MicrosoftAppId nobody is answered through a tunnel or proxy.";
        // A stranger's page in this machine's browser calls from this machine too: its origin gives it away.
        return request.Headers.Origin is [{ } origin] && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback)
            ? "Without MicrosoftAppId no page of another site is answered."
            : null;
    }

    private string? Problem(Activity activity)
    {
        if (activity.ChannelId is null or { Length: 0 })
            return "channelId is missing.";
        if (activity.ChannelId.Equals(Microsoft.Bot.Connector.Channels.Facebook, StringComparison.OrdinalIgnoreCase) || activity.ChannelId.Contains(':', StringComparison.Ordinal))
            return $"channelId '{activity.ChannelId}' is not served here: Messenger has its own door.";
        if (owners.Find(LaneOf(activity)) is not ConnectorChannel)
            return $"channelId '{activity.ChannelId}' is not served here: its conversations are another channel's.";
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) || service.Scheme is not ("http" or "https") || !service.IsLoopback)
            return "serviceUrl must be an http address on this machine while there is no MicrosoftAppId.";
        return null;
    }

    private static string LaneOf(Activity activity) => $"{activity.ChannelId}:{activity.Conversation.Id}";

    /// <summary>No id, no deduplication.</summary>
    private static string KeyOf(Activity activity) =>
        $"{activity.ChannelId}:{activity.Conversation.Id}:{(string.IsNullOrEmpty(activity.Id) ? RandomNumberGenerator.GetHexString(32) : activity.Id)}";

    private static IResult Refuse(int status, string why) =>
        Results.Json(new ErrorResponse { Error = new Error { Code = status == 403 ? "Forbidden" : "BadArgument", Message = why } }, SchemaJson.Options, statusCode: status);
}
