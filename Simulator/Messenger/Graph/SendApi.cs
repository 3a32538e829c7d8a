using System.Text.Json;
using CommerceBot.Simulator.Messenger.Limits;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary><c>POST /me/messages</c>: judges, delivers, echoes.</summary>
internal sealed class SendApi(SimulatorState world, Events events, Switches switches)
{
    public async Task<IResult> SendAsync(GraphRequest request, HttpContext http)
    {
        if (switches.TakeFailure() is { } failure)
            return GraphAnswer.Of(AsError(failure));
        var (conversation, error) = Judge(request.Body);
        if (error is not null)
            return GraphAnswer.Of(error);
        var psid = conversation!.Shopper.Psid;
        if (request.Body.TryGetProperty("sender_action", out var action))
            return Act(conversation, action.GetString(), request.Body) is { } refused ? GraphAnswer.Of(refused)
                : GraphAnswer.Of(new Acted(psid));

        var entry = Deliver(conversation, request.Body);
        return await LoseAsync(http) ?? GraphAnswer.Of(new Sent(psid, entry.Mid));
    }

    private (Conversation? To, GraphError? Error) Judge(JsonElement body)
    {
        if (SendRequest.Check(body) is { } wrong)
            return (null, wrong);
        if (world.FindPsid(body.GetProperty("recipient").GetProperty("id").GetString()!) is not { } conversation)
            return (null, GraphError.NoSuchPerson);
        if (!conversation.WindowIsOpen)
            return (null, GraphError.OutsideWindow);
        if (PersonaOf(body) is { } id && world.Personas.Find(id) is null)
            return (null, GraphError.Bad($"Param persona_id must be a valid persona of this Page: there is none with the id {id}"));
        if (Extensions.Check(body, world.Profile) is { } notListed)
            return (null, notListed);
        return OrderNumber(body) is { } number && !world.TakeOrderNumber(number)
            ? (null, GraphError.Bad($"Param message[attachment][payload][order_number] must be unique: {number} was used before"))
            : (conversation, null);
    }

    private Entry Deliver(Conversation conversation, JsonElement body)
    {
        var persona = PersonaOf(body) is { } id ? world.Personas.Find(id) : null;
        var entry = conversation.AddFromPage(body.GetProperty("message"), body.GetProperty("messaging_type").GetString(), persona);
        events.Echo(conversation.Shopper, entry);
        events.Delivered(conversation.Shopper, entry);
        return entry;
    }

    /// <returns>Why it cannot be done, or null.</returns>
    private static GraphError? Act(Conversation conversation, string? action, JsonElement body)
    {
        switch (action)
        {
            case "typing_on":
                conversation.ShowTyping();
                break;
            case "typing_off":
                conversation.HideTyping();
                break;
            case "mark_seen":
                conversation.MarkSeen();
                break;
            default:
                return React(conversation, body.GetProperty("payload"));
        }

        return null;
    }

    private static GraphError? React(Conversation conversation, JsonElement payload)
    {
        var mid = payload.GetProperty("message_id").GetString()!;
        var emoji = payload.TryGetProperty("reaction", out var reaction) ? reaction.GetString() : null;
        return conversation.React(mid, emoji)
            ? null
            : GraphError.Bad($"Param payload[message_id]: this person has sent no message {mid}");
    }

    private static string? PersonaOf(JsonElement body) => body.TryGetProperty("persona_id", out var id) ? id.GetString() : null;

    private async Task<IResult?> LoseAsync(HttpContext http)
    {
        switch (switches.TakeLostAnswer())
        {
            case LostAnswer.Cut:
                http.Abort();
                return Results.Empty;
            case LostAnswer.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Results.Empty;
            case LostAnswer.Unsure:
                return GraphAnswer.Of(new GraphError(
                    1, "An unknown error has occurred. The message may have been sent.", 1357046));
            default:
                return null;
        }
    }

    private static string? OrderNumber(JsonElement body) =>
        body.TryGetProperty("message", out var message)
        && message.TryGetProperty("attachment", out var attachment)
        && attachment.GetProperty("payload").TryGetProperty("order_number", out var number)
            ? number.GetString()
            : null;

    private static GraphError AsError(Failure failure)
    {
        var error = new GraphError(
            failure.Code, failure.Message ?? $"(#{failure.Code}) The simulator was asked to refuse this", failure.Subcode);
        return failure.Status is { } status ? error with { Status = status } : error;
    }

    private sealed record Acted([property: System.Text.Json.Serialization.JsonPropertyName("recipient_id")] string Recipient);

    private sealed record Sent(
        [property: System.Text.Json.Serialization.JsonPropertyName("recipient_id")] string Recipient,
        [property: System.Text.Json.Serialization.JsonPropertyName("message_id")] string Mid);
}
