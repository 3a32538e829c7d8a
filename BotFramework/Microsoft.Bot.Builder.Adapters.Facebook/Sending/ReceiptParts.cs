using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// A receipt card as Messenger's receipt when it carries the facts that Messenger wants, else as text.
/// Those facts stand in <c>Attachment.Properties["receipt"]</c>, an object in Messenger's own words: recipient_name,
/// order_number, currency, payment_method and summary.total_cost must be there; timestamp, order_url, merchant_name,
/// address, adjustments, sharable and elements may. Amounts are numbers in the currency's main unit. Without elements
/// the card's items are taken, whose prices must then be plain numbers ("12.50").
/// </summary>
internal static class ReceiptParts
{
    public const string PropertyName = "receipt";

    public static void Add(Attachment attachment, PartList parts)
    {
        var card = BotValues.As<ReceiptCard>(attachment.Content) ?? new ReceiptCard();
        var facts = attachment.Properties?.TryGetValue(PropertyName, out var given) == true ? given : default;

        if (ReceiptTemplate.TryMake(card, facts, parts))
            AddButtons(card, card.Title, parts);
        else
            AddWords(card, parts);
    }

    private static void AddButtons(ReceiptCard card, string? words, PartList parts)
    {
        if (card.Buttons is { Count: > 0 } buttons)
            CardParts.Single(CardFace.From(new HeroCard(text: words, buttons: buttons)), parts);
    }

    private static void AddWords(ReceiptCard card, PartList parts)
    {
        var lines = new List<string?> { card.Title };
        lines.AddRange((card.Facts ?? []).OfType<Fact>().Select(fact => $"{fact.Key}: {fact.Value}"));
        lines.AddRange((card.Items ?? []).OfType<ReceiptItem>().Select(Line));
        lines.Add(Sum("Tax", card.Tax));
        lines.Add(Sum("VAT", card.Vat));
        lines.Add(Sum("Total", card.Total));
        var words = string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));

        if (card.Buttons is { Count: > 0 })
            AddButtons(card, words, parts);
        else
            parts.AddText(words);
    }

    private static string Line(ReceiptItem item)
    {
        var quantity = string.IsNullOrWhiteSpace(item.Quantity) ? string.Empty : $"{item.Quantity} × ";
        var name = string.Join(" ", new[] { item.Title, item.Subtitle, item.Text }.Where(word => !string.IsNullOrWhiteSpace(word)));
        return string.IsNullOrWhiteSpace(item.Price) ? quantity + name : $"{quantity}{name}: {item.Price}";
    }

    private static string? Sum(string label, string? amount) => string.IsNullOrWhiteSpace(amount) ? null : $"{label}: {amount}";
}
