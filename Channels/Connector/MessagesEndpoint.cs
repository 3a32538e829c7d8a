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
internal sealed class MessagesEndpoint(
    MessageInbox inbox,
    RowOutcomes outcomes,
    LaneOwners owners,
    ServerAddress own,
    EndpointMetrics counters)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        if (Stranger(request) is { } reason)
            return Refuse(StatusCodes.Status403Forbidden, reason);
        if (await RequestBody.ReadAsync(request, InputLimits.ActivityBody) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!InputLimits.IsShallow(body))
            return Refuse(StatusCodes.Status400BadRequest, "The body is nested too deeply.");
        if (SchemaJson.ReadActivity(body) is not { } activity)
            return Refuse(StatusCodes.Status400BadRequest, "The body is not an activity with a type, a conversation and a sender.");
        if (Problem(activity) is { } problem)
            return Refuse(StatusCodes.Status400BadRequest, problem);
        var message = new IncomingMessage(
            KeyOf(activity), LaneOf(activity), RowKind.Message, activity, activity.GetConversationReference());
        var waits = activity.Type == ActivityTypes.Invoke || activity.DeliveryMode == DeliveryModes.ExpectReplies;
        var stored = (await inbox.AppendAsync([message], CancellationToken.None))[0];
        counters.Count("connector", ConnectorTypes.Counted(activity.Type));
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
        if (request.Headers.Keys.Any(IsOfAProxy))
            return "Without MicrosoftAppId nobody is answered through a tunnel or proxy.";
        // A stranger's name may lead to this machine (DNS rebinding): then its pages may call here as if they were ours.
        if (!LoopbackHost.IsNamed(request.Host.Host))
            return "Without MicrosoftAppId this address is called localhost, 127.0.0.1 or [::1].";
        // A stranger's page in this machine's browser calls from this machine too: its origin gives it away.
        return request.Headers.Origin is { Count: > 0 } origins && !(origins.Count == 1 && LoopbackHost.IsOrigin(origins[0]))
            || request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site.Contains("cross-site")
            ? "Without MicrosoftAppId no page of another site is answered."
            : null;
    }

    private static bool IsOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase) || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase);

    private string? Problem(Activity activity)
    {
        if (!InputLimits.IsChannelId(activity.ChannelId))
            return "channelId is missing, or no channel is called so.";
        if (activity.ChannelId.Equals(Microsoft.Bot.Connector.Channels.Facebook, StringComparison.OrdinalIgnoreCase))
            return $"channelId '{activity.ChannelId}' is not served here: Messenger has its own endpoint.";
        if (!InputLimits.IsConnectorId(activity.Conversation.Id) || !InputLimits.IsConnectorId(activity.From.Id))
            return "conversation.id and from.id must be ids that can stand in an address.";
        if (activity.Id is { Length: > 0 } id && !InputLimits.IsConnectorId(id))
            return "id must be one that can stand in an address.";
        if (owners.Find(LaneOf(activity)) is not ConnectorChannel)
            return $"channelId '{activity.ChannelId}' is not served here: its conversations are another channel's.";
        return InputLimits.FirstBeyond(activity) is { } field
            ? $"{field} is longer than it may be."
            : ServiceAddress.Fault(activity.ServiceUrl, own.Ports());
    }

    private static string LaneOf(Activity activity) => $"{activity.ChannelId}:{activity.Conversation.Id}";

    /// <summary>No id, no deduplication. The conversation is escaped, so that no two of them make one key with their ids.</summary>
    private static string KeyOf(Activity activity)
    {
        var id = string.IsNullOrEmpty(activity.Id) ? RandomNumberGenerator.GetHexString(32) : activity.Id;
        return $"connector:{activity.ChannelId}:{Uri.EscapeDataString(activity.Conversation.Id)}:{id}";
    }

    private static IResult Refuse(int status, string why) =>
        Results.Json(
            new ErrorResponse
            {
                Error = new Error { Code = status == 403 ? "Forbidden" : "BadArgument", Message = why },
            },
            SchemaJson.Options, statusCode: status);
}
