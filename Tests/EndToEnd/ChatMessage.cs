using System.Text.Json;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>One message of the shop as a shopper sees it: its words, and what can be tapped.</summary>
/// <param name="Id">The shop's own id of this message: the same when it was sent twice.</param>
internal sealed record ChatMessage(
    long Seq, string? Id, string Text, string? Receipt, IReadOnlyList<string> Buttons, IReadOnlyList<string> QuickReplies, string? PayPage)
{
    /// <summary>What the shop said in a transcript, oldest first.</summary>
    public static IReadOnlyList<ChatMessage> In(JsonElement transcript) =>
        [.. transcript.GetProperty("entries").EnumerateArray().Where(entry => entry.GetProperty("from").GetString() == "page").Select(Of)];

    private static ChatMessage Of(JsonElement entry)
    {
        var message = entry.GetProperty("message");
        var payload = Inner(Inner(message, "attachment"), "payload");
        var buttons = Each(payload, "elements").SelectMany(card => Each(card, "buttons")).Concat(Each(payload, "buttons")).ToList();
        return new ChatMessage(
            entry.GetProperty("seq").GetInt64(),
            Words(message, "metadata"),
            Words(message, "text") ?? Words(payload, "text") ?? "",
            Words(payload, "template_type") == "receipt" ? Words(payload, "order_number") : null,
            [.. buttons.Select(button => Words(button, "payload")).OfType<string>()],
            [.. Each(message, "quick_replies").Select(reply => Words(reply, "payload")).OfType<string>()],
            buttons
                .Select(button => Words(button, "url"))
                .FirstOrDefault(url => url?.Contains("/simulator/stripe/checkout/", StringComparison.Ordinal) == true));
    }

    private static JsonElement Inner(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var inner) ? inner : default;

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) =>
        Inner(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static string? Words(JsonElement element, string name) =>
        Inner(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
