using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Dialogs;

/// <summary>A small shop: a mug, a shirt with colours and sizes, coffee that is nearly gone, and a category of twelve notebooks.</summary>
internal static class Goods
{
    public static readonly Uri Address = new("http://localhost:3978");

    public static ShopSettings Settings { get; } = new(
        "Bottega Aurora",
        Some.Terms,
        new CheckoutTerms(Some.Italy, new DeliveryTable(
        [
            Some.Courier(490, 4900, "IT", "FR", "IE"),
            new DeliveryMethod(new DeliveryMethodId("espresso"), "Espresso", Some.Eur(990), [Some.Italy], null),
        ])),
        () => Address,
        "aiuto@bottega.example",
        "+39021234567",
        new Uri("https://bottega.example/condizioni"),
        null,
        TimeZoneInfo.Utc,
        IsLive: false,
        UnpaidOrders: 2);

    /// <summary>The words of these goods, as a database would know them.</summary>
    public static ICatalogVocabulary Vocabulary { get; } = new TitleVocabulary(
        [.. Store().Categories.SelectMany(entry => entry.Products).Select(product => product.Title)]);

    public static Store Store()
    {
        var store = new Store();
        store.Categories.Add((Category("cucina", "Cucina"), [Mug(), Coffee()]));
        store.Categories.Add((Category("moda", "Moda"), [Shirt()]));
        store.Categories.Add((Category("carta", "Carta"), [.. Enumerable.Range(1, 12).Select(Notebook)]));
        return store;
    }

    public static Product Mug() =>
        new(
            new ProductId("mug"), "Tazza blu", "Una tazza di ceramica smaltata a mano.", "Aurora", new CategoryId("cucina"), Picture("mug"),
            null,
            [
                new Variant(new Sku("mug-1"), None, Some.Eur(1990), new Sale(Some.Eur(1490), null, null), 8, null)
                {
                    Prior = Some.Eur(1990),
                },
            ]);

    public static Product Coffee() => new(
        new ProductId("coffee"), "Caffè in grani", "Arabica, 500 g.", "", new CategoryId("cucina"), Picture("coffee"), null,
        [new Variant(new Sku("coffee-1"), None, Some.Eur(850), null, 1, null)]);

    public static Product Shirt() =>
        new(
            new ProductId("shirt"), "Maglietta", "Cotone biologico.", "", new CategoryId("moda"), Picture("shirt"),
            new Uri("https://bottega.example/shirt"),
            [
                Size("shirt-rm", "Rosso", "M", 5),
                Size("shirt-rl", "Rosso", "L", 0),
                Size("shirt-bm", "Blu", "M", 3),
                Size("shirt-bl", "Blu", "L", 2),
            ]);

    public static Uri Picture(string name) => new($"http://localhost:3978/sample/{name}.png");

    private static Dictionary<string, string> None => [];

    private static Category Category(string id, string title) => new(new CategoryId(id), title, 0, Picture(id));

    private static Product Notebook(int number) => new(
        new ProductId($"note-{number}"), $"Quaderno {number}", "", "", new CategoryId("carta"), Picture("note"), null,
        [new Variant(new Sku($"note-{number}"), None, Some.Eur(300 + number), null, 50, null)]);

    private static Variant Size(string sku, string color, string size, int available) => new(
        new Sku(sku), new Dictionary<string, string> { ["color"] = color, ["size"] = size }, Some.Eur(1500), null, available, null);

    private sealed class TitleVocabulary(IEnumerable<string> titles) : ICatalogVocabulary
    {
        private readonly HashSet<string> _stems = [.. titles.SelectMany(SearchText.Stems)];

        public bool Knows(string word, Language language) => _stems.Contains(Endings.Drop(word));
    }
}
