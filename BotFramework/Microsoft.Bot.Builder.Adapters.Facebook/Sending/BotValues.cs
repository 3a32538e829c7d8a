using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Reads the untyped members of what a bot sends: objects of its own, the schema's types, or JSON.</summary>
internal static class BotValues
{
    public static JsonElement AsJson(object? value) => value switch
    {
        null => default,
        JsonElement json => json,
        FacebookMessage message => JsonSerializer.SerializeToElement(message, FacebookJson.Plain.FacebookMessage),
        _ => JsonSerializer.SerializeToElement(value, value.GetType(), SchemaJson.Options),
    };

    /// <summary>Text as itself, everything else as its JSON.</summary>
    public static string? AsText(object? value) => value switch
    {
        null => null,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString(),
        _ => AsJson(value).GetRawText(),
    };

    /// <summary>Null for what is no object: an attachment may come without content, or with a text in its place.</summary>
    public static T? As<T>(object? value)
        where T : class
        => value as T ?? (AsJson(value) is { ValueKind: JsonValueKind.Object } json ? json.Deserialize<T>(SchemaJson.Options) : null);

    /// <summary>An address that a phone can open. Anything else is a mistake of the bot, found here and not by a shopper.</summary>
    public static Uri WebAddress(string? address, string whose) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri!
            : throw new ArgumentException($"{whose} needs an http(s) address, but has \"{address}\".");

    public static string Payload(string payload, string whose) =>
        payload.Length <= MessengerLimits.Payload
            ? payload
            : throw new ArgumentException(
                $"{whose} has a payload of {payload.Length} characters; Messenger takes {MessengerLimits.Payload}. Send a short id and "
                + "keep the rest."
            );
}
