using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>A card action as Messenger's button, quick reply or tap on a card.</summary>
internal static class Buttons
{
    private const string HeightRatio = "webview_height_ratio";
    private const string Extensions = "messenger_extensions";

    public static Button From(CardAction action)
    {
        var label = Label(action);
        var title = TextPieces.Shorten(label, MessengerLimits.ButtonTitle);
        return action.Type switch
        {
            ActionTypes.OpenUrl or ActionTypes.ShowImage or ActionTypes.PlayAudio or ActionTypes.PlayVideo
                or ActionTypes.DownloadFile or ActionTypes.Signin => Link(action, title),
            ActionTypes.Call => new Button { Type = "phone_number", Title = title, Payload = Phone(action) },
            ActionTypes.Payment => throw new NotSupportedException(
                $"The button \"{title}\" is of type payment, which Messenger ended. Open a checkout page instead."),
            _ => new Button
            {
                Type = "postback",
                Title = title,
                Payload = BotValues.Payload(Said(action, label), $"The button \"{title}\""),
            },
        };
    }

    public static FacebookQuickReply QuickReply(CardAction action)
    {
        if (SpecialType(action) is { } special)
            return new FacebookQuickReply { ContentType = special };

        var label = Label(action);
        var title = TextPieces.Shorten(label, MessengerLimits.QuickReplyTitle);
        return new FacebookQuickReply
        {
            ContentType = "text",
            Title = title,
            Payload = BotValues.Payload(Said(action, label), $"The quick reply \"{title}\""),
            ImageUrl = string.IsNullOrEmpty(action.Image)
                ? null
                : BotValues.WebAddress(action.Image, $"The picture of the quick reply \"{title}\""),
        };
    }

    /// <summary>A quick reply that Messenger fills with what it knows of the person: user_email or user_phone_number.</summary>
    public static string? SpecialType(CardAction action) =>
        BotValues.AsJson(action.ChannelData).Text("content_type"u8) is ("user_email" or "user_phone_number") and var special
            ? special
            : null;

    /// <summary>What a tap on a whole card opens. Messenger knows only addresses here.</summary>
    public static DefaultAction? Tap(CardAction? action)
    {
        if (action is not { Type: ActionTypes.OpenUrl })
            return null;

        var channelData = BotValues.AsJson(action.ChannelData);
        return new DefaultAction
        {
            ActionType = "web_url",
            ActionUrl = BotValues.WebAddress(BotValues.AsText(action.Value), "A card's tap"),
            WebviewHeightRatio = channelData.Text("webview_height_ratio"u8),
            MessengerExtensions = channelData.IsTrue("messenger_extensions"u8),
            Properties = Copied(channelData, "fallback_url", "webview_share_button"),
        };
    }

    private static Button Link(CardAction action, string title) => new()
    {
        Type = "web_url",
        Title = title,
        Url = BotValues.WebAddress(BotValues.AsText(action.Value), $"The button \"{title}\""),
        Properties = Copied(BotValues.AsJson(action.ChannelData), HeightRatio, Extensions, "fallback_url", "webview_share_button"),
    };

    private static Dictionary<string, JsonElement>? Copied(JsonElement channelData, params ReadOnlySpan<string> names)
    {
        Dictionary<string, JsonElement>? copied = null;
        if (channelData.ValueKind == JsonValueKind.Object)
            foreach (var name in names)
                if (channelData.TryGetProperty(name, out var value))
                    (copied ??= [])[name] = value;
        return copied;
    }

    private static string Label(CardAction action)
    {
        var label = action.Title is { Length: > 0 } title ? title : BotValues.AsText(action.Value);
        return string.IsNullOrWhiteSpace(label)
            ? throw new ArgumentException($"A button of type {action.Type ?? "(none)"} has neither a title nor a value.")
            : label;
    }

    /// <summary>What the bot hears when it is tapped.</summary>
    private static string Said(CardAction action, string label) =>
        BotValues.AsText(action.Value) is { Length: > 0 } value ? value : action.Text is { Length: > 0 } text ? text : label;

    private static string Phone(CardAction action)
    {
        var number = BotValues.AsText(action.Value) ?? string.Empty;
        return number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? number[4..] : number;
    }
}
