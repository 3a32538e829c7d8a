using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>The body of <c>POST /me/messenger_profile</c>: what a shopper sees before saying anything, and the menu.</summary>
internal static class ProfileRequest
{
    private static readonly Shape Locale = Text(11);

    private static readonly Shape GetStarted = Object(Must("payload", Text(1000)));

    private static readonly Shape Greeting = List(1, 60, Object(
        Must("locale", Locale),
        Must("text", Text(160))));

    private static readonly Shape MenuItem = By(
        "type",
        ("postback", Object(
            Must("type", Text()),
            Must("title", Text(30)),
            Must("payload", Text(1000)))),
        ("web_url", Object(
            Must("type", Text()),
            Must("title", Text(30)),
            Must("url", Values.WebAddress),
            May("webview_height_ratio", OneOf("compact", "tall", "full")),
            May("messenger_extensions", Flag),
            May("fallback_url", Values.WebAddress),
            May("webview_share_button", OneOf("hide")))));

    private static readonly Shape Menu = List(1, 60, Object(
        Must("locale", Locale),
        May("composer_input_disabled", Flag),
        May("call_to_actions", List(1, 20, MenuItem))));

    private static readonly Shape Question = Object(
        Must("question", Text(80)),
        Must("payload", Text(1000)));

    private static readonly Shape IceBreakers = List(1, 60, Object(
        Must("locale", Locale),
        Must("call_to_actions", List(1, 4, Question))));

    private static readonly Shape Commands = List(1, 60, Object(
        Must("locale", Locale),
        Must("commands", List(1, 100, Object(
            Must("name", Text(32)),
            Must("description", Text(64)))))));

    private static readonly Shape Body = Object(
        May("get_started", GetStarted),
        May("greeting", All(Greeting, HasDefault)),
        May("persistent_menu", All(Menu, HasDefault)),
        May("ice_breakers", All(IceBreakers, HasDefault)),
        May("commands", All(Commands, HasDefault)),
        May("whitelisted_domains", List(1, 50, Values.SecureAddress)),
        May("account_linking_url", Values.SecureAddress),
        May("access_token", Text()),
        May("appsecret_proof", Text()));

    public static readonly IReadOnlyList<string> Fields =
    [
        "get_started", "greeting", "persistent_menu", "ice_breakers", "commands", "whitelisted_domains",
        "account_linking_url",
    ];

    public static GraphError? Check(JsonElement body, bool hasGetStarted)
    {
        if (Body(body, "") is { } wrong)
            return wrong;
        if (!Fields.Any(f => body.TryGetProperty(f, out _)))
            return GraphError.Bad($"At least one of these is required: {string.Join(", ", Fields)}");
        return body.TryGetProperty("persistent_menu", out _) && !hasGetStarted && !body.TryGetProperty("get_started", out _)
            ? GraphError.Bad("You must set a Get Started button if you also wish to use persistent menu", 2018145)
            : null;
    }

    private static GraphError? HasDefault(JsonElement list, string path) =>
        list.EnumerateArray().Any(e => e.GetProperty("locale").GetString() is "default")
            ? null
            : GraphError.Bad($"Param {path} must have an entry for the locale \"default\"");
}
