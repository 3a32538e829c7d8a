using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>
/// <c>/simulator/messenger/...</c>: what the chat page and tests use to be a shopper, to read what was said and to
/// make trouble. Described in Simulator/README.md.
/// </summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/simulator/messenger");
        api.MapGet("/shoppers", (SimulatorState world) => Json(world.Everybody.Select(Describe)));
        api.MapPost("/shoppers", Welcome);
        api.MapGet("/switches", (Switches switches) => Json(switches.Now));
        api.MapPost("/switches", SetSwitches);
        api.MapGet("/webhooks", (WebhookPost post) => Json(post.Describe()));

        var shopper = api.MapGroup("/shoppers/{user}");
        shopper.MapGet("", (string user, SimulatorState world) => With(user, world, c => Json(Describe(c))));
        shopper.MapGet(
            "/transcript",
            (string user, SimulatorState world, long? after) => With(user, world, c => Json(Transcript(c, after ?? 0))));
        shopper.MapPost(
            "/say",
            (string user, SayRequest request, SimulatorState world, Shopping shopping) => With(user, world, c => Say(c, request, shopping))
        );
        shopper.MapPost(
            "/like",
            (string user, SimulatorState world, Shopping shopping, SimulatorAddresses addresses, HttpRequest http) =>
                With(user, world, c => Sent(shopping.Like(c, addresses.Simulator(http)))));
        shopper.MapPost(
            "/get-started",
            (string user, SimulatorState world, Shopping shopping) => With(user, world, c => GetStarted(c, world, shopping)));
        shopper.MapPost(
            "/tap",
            (string user, TapRequest tap, SimulatorState world, Shopping shopping) =>
                With(user, world, c => Tap(c, tap, Taps.FindButton(c.EntriesAfter(0), tap), "button", shopping.Tap)));
        shopper.MapPost(
            "/quick-reply",
            (string user, TapRequest tap, SimulatorState world, Shopping shopping) =>
                With(
                    user, world,
                    c => Tap(c, tap, Taps.FindQuickReply(c.EntriesAfter(0), c.Shopper, tap), "quick reply", shopping.QuickReply)));
        shopper.MapPost(
            "/menu",
            (string user, TapRequest tap, SimulatorState world, Shopping shopping) =>
                With(user, world, c => Tap(c, tap, Taps.FindMenuItem(ChatState.Of(c, world).Menu, tap), "menu item", shopping.Tap)));
        shopper.MapPost(
            "/ice-breaker",
            (string user, TapRequest tap, SimulatorState world, Shopping shopping) =>
                With(user, world, c => Tap(c, tap, IceBreaker(c, world, tap), "ice breaker", shopping.Tap)));
        shopper.MapPost(
            "/postback",
            (string user, TapRequest tap, SimulatorState world, Shopping shopping) =>
                With(
                    user, world,
                    c =>
                        tap is { Title: { } title, Payload: { } payload }
                            ? Sent(shopping.Postback(c, title, payload))
                            : Problem(400, "A postback needs a title and a payload.")));
        shopper.MapPost(
            "/event",
            (string user, EventRequest request, SimulatorState world, Shopping shopping) =>
                With(
                    user, world,
                    c =>
                        request.Messaging.ValueKind is not JsonValueKind.Object ? Problem(400, "messaging must be an object.")
                        : shopping.Raw(c, request.Messaging) ? Results.NoContent()
                        : Full()));
        shopper.MapPost(
            "/read",
            (string user, SimulatorState world, Shopping shopping) =>
                With(
                    user, world,
                    c =>
                    {
                        shopping.Read(c);
                        return Results.NoContent();
                    }
                ));
        shopper.MapPost(
            "/window",
            (string user, WindowRequest request, SimulatorState world, TimeProvider time) =>
                With(
                    user, world,
                    c =>
                    {
                        c.PretendLastAction(time.GetUtcNow() - TimeSpan.FromHours(request.LastActionHoursAgo));
                        return Json(Describe(c));
                    }
                ));
        shopper.MapGet("/picture.svg", (string user, SimulatorState world) => With(user, world, c => Portrait.Of(c.Shopper)));
        shopper.MapEvents();
    }

    public static IResult Problem(int status, string message) =>
        Results.Json(new { error = message }, MessengerJson.Options, statusCode: status);

    private static IResult Welcome(WelcomeRequest request, SimulatorState world, HttpRequest http)
    {
        var user = request.User?.Trim().ToLowerInvariant();
        if (!Shopper.IsUser(user))
            return Problem(400, "user must be 1 to 40 of a-z, 0-9, dot, dash, underscore, and begin with a letter or digit.");
        if (request.Locale is not null && !Shopper.IsLocale(request.Locale))
            return Problem(400, $"locale \"{request.Locale}\" must look like it_IT or en_US.");
        var name = string.IsNullOrWhiteSpace(request.Name) ? null : request.Name.Trim();
        return name?.Length > 80
            ? Problem(400, "name must be 80 characters or less.")
            : Json(Describe(world.Welcome(user!, name, request.Locale, Locales.Of(http))));
    }

    private static async Task<IResult> SetSwitches(Switches switches, HttpRequest http)
    {
        try
        {
            var wanted = await http.ReadFromJsonAsync<SwitchSettings>(MessengerJson.Strict, http.HttpContext.RequestAborted);
            return Json(switches.Set(wanted ?? new SwitchSettings()));
        }
        catch (JsonException wrong)
        {
            return Problem(400, wrong.Message);
        }
    }

    private static IResult Say(Conversation conversation, SayRequest request, Shopping shopping)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
            return Problem(400, "text is empty.");
        return request.Text.Length > Shopping.LongestText
            ? Problem(400, $"text is longer than {Shopping.LongestText}.")
            : Sent(shopping.Say(conversation, request.Text));
    }

    private static IResult GetStarted(Conversation conversation, SimulatorState world, Shopping shopping) =>
        world.Profile.Get("get_started") is { } button
            ? Sent(
                shopping.Postback(conversation, Locales.GetStarted(conversation.Shopper.Locale), button.GetProperty("payload").GetString()!)
            )
            : Problem(409, "The bot has set no Get Started button through the Messenger Profile API.");

    private static Button? IceBreaker(Conversation conversation, SimulatorState world, TapRequest tap) =>
        ChatState.Of(conversation, world).IceBreakers?.EnumerateArray()
            .Select(q => new Button("postback", q.GetProperty("question").GetString()!, q.GetProperty("payload").GetString(), null, null))
            .FirstOrDefault(b => (tap.Title is null || b.Title == tap.Title) && (tap.Payload is null || b.Payload == tap.Payload));

    private static IResult Tap(
        Conversation conversation, TapRequest tap, Button? found, string kind, Func<Conversation, Button, Done?> act)
    {
        if (tap.SaysNothing)
            return Problem(400, "Say which: title, payload or mid.");
        return found is null
            ? Problem(409, $"There is no such {kind} on the screen.")
            : Sent(act(conversation, found));
    }

    private static IResult Sent(Done? done) => done is null ? Full() : Json(done);

    private static IResult Full() =>
        Problem(503, $"The bot has not taken {WebhookPost.Capacity} events. No more are kept for it.");

    private static object Transcript(Conversation conversation, long after) => new
    {
        epoch = Conversation.Epoch,
        shopper = conversation.Shopper,
        typing = conversation.IsTyping,
        entries = conversation.EntriesAfter(after),
    };

    private static object Describe(Conversation conversation) => new
    {
        conversation.Shopper.User,
        conversation.Shopper.Psid,
        conversation.Shopper.Name,
        conversation.Shopper.FirstName,
        conversation.Shopper.LastName,
        conversation.Shopper.Locale,
        conversation.Shopper.Email,
        conversation.Shopper.Phone,
        conversation.LastAction,
        conversation.WindowIsOpen,
        chat = $"/chat?user={conversation.Shopper.User}",
    };

    private static IResult With(string user, SimulatorState world, Func<Conversation, IResult> act) =>
        world.Find(user.ToLowerInvariant()) is { } conversation
            ? act(conversation)
            : Problem(404, $"There is no shopper \"{user}\". POST /simulator/messenger/shoppers makes one.");

    private static IResult Json(object content) => Results.Json(content, MessengerJson.Options);
}
