using System.Text.Json;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>One thing that the bot said, as the shopper sees it.</summary>
internal sealed record BotReply(
    string Mid,
    string? Text,
    IReadOnlyList<ShownCard> Cards,
    IReadOnlyList<ShownButton> Buttons,
    IReadOnlyList<string> QuickReplies,
    ShownReceipt? Receipt,
    JsonElement Message)
{
    /// <summary>Every word of it that can be read, and what can be tapped in brackets.</summary>
    public string Words => string.Join(" | ", Lines().Where(line => line.Length > 0));

    public static BotReply Of(JsonElement entry)
    {
        var message = entry.GetProperty("message");
        var payload = message.TryGetProperty("attachment", out var attachment) ? attachment.GetProperty("payload") : default;
        var template = Read(payload, "template_type");
        return new BotReply(
            entry.GetProperty("mid").GetString()!,
            Read(message, "text") ?? (template == "button" ? Read(payload, "text") : null),
            template == "generic" ? [.. List(payload, "elements").Select(ShownCard.Of)] : [],
            template == "button" ? [.. List(payload, "buttons").Select(ShownButton.Of)] : [],
            [.. List(message, "quick_replies").Select(reply => Read(reply, "title") ?? Read(reply, "content_type")!)],
            template == "receipt" ? ShownReceipt.Of(payload) : null,
            message);
    }

    /// <summary>Whether a shopper finds this on the message: a button under it or on a card, or a quick reply.</summary>
    public bool Offers(string title) =>
        QuickReplies.Contains(title)
        || Buttons.Any(button => button.Title == title)
        || Cards.Any(card => card.Buttons.Any(button => button.Title == title));

    public override string ToString() => Words;

    internal static string? Read(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : value.GetRawText()
            : null;

    internal static IEnumerable<JsonElement> List(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private IEnumerable<string> Lines()
    {
        yield return Text ?? "";
        foreach (var card in Cards)
            yield return card.ToString();
        yield return Receipt?.ToString() ?? "";
        yield return string.Join(' ', Buttons);
        yield return string.Join(' ', QuickReplies.Select(title => $"({title})"));
        if (Text is null && Cards.Count == 0 && Receipt is null)
            yield return Message.GetRawText();
    }
}

internal sealed record ShownCard(string Title, string? Subtitle, string? Image, IReadOnlyList<ShownButton> Buttons)
{
    public static ShownCard Of(JsonElement element) => new(
        BotReply.Read(element, "title") ?? "",
        BotReply.Read(element, "subtitle"),
        BotReply.Read(element, "image_url"),
        [.. BotReply.List(element, "buttons").Select(ShownButton.Of)]);

    public override string ToString() =>
        $"<{string.Join(" / ", new[] { Title, Subtitle }.OfType<string>())}> {string.Join(' ', Buttons)}".TrimEnd();
}

internal sealed record ShownButton(string Type, string Title, string? Payload, string? Url)
{
    public static ShownButton Of(JsonElement button) =>
        new(
            BotReply.Read(button, "type")!, BotReply.Read(button, "title") ?? "", BotReply.Read(button, "payload"),
            BotReply.Read(button, "url"));

    public override string ToString() => $"[{Title}]";
}

internal sealed record ShownReceipt(string OrderNumber, string Total, string Currency, IReadOnlyList<string> Lines)
{
    public static ShownReceipt Of(JsonElement payload) =>
        new(
            BotReply.Read(payload, "order_number") ?? "", BotReply.Read(payload.GetProperty("summary"), "total_cost") ?? "",
            BotReply.Read(payload, "currency") ?? "",
            [
                .. BotReply
                    .List(payload, "elements")
                    .Select(line =>
                        $"{BotReply.Read(line, "quantity") ?? "1"} x {BotReply.Read(line, "title")} {BotReply.Read(line, "price")}"),
            ]);

    public override string ToString() => $"RECEIPT {OrderNumber}: {string.Join(", ", Lines)} = {Total} {Currency}";
}
