using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Messenger's receipt template. Graph refuses a receipt with anything missing or odd, so it is made whole or not at
/// all.
/// </summary>
internal static class ReceiptTemplate
{
    private static readonly string[] Needed = ["recipient_name", "order_number", "currency", "payment_method"];
    private static readonly string[] Optional = ["timestamp", "order_url", "merchant_name", "sharable"];
    private static readonly string[] NeededOfAddress = ["street_1", "city", "postal_code", "state", "country"];

    public static bool TryMake(ReceiptCard card, JsonElement facts, PartList parts)
    {
        var filled = new Dictionary<string, JsonElement>();
        if (!TakeWords(facts, filled) || !TakeSums(facts, filled) || !TakeAddress(facts, filled) || !TakeAdjustments(facts, filled))
            return false;
        if (Elements(card, facts, filled["currency"].GetString()!) is not { } elements)
            return false;

        foreach (var further in elements.Skip(MessengerLimits.ReceiptElements))
            parts.AddText($"{further["quantity"] ?? 1} × {further["title"]}: {further["price"]}");
        if (elements.Count > 0)
            filled["elements"] = JsonSerializer.SerializeToElement(
                new JsonArray([.. elements.Take(MessengerLimits.ReceiptElements)]), SchemaJson.Options);
        parts.AddTemplate(new AttachmentPayload { TemplateType = "receipt", Properties = filled });
        return true;
    }

    private static bool TakeWords(JsonElement facts, Dictionary<string, JsonElement> filled)
    {
        foreach (var name in Needed)
        {
            if (facts.Named(name).AsText() is not { } text)
                return false;
            filled[name] = Json(text);
        }

        foreach (var name in Optional)
            if (facts.Named(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value)
                filled[name] = name == "timestamp" ? Json(value.AsText() ?? string.Empty) : value;

        return filled["currency"].GetString() is { Length: 3 } currency && currency.All(char.IsAsciiLetterUpper)
            && (!filled.TryGetValue("timestamp", out var stamp) || stamp.GetString()!.All(char.IsAsciiDigit));
    }

    private static bool TakeSums(JsonElement facts, Dictionary<string, JsonElement> filled)
    {
        var summary = facts.Named("summary");
        if (Amount(summary.Named("total_cost")) is null)
            return false;

        var sums = new JsonObject();
        foreach (var name in (string[])["subtotal", "shipping_cost", "total_tax", "total_cost"])
            if (Amount(summary.Named(name)) is { } amount)
                sums[name] = amount;
        filled["summary"] = JsonSerializer.SerializeToElement(sums, SchemaJson.Options);
        return true;
    }

    private static bool TakeAddress(JsonElement facts, Dictionary<string, JsonElement> filled)
    {
        var address = facts.Named("address");
        if (address.ValueKind != JsonValueKind.Object)
            return true;

        filled["address"] = address;
        return NeededOfAddress.All(name => address.Named(name).AsText() is not null) && address.Named("country").AsText()!.Length == 2;
    }

    private static bool TakeAdjustments(JsonElement facts, Dictionary<string, JsonElement> filled)
    {
        var adjustments = facts.Named("adjustments");
        if (adjustments.ValueKind != JsonValueKind.Array)
            return true;

        filled["adjustments"] = adjustments;
        return adjustments.EnumerateArray().All(one => one.Named("name").AsText() is not null && Amount(one.Named("amount")) is not null);
    }

    private static List<JsonObject>? Elements(ReceiptCard card, JsonElement facts, string currency)
    {
        var given = facts.Named("elements");
        var elements = given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(one => Element(
                one.Named("title").AsText(), one.Named("subtitle").AsText(), one.Named("quantity").AsText(),
                Amount(one.Named("price")), one.Named("currency").AsText() ?? currency, one.Named("image_url").AsText()))
            : (card.Items ?? []).OfType<ReceiptItem>().Select(one => Element(
                one.Title, one.Subtitle ?? one.Text, one.Quantity, Amount(one.Price), currency, one.Image?.Url));

        var all = elements.ToList();
        var whole = all.OfType<JsonObject>().ToList();
        return whole.Count == all.Count ? whole : null;
    }

    private static JsonObject? Element(string? title, string? subtitle, string? quantity, decimal? price, string currency, string? image)
    {
        if (string.IsNullOrWhiteSpace(title) || price is null)
            return null;

        var element = new JsonObject { ["title"] = title, ["price"] = price, ["currency"] = currency };
        if (!string.IsNullOrWhiteSpace(subtitle))
            element["subtitle"] = subtitle;
        if (decimal.TryParse(quantity, NumberStyles.Number, CultureInfo.InvariantCulture, out var count))
            element["quantity"] = count;
        if (!string.IsNullOrEmpty(image))
            element["image_url"] = BotValues.WebAddress(image, "A receipt line's picture").AbsoluteUri;
        return element;
    }

    private static decimal? Amount(JsonElement value) => Amount(value.AsText());

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
        && amount == decimal.Round(amount, MessengerLimits.ReceiptDecimals)
            ? amount
            : null;

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(text, FacebookJson.Plain.String);

    private static JsonElement Named(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;
}
