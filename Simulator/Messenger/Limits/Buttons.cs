using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>The buttons of templates. The <c>payment</c> button of 2016 is gone and is refused like any unknown type.</summary>
internal static class Buttons
{
    private const int Title = 20;
    private const int Payload = 1000;

    private static readonly Field[] WebAddressFields =
    [
        Must("type", Text()),
        Must("url", Values.WebAddress),
        May("webview_height_ratio", OneOf("compact", "tall", "full")),
        May("messenger_extensions", Flag),
        May("fallback_url", Values.WebAddress),
        May("webview_share_button", OneOf("hide")),
    ];

    private static readonly Shape WebUrl = All(
        Object([.. WebAddressFields, Must("title", Text(Title))]),
        ExtensionsNeedHttps);

    private static readonly Shape Postback = Object(
        Must("type", Text()),
        Must("title", Text(Title)),
        Must("payload", Text(Payload)));

    private static readonly Shape PhoneNumber = Object(
        Must("type", Text()),
        Must("title", Text(Title)),
        Must("payload", Values.Phone));

    private static readonly Shape AccountLink = Object(
        Must("type", Text()),
        Must("url", Values.SecureAddress));

    private static readonly Shape AccountUnlink = Object(Must("type", Text()));

    public static readonly Shape Any = By(
        "type",
        ("web_url", WebUrl),
        ("postback", Postback),
        ("phone_number", PhoneNumber),
        ("account_link", AccountLink),
        ("account_unlink", AccountUnlink));

    /// <summary>What a tap on the card itself does: a link, and a link only, that has no title of its own.</summary>
    public static readonly Shape DefaultAction = By(
        "type",
        ("web_url", All(Object(WebAddressFields), ExtensionsNeedHttps)));

    private static GraphError? ExtensionsNeedHttps(JsonElement button, string path) =>
        button.TryGetProperty("messenger_extensions", out var on) && on.ValueKind is JsonValueKind.True
            ? Values.SecureAddress(button.GetProperty("url"), Inner(path, "url"))
            : null;
}
