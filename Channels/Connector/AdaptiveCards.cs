using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>
/// The bot's cards as adaptive cards (https://adaptivecards.io/explorer/AdaptiveCard.html, read 2026-11-27). A tap sends
/// an object, in which <see cref="Said"/> finds what the bot's button says.
/// </summary>
internal static class AdaptiveCards
{
    private const string ContentType = "application/vnd.microsoft.card.adaptive";
    private const string SaidBy = "says";
    private const int ButtonsInARow = 3;

    public static Attachment Of(HeroCard card) => Card(
    [
        .. Pictures(card.Images),
        .. Texts(card.Title, ("size", "Large"), ("weight", "Bolder")),
        .. Texts(card.Subtitle, ("isSubtle", true)),
        .. Texts(card.Text),
        .. Buttons(card.Buttons),
    ]);

    public static Attachment Of(ReceiptCard receipt) => Card(
    [
        .. Texts(receipt.Title, ("size", "Large"), ("weight", "Bolder")),
        Facts(receipt.Facts),
        .. (receipt.Items ?? []).Select(item => Row(ItemTitle(item), item.Price)),
        .. new[] { receipt.Tax, receipt.Vat }.OfType<string>().Select(sum => Row("", sum)),
        Row("", receipt.Total, ("weight", "Bolder")),
        .. Buttons(receipt.Buttons),
    ]);

    /// <summary>What a tap on one of these cards says; null for everything else.</summary>
    public static string? Said(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(SaidBy, out var said)
        && said.ValueKind == JsonValueKind.String
            ? said.GetString()
            : null;

    private static Attachment Card(IEnumerable<JsonObject> body)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.4", ["body"] = new JsonArray([.. body]) };
        return new Attachment(ContentType, content: JsonSerializer.SerializeToElement(card));
    }

    private static IEnumerable<JsonObject> Pictures(IEnumerable<CardImage>? images) =>
        (images ?? []).Where(image => !string.IsNullOrEmpty(image.Url)).Select(image => new JsonObject
        {
            ["type"] = "Image", ["url"] = image.Url, ["altText"] = image.Alt, ["width"] = "240px",
        });

    /// <summary>A line break inside a text is not shown, so each line is a text of its own.</summary>
    private static IEnumerable<JsonObject> Texts(string? text, params (string Name, JsonNode Value)[] style)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield break;
        var spacing = "Default";
        foreach (var line in MarkdownText.Lines(text).Where(line => line.Length > 0))
        {
            yield return Text(line, spacing, style);
            spacing = "None";
        }
    }

    private static JsonObject Text(string line, string spacing, params (string Name, JsonNode Value)[] style)
    {
        var text = new JsonObject { ["type"] = "TextBlock", ["text"] = line, ["wrap"] = true, ["spacing"] = spacing };
        foreach (var (name, value) in style)
            text[name] = value.DeepClone();
        return text;
    }

    private static JsonObject Facts(IEnumerable<Fact>? facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. (facts ?? []).Select(Fact)]),
    };

    private static JsonObject Fact(Fact fact) => new() { ["title"] = MarkdownText.Of(fact.Key), ["value"] = MarkdownText.Of(fact.Value) };

    private static string ItemTitle(ReceiptItem item)
    {
        var counted = string.IsNullOrEmpty(item.Quantity) ? item.Title : $"{item.Quantity} × {item.Title}";
        return string.IsNullOrEmpty(item.Subtitle) ? counted ?? "" : $"{counted} ({item.Subtitle})";
    }

    private static JsonObject Row(string left, string? right, params (string Name, JsonNode Value)[] style) => new()
    {
        ["type"] = "ColumnSet",
        ["columns"] = new JsonArray(Column("stretch", left, style), Column("auto", right, style)),
    };

    private static JsonObject Column(string width, string? text, (string Name, JsonNode Value)[] style) => new()
    {
        ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(Text(MarkdownText.Of(text) ?? "", "None", style)),
    };

    private static IEnumerable<JsonObject> Buttons(IEnumerable<CardAction>? actions) =>
        (actions ?? []).Chunk(ButtonsInARow).Select(row => new JsonObject
        {
            ["type"] = "ActionSet",
            ["actions"] = new JsonArray([.. row.Select(Button)]),
        });

    private static JsonObject Button(CardAction action)
    {
        var value = action.Value as string ?? action.Title;
        return action.Type switch
        {
            ActionTypes.OpenUrl or ActionTypes.Call => new() { ["type"] = "Action.OpenUrl", ["title"] = action.Title, ["url"] = value },
            _ => new() { ["type"] = "Action.Submit", ["title"] = action.Title, ["data"] = new JsonObject { [SaidBy] = value } },
        };
    }
}
