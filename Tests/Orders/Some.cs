using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments.Stripe;

namespace CommerceBot.Tests.Orders;

/// <summary>Ordinary things for tests: a test names only what it is about.</summary>
internal static class Some
{
    public static readonly Currency Euro = new("EUR");
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly ShopperId Anna = new("facebook:1234:5678");
    public static readonly Country Italy = new("IT");
    public static readonly VatRate Vat22 = VatRate.Percent(22);
    public static readonly PriceTerms Terms = new(Euro, new VatRates(Vat22), StripeChargeLimits.Instance);

    public static Money Eur(long cents) => new(cents, Euro);

    public static Product Product(string sku = "mug-1", long cents = 1990, int available = 5, string title = "Tazza", Sale? sale = null) =>
        new(
            new ProductId(sku), title, "", "", new CategoryId("kitchen"), null, null,
            [
                new Variant(
                    new Sku(sku), new Dictionary<string, string> { ["size"] = "M", ["colour"] = "Rosso" }, Eur(cents), sale, available, null
                ),
            ]);

    public static IReadOnlyDictionary<Sku, Product> Stock(params Product[] products) =>
        products.SelectMany(product => product.Variants.Select(variant => (variant.Sku, product))).ToDictionary();

    public static DeliveryMethod Courier(long cents = 490, long? freeFrom = null, params string[] countries) => new(
        new DeliveryMethodId("corriere"), "Corriere", Eur(cents), [.. countries.Select(code => new Country(code))],
        freeFrom is { } from ? Eur(from) : null);

    public static CheckoutTerms Checkout(params DeliveryMethod[] methods) =>
        new(Italy, new DeliveryTable(methods.Length == 0 ? [Courier(490, null, "IT", "FR", "GB")] : methods));

    public static Quote Quote(long cents = 1990, int quantity = 2) =>
        PriceList.Quote(
            [new StockLine(new Sku("mug-1"), quantity)],
            Stock(Product(cents: cents, available: 99)), Courier(), Italy, Terms, Noon) is Quoted.Priced priced
            ? priced.Quote
            : throw new InvalidOperationException("An ordinary quote was refused.");

    public static Order Order(string id = "a1b2c3d4e5f60718-42", bool live = false) => OrderCreation.Place(
        new OrderId(id), OrderNumbers.For(new OrderId(id)), Anna, new LaneId("facebook:1234:5678"), Language.Italian, Quote(),
        new Contact("anna@example.com", "+393331234567", "Anna Bianchi"),
        new Address("Anna Bianchi", "Via Roma 1", "20121", "Milano", Italy), live, Noon);

    public static Order Order(OrderState state, OrderFlags marks = OrderFlags.None) => Order() with { State = state, Flags = marks };
}
