using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// Messenger's webhook: raw bytes, signature in constant time, events, rows, 200. What can never become a row is
/// counted and answered 200 too, since any other answer makes Meta send it again and at last switch the webhook off.
/// </summary>
internal sealed class MessengerDoor(MessengerSettings settings, InboxDoor inbox, IRuntimeStore store, DoorCounters counters, ILogger<MessengerDoor> log)
{
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
        if (await RawBody.ReadAsync(request, InputLimits.MessengerBody) is not { } body)
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

        var arrivals = new List<Arrival>(1);
        foreach (var read in FacebookWebhook.Read(body))
        {
            if (Sort(read, arrivals) is { } echo)
                await TakeEchoAsync(echo);
        }

        if (arrivals.Count > 0)
            await inbox.AppendAsync(arrivals, CancellationToken.None);
    }

    /// <summary>Counts an event, and lays it with the arrivals if it is one. Answers it if it is an echo.</summary>
    private FacebookEvent? Sort(FacebookEvent read, List<Arrival> arrivals)
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
            arrivals.Add(new Arrival(read.DedupeKey, LaneOf(activity.Conversation.Id), RowKind.Message, activity, activity.GetConversationReference()));
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
        if (echo is { PageId: { } page, PersonId: { } person, EchoMetadata: { } metadata } && OutboxId.TryRead(metadata, store.DatabaseId, out var message))
            await inbox.EchoAsync(new EchoArrival(echo.DedupeKey, LaneOf(FacebookConversation.Id(page, person)), message, echo.Mid), CancellationToken.None);
        else
            counters.Count("messenger", "foreign-echo");
    }

    private static string LaneOf(string conversation) => MessengerChannel.LanePrefix + conversation;
}
