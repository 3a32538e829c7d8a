using CommerceBot.Chats;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// Messenger's webhook: raw bytes, signature in constant time, events, rows, 200. What can never become a row is
/// counted and answered 200 too, since any other answer makes Meta send it again and at last switch the webhook off.
/// </summary>
internal sealed class MessengerWebhookEndpoint(
    MessengerSettings settings, MessageInbox inbox, IRuntimeStore store, EndpointMetrics counters, ILogger<MessengerWebhookEndpoint> log)
{
    /// <summary>Longer messages than this cannot be sent to a person (Send API, read in November 2026).</summary>
    private const int LongestEcho = 2000;

    /// <summary>Answers Meta's question whether this address is ours.</summary>
    public IResult Verify(HttpRequest request)
    {
        var query = request.Query;
        return query["hub.mode"] == "subscribe" && SecretText.AreEqual(query["hub.verify_token"], settings.VerifyToken)
            ? Results.Text(query["hub.challenge"].ToString())
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task ReceiveAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        response.ContentLength = 0;
        if (await RequestBody.ReadAsync(request, InputLimits.MessengerBody) is not { } body)
        {
            response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (!FacebookSignature.Verify(body, request.Headers[FacebookSignature.HeaderName], settings.AppSecret))
        {
            counters.Count("messenger", "wrong-signature");
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var messages = new List<IncomingMessage>(1);
        foreach (var read in FacebookWebhook.Read(body))
        {
            if (Sort(read, messages) is { } echo)
                await TakeEchoAsync(echo);
        }

        if (messages.Count > 0)
            await inbox.AppendAsync(messages, CancellationToken.None);
    }

    /// <summary>Counts an event, and lays it with the arrivals if it is one. Answers it if it is an echo.</summary>
    private FacebookEvent? Sort(FacebookEvent read, List<IncomingMessage> messages)
    {
        var refused = WhyNot(read);
        counters.Count("messenger", refused ?? KindOf(read));
        if (refused is not null)
            return null;
        if (read.Kind == FacebookEventKind.Echo)
            return read;
        if (read.Kind == FacebookEventKind.Malformed)
            log.MalformedEvent(read.Fault ?? "unknown");
        else if (read is { IsStandby: false, Activity: { } activity })
            messages.Add(
                new IncomingMessage(
                    read.DedupeKey, LaneOf(activity.Conversation.Id), RowKind.Message, activity, activity.GetConversationReference()));
        return null;
    }

    /// <summary>Under what name an event is counted that can never become a row; null when it may.</summary>
    private static string? WhyNot(FacebookEvent read)
    {
        if (read.Activity is null && read.Kind != FacebookEventKind.Echo)
            return null;
        if (!InputLimits.IsMessengerId(read.PageId) || !InputLimits.IsMessengerId(read.PersonId))
            return "no-person";
        var beyond = read.Mid?.Length > InputLimits.Mid || read.EchoMetadata?.Length > InputLimits.Name
            || (read.Activity is { } activity && InputLimits.FirstBeyond(activity) is not null);
        return beyond ? "too-large" : null;
    }

    /// <summary>
    /// Subscriptions of another object than a Page are counted by its name
    /// (developers.facebook.com/docs/graph-api/webhooks/reference).
    /// </summary>
    private static string KindOf(FacebookEvent read) => (read.Kind, read.Field) switch
    {
        (FacebookEventKind.OtherObject, "instagram") => "object-instagram",
        (FacebookEventKind.OtherObject, "user") => "object-user",
        (FacebookEventKind.OtherObject, "whatsapp_business_account") => "object-whatsapp_business_account",
        (FacebookEventKind.OtherObject, "permissions") => "object-permissions",
        (FacebookEventKind.OtherObject, "application") => "object-application",
        (FacebookEventKind.OtherObject, "ad_account") => "object-ad_account",
        (FacebookEventKind.OtherObject, "certificate_transparency") => "object-certificate_transparency",
        (FacebookEventKind.OtherObject, _) => "object-other",
        var (kind, _) => kind.ToString(),
    };

    private async Task TakeEchoAsync(FacebookEvent echo)
    {
        if (echo is not { PageId: { } page, PersonId: { } person })
            return;
        var lane = LaneOf(FacebookConversation.Id(page, person));
        if (echo.EchoMetadata is { } metadata && OutboxId.TryRead(metadata, store.DatabaseId, out var message))
        {
            await inbox.EchoAsync(new MessageEcho(echo.DedupeKey, lane, message, echo.Mid), CancellationToken.None);
            return;
        }

        counters.Count("messenger", "foreign-echo");
        if (echo.EchoAppId is not { } app || app != settings.AppId)
            await inbox.AppendAsync([AnsweredElsewhere(echo, lane)], CancellationToken.None);
    }

    /// <summary>The only sign that a person wrote in the Page's own inbox (docs/decisions/0025).</summary>
    private static IncomingMessage AnsweredElsewhere(FacebookEvent echo, string lane)
    {
        var text = echo.EchoText ?? "";
        return new IncomingMessage(echo.DedupeKey, lane, RowKind.GatewayEvent, new Activity
        {
            Type = ActivityTypes.Event,
            Name = ChatEvents.AnsweredElsewhere,
            Value = ChatEvents.Write(CardText.Redact(text.Length <= LongestEcho ? text : text[..LongestEcho])),
        });
    }

    private static string LaneOf(string conversation) => MessengerChannel.LanePrefix + conversation;
}
