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
    /// <param name="copiedAt">When a receipt that was sent before is sent again; null for the first one.</param>
    public static Attachment Of(
        Order order,
        (string Brand, string Last4)? card,
        DateTimeOffset paidAt,
        string shopName,
        Texts texts,
        DateTimeOffset? copiedAt = null)
    {
        var payment = card is var (brand, last4)
            ? texts.Get("receipt.card", ("brand", Brand(brand)), ("last4", last4))
            : texts.Get("receipt.card.none");
        var receipt = new ReceiptCard(
            texts.Get("receipt.title", ("number", order.Number)),
            [
                new Fact(texts.Get("receipt.order"), order.Number.Value),
                new Fact(texts.Get("receipt.date"), paidAt.ToString("d MMMM yyyy", texts.Culture)),
                new Fact(texts.Get("receipt.payment"), payment),
                new Fact(texts.Get("receipt.to"), CheckoutCards.OneLine(order.Address, texts)),
                // A row of its own under the sums would look as if it were added to them: prices include it.
                new Fact(texts.Get("receipt.vat"), order.Vat.Show(texts)),
                .. ByRate(order, texts),
            ],
            [.. order.Lines.Select(line => Item(line, texts)), Delivery(order, texts)],
            total: order.Total.Show(texts));
        var attachment = receipt.ToAttachment();
        attachment.Properties = new Dictionary<string, JsonElement>
        {
            [MessengerFacts] = JsonSerializer.SerializeToElement(Facts(order, NumberOf(order, copiedAt, texts), payment, paidAt, shopName)),
        };
        return attachment;
    }

    /// <summary>Of which so much at each rate, where there are several.</summary>
    private static IEnumerable<Fact> ByRate(Order order, Texts texts) => order.VatByRate() is { Count: > 1 } shares
        ? shares.Select(share => new Fact(
            texts.Get("receipt.vat.rate", ("rate", share.Rate.Show(texts)), ("gross", share.Gross.Show(texts))), share.Vat.Show(texts)))
        : [];

    private static ReceiptItem Item(OrderLine line, Texts texts) => new(
        line.Title,
        line.Options.Length == 0 ? null : line.Options,
        image: line.Image is { } image ? new CardImage(image.AbsoluteUri, line.Title) : null,
        price: line.Total.Show(texts),
        quantity: line.Quantity.ToString(CultureInfo.InvariantCulture));

    private static ReceiptItem Delivery(Order order, Texts texts) => new(
        texts.Get("receipt.delivery", ("name", order.Delivery.Name)),
        price: CheckoutCards.Price(order.Delivery.Price, texts));

    /// <summary>
    /// Messenger takes each order number in one receipt only (receipt template, read 2026-11): a copy says that it is
    /// one.
    /// </summary>
    private static string NumberOf(Order order, DateTimeOffset? copiedAt, Texts texts) => copiedAt is { } at
        ? texts.Get("receipt.copy", ("number", order.Number), ("when", at.ToString("d MMM yyyy HH:mm:ss", texts.Culture)))
        : order.Number.Value;

    private static JsonObject Facts(Order order, string number, string payment, DateTimeOffset paidAt, string shopName) => new()
    {
        ["recipient_name"] = order.Contact.Name,
        ["merchant_name"] = shopName,
        ["order_number"] = number,
        ["currency"] = order.Currency.Code,
        ["payment_method"] = payment,
        ["timestamp"] = paidAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["address"] = new JsonObject
        {
            ["street_1"] = order.Address.Street,
            ["city"] = order.Address.City,
            // Messenger wants a postcode and a state: where an address has none, what stands in says so.
            ["postal_code"] = order.Address.Postcode,
            ["state"] = order.Address.Province ?? order.Address.Country.Code,
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
