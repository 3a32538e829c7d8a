using System.Text.Json;
using CommerceBot.Simulator.Messenger.People;

namespace CommerceBot.Simulator.Messenger.Control;

/// <summary>A button that can be tapped, wherever it sits.</summary>
internal sealed record Button(string Type, string Title, string? Payload, string? Url, string? Height)
{
    public static Button Of(JsonElement button) => new(
        button.GetProperty("type").GetString()!,
        Read(button, "title") ?? "",
        Read(button, "payload"),
        Read(button, "url"),
        Read(button, "webview_height_ratio"));

    private static string? Read(JsonElement button, string name) =>
        button.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>Finds what a shopper taps on. Old buttons can be tapped for ever, quick replies only while they are shown.</summary>
internal static class Taps
{
    /// <summary>The latest button that fits: by message, by card, by title, by payload; what is null does not matter.</summary>
    public static Button? FindButton(IReadOnlyList<Entry> entries, TapRequest tap) => entries
        .Reverse()
        .Where(e => tap.Mid is null || e.Mid == tap.Mid)
        .SelectMany(e => Buttons(e, tap.Element))
        .FirstOrDefault(b => Fits(b, tap.Title, tap.Payload));

    public static Button? FindMenuItem(JsonElement? menu, TapRequest tap) =>
        menu?.EnumerateArray().Select(Button.Of).FirstOrDefault(b => Fits(b, tap.Title, tap.Payload));

    /// <summary>Only the last message's quick replies are on the screen.</summary>
    public static Button? FindQuickReply(IReadOnlyList<Entry> entries, Shopper shopper, TapRequest tap)
    {
        if (entries is not [.., { From: Side.Page, Message: { } message }] || !message.TryGetProperty("quick_replies", out var row))
            return null;
        return row.EnumerateArray().Select(r => QuickReply(r, shopper)).FirstOrDefault(b => Fits(b, tap.Title, tap.Payload));
    }

    private static Button QuickReply(JsonElement reply, Shopper shopper) => reply.GetProperty("content_type").GetString() switch
    {
        "user_email" => new Button("quick_reply", shopper.Email, shopper.Email, null, null),
        "user_phone_number" => new Button("quick_reply", shopper.Phone, shopper.Phone, null, null),
        _ => new Button(
            "quick_reply",
            reply.TryGetProperty("title", out var title) ? title.GetString()! : "",
            reply.GetProperty("payload").GetString(),
            null,
            null),
    };

    private static IEnumerable<Button> Buttons(Entry entry, int? element)
    {
        if (entry.Message is not { } message || !message.TryGetProperty("attachment", out var attachment))
            return [];
        var payload = attachment.GetProperty("payload");
        if (!payload.TryGetProperty("elements", out var cards))
            return ButtonsOf(payload);
        return cards.EnumerateArray().Where((_, i) => element is null || i == element).SelectMany(ButtonsOf);
    }

    private static IEnumerable<Button> ButtonsOf(JsonElement card)
    {
        if (card.TryGetProperty("buttons", out var buttons))
        {
            foreach (var button in buttons.EnumerateArray())
                yield return Button.Of(button);
        }

        if (card.TryGetProperty("default_action", out var action))
            yield return Button.Of(action);
    }

    private static bool Fits(Button button, string? title, string? payload) =>
        (title is null || button.Title == title) && (payload is null || button.Payload == payload);
}
