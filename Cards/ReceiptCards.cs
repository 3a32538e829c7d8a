using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The receipt: a card for every channel, and beside it the facts that Messenger's own receipt is made of.</summary>
internal static class ReceiptCards
{
    /// <summary>Where the Facebook adapter looks for Messenger's facts.</summary>
    private const string MessengerFacts = "receipt";

    /// <param name="card">The card that paid; null for other ways of paying.</param>
    /// <param name="paidAt">By the shop's clock.</param>
    public static Attachment Of(Order order, (string Brand, string Last4)? card, DateTimeOffset paidAt, string shopName, Words words)
    {
        var payment = card is var (brand, last4)
            ? words.Say("receipt.card", ("brand", Brand(brand)), ("last4", last4))
            : words.Say("receipt.card.none");
        var receipt = new ReceiptCard(
            words.Say("receipt.title", ("number", order.Number)),
            [
                new Fact(words.Say("receipt.order"), order.Number.Value),
                new Fact(words.Say("receipt.date"), paidAt.ToString("d MMMM yyyy", words.Culture)),
                new Fact(words.Say("receipt.payment"), payment),
                new Fact(words.Say("receipt.to"), CheckoutCards.OneLine(order.Address, words)),
                // A row of its own under the sums would look as if it were added to them: prices include it.
                new Fact(words.Say("receipt.vat"), order.Vat.Show(words)),
            ],
            [.. order.Lines.Select(line => Item(line, words)), Delivery(order, words)],
            total: order.Total.Show(words));
        var attachment = receipt.ToAttachment();
        attachment.Properties = new Dictionary<string, JsonElement> { [MessengerFacts] = JsonSerializer.SerializeToElement(Facts(order, payment, paidAt, shopName)) };
        return attachment;
    }

    private static ReceiptItem Item(OrderLine line, Words words) => new(
        line.Title,
        line.Options.Length == 0 ? null : line.Options,
        image: line.Image is { } image ? new CardImage(image.AbsoluteUri, line.Title) : null,
        price: line.Total.Show(words),
        quantity: line.Quantity.ToString(CultureInfo.InvariantCulture));

    private static ReceiptItem Delivery(Order order, Words words) => new(
        words.Say("receipt.delivery", ("name", order.Delivery.Name)),
        price: CheckoutCards.Price(order.Delivery.Price, words));

    private static JsonObject Facts(Order order, string payment, DateTimeOffset paidAt, string shopName) => new()
    {
        ["recipient_name"] = order.Contact.Name,
        ["merchant_name"] = shopName,
        ["order_number"] = order.Number.Value,
        ["currency"] = order.Currency.Code,
        ["payment_method"] = payment,
        ["timestamp"] = paidAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["address"] = new JsonObject
        {
            ["street_1"] = order.Address.Street,
            ["city"] = order.Address.City,
            ["postal_code"] = order.Address.Postcode,
            // Messenger wants a state; where we ask for none the country stands in.
            ["state"] = order.Address.Country.Code,
            ["country"] = order.Address.Country.Code,
        },
        ["summary"] = new JsonObject
        {
            ["subtotal"] = order.Goods.InMainUnit(),
            ["shipping_cost"] = order.Delivery.Price.InMainUnit(),
            ["total_tax"] = order.Vat.InMainUnit(),
            ["total_cost"] = order.Total.InMainUnit(),
        },
        ["elements"] = new JsonArray([.. order.Lines.Select(Element)]),
    };

    private static JsonObject Element(OrderLine line)
    {
        var element = new JsonObject
        {
            ["title"] = line.Title,
            ["quantity"] = line.Quantity,
            ["price"] = line.Total.InMainUnit(),
            ["currency"] = line.Total.Currency.Code,
        };
        if (line.Options.Length > 0)
            element["subtitle"] = line.Options;
        if (line.Image is { } image)
            element["image_url"] = image.AbsoluteUri;
        return element;
    }

    private static string Brand(string brand) => brand switch
    {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        "diners" => "Diners Club",
        "jcb" => "JCB",
        "unionpay" => "UnionPay",
        "discover" => "Discover",
        "" => "Card",
        _ => char.ToUpperInvariant(brand[0]) + brand[1..],
    };
}
