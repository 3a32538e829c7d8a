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

    private static readonly Dictionary<string, Func<Texts, Attachment>> Cards = new()
    {
        ["category"] = texts => CategoryCards.InRow(new Category(new CategoryId("cucina"), "Cucina", 12, Goods.Picture("cucina")), texts),
        ["product-on-sale"] = texts => ProductCards.InRow(Goods.Mug(), Some.Noon, texts),
        ["product-last-one"] = texts => ProductCards.InRow(Goods.Coffee(), Some.Noon, texts),
        ["product-with-variants"] = texts => ProductCards.InRow(Goods.Shirt(), Some.Noon, texts),
        ["product-sold-out"] = texts => ProductCards.InRow(SoldOut(Goods.Mug()), Some.Noon, texts),
        ["product-alone"] = texts => ProductCards.Alone(Goods.Shirt(), Some.Noon, texts),
        ["cart-line"] = texts => CartCards.Line(new CartLine(new Sku("shirt-rm"), 2, Some.Eur(1500), "Maglietta"), Goods.Shirt(), texts),
        ["summary"] = texts => CheckoutCards.Total(Some.Quote(), new Uri("https://bottega.example/condizioni"), texts),
        ["last-time"] = texts => CheckoutCards.LastTime(LastTime(), "Corriere", texts),
        ["variant"] = texts => VariantOf(Goods.Shirt(), 0, texts),
        ["variant-sold-out"] = texts => VariantOf(SoldOut(Goods.Shirt()), 1, texts),
        ["pay"] = texts => PayCards.Pay(Order, new Uri("https://checkout.stripe.com/c/pay/cs_test_1"), TimeSpan.FromMinutes(60), texts),
        ["receipt"] = texts => ReceiptCards.Of(Order, ("visa", "4242"), Some.Noon, "Bottega Aurora", texts),
        ["receipt-without-card"] = texts => ReceiptCards.Of(Order, null, Some.Noon, "Bottega Aurora", texts),
        ["order-unpaid"] = texts => OrderCards.InRow(Order, Order.Created, texts),
        ["order-cancelled"] = texts => OrderCards.InRow(Some.Order(OrderState.Cancelled), Order.Created, texts),
        ["order-refund-due"] = texts => OrderCards.InRow(Some.Order(OrderState.Cancelled, OrderFlags.PaidUnfilled), Order.Created, texts),
        ["order-whole"] = texts => OrderCards.Whole(Order with { State = OrderState.Shipped }, texts),
        ["order-paid"] = texts => OrderCards.InRow(
            Some.Order(OrderState.Paid), Order.Created, texts, new OrderOffers(Withdraw: true, Cancel: true)),
        ["order-on-its-way"] = texts => OrderCards.Whole(
            Order with { State = OrderState.Shipped }, texts,
            offers: new OrderOffers(Withdraw: true, Track: new Uri("https://www.ups.com/track?tracknum=1Z-77"))),
        ["support"] = texts => SupportCard.Of("aiuto@bottega.example", "+39021234567", texts),
        ["support-by-mail"] = texts => SupportCard.Of("aiuto@bottega.example", null, texts),
    };

    public static TheoryData<string, string> EveryCard()
    {
        var all = new TheoryData<string, string>();
        foreach (var card in Cards.Keys)
            foreach (var texts in Texts.Languages)
                all.Add(card, texts.Language.Code);
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void A_card_is_as_approved(string card, string language) =>
        ApprovedCard.Check(Cards[card](Texts.Of(new Language(language))), $"{card}.{language}");

    private static Answers LastTime() => Answers.None with
    {
        Email = Order.Contact.Email,
        Phone = Order.Contact.Phone,
        Name = Order.Contact.Name,
        Country = Order.Address.Country,
        Postcode = Order.Address.Postcode,
        City = Order.Address.City,
        Province = "MI",
        Street = Order.Address.Street,
        CourierNote = "Citofono Bianchi",
    };

    private static Attachment VariantOf(Product product, int at, Texts texts) => VariantCards.InRow(
        product, VariantSelection.Begin(product).Values[at], new ShopAction.ChooseVariant(product.Id, VariantPurpose.Buy, "", 0), Some.Noon,
        texts);

    private static Product SoldOut(Product product) =>
        product with
        {
            Variants = [.. product.Variants.Select(variant => variant with { Available = 0 })],
        };
}
