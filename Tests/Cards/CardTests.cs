using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Tests.Dialogs;
using CommerceBot.Tests.Orders;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Cards;

/// <summary>Every card in both languages, against the file beside this test.</summary>
public sealed class CardTests
{
    private static readonly Order Order = Some.Order() with { Tracking = "1Z-77" };

    private static readonly Dictionary<string, Func<Words, Attachment>> Cards = new()
    {
        ["category"] = words => CategoryCards.InRow(new Category(new CategoryId("cucina"), "Cucina", 12, Goods.Picture("cucina")), words),
        ["product-on-sale"] = words => ProductCards.InRow(Goods.Mug(), Some.Noon, words),
        ["product-last-one"] = words => ProductCards.InRow(Goods.Coffee(), Some.Noon, words),
        ["product-with-variants"] = words => ProductCards.InRow(Goods.Shirt(), Some.Noon, words),
        ["product-sold-out"] = words => ProductCards.InRow(SoldOut(Goods.Mug()), Some.Noon, words),
        ["product-alone"] = words => ProductCards.Alone(Goods.Shirt(), Some.Noon, words),
        ["cart-line"] = words => CartCards.Line(new CartLine(new Sku("shirt-rm"), 2, Some.Eur(1500), "Maglietta"), Goods.Shirt(), words),
        ["summary"] = words => CheckoutCards.Summary(Some.Quote(), Order.Contact, Order.Address, new Uri("https://bottega.example/condizioni"), words),
        ["pay"] = words => PayCards.Pay(Order, new Uri("https://checkout.stripe.com/c/pay/cs_test_1"), TimeSpan.FromMinutes(60), words),
        ["receipt"] = words => ReceiptCards.Of(Order, ("visa", "4242"), Some.Noon, "Bottega Aurora", words),
        ["receipt-without-card"] = words => ReceiptCards.Of(Order, null, Some.Noon, "Bottega Aurora", words),
        ["order-unpaid"] = words => OrderCards.InRow(Order, Order.Created, words),
        ["order-cancelled"] = words => OrderCards.InRow(Some.Order(OrderState.Cancelled), Order.Created, words),
        ["order-refund-due"] = words => OrderCards.InRow(Some.Order(OrderState.Cancelled, OrderFlags.PaidUnfilled), Order.Created, words),
        ["order-whole"] = words => OrderCards.Whole(Order with { State = OrderState.Shipped }, words),
        ["support"] = words => SupportCard.Of("aiuto@bottega.example", "+39021234567", words),
        ["support-by-mail"] = words => SupportCard.Of("aiuto@bottega.example", null, words),
    };

    public static TheoryData<string, string> EveryCard()
    {
        var all = new TheoryData<string, string>();
        foreach (var card in Cards.Keys)
            foreach (var words in Words.Languages)
                all.Add(card, words.Language.Code);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void A_card_is_as_approved(string card, string language) => ApprovedCard.Check(Cards[card](Words.Of(new Language(language))), $"{card}.{language}");

    private static Product SoldOut(Product product) => product with { Variants = [.. product.Variants.Select(variant => variant with { Available = 0 })] };
}
