using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;

namespace CommerceBot.Storage.Sqlite.Catalog;

internal sealed record CategoryRow
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public long Products { get; init; }
    public string? Image { get; init; }
}

/// <summary>What is said of a product, as its row holds it.</summary>
internal abstract record ProductTexts
{
    public long Number { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Brand { get; init; }
    public required string Category { get; init; }
}

internal sealed record ProductRow : ProductTexts
{
    public string? Image { get; init; }
    public string? Link { get; init; }

    /// <summary>A word; null where nobody said one.</summary>
    public string? VatClass { get; init; }

    /// <param name="skus">The variants to show; null for all. What tells them apart and what is said of all stays as it is.</param>
    public Product ToProduct(IEnumerable<VariantRow> variants, Func<string?, Uri?> picture, IReadOnlyList<string>? skus = null)
    {
        var rows = variants.ToList();
        var choices = Choices.Telling([.. rows.Select(row => row.Choices)]);
        var facts = rows.Select((row, i) => row.AllFacts(choices[i])).ToList();
        var shared = facts.Count == 0 ? [] : facts[0].Where(fact => facts.TrueForAll(all => all.Contains(fact))).ToList();
        var shown = rows.Index().Where(row => skus is null || skus.Contains(row.Item.Sku)).ToList();
        var image = skus is null || shown.Count == 0 ? Image : shown[0].Item.Image ?? Image;
        var link = Link is null ? null : SampleLinks.Page(new Uri(Link));
        return new Product(
            new ProductId(Id), Title, Description, Brand, new CategoryId(Category), picture(image), link,
            [.. shown.Select(Shown)])
        {
            Facts = shared,
            VatClass = VatClass is null ? CommerceBot.Catalog.VatClass.Standard : VatClasses.Find(VatClass)
                ?? throw new InvalidOperationException($"Product {Id} has the VAT class '{VatClass}', which nobody knows."),
        };

        Variant Shown((int Index, VariantRow Item) row) =>
            row.Item.ToVariant(choices[row.Index], picture(row.Item.Image ?? Image)) with { Facts = [.. facts[row.Index].Except(shared)] };
    }
}

internal sealed record VariantRow
{
    private static readonly Dictionary<string, string> NoChoices = [];

    public required string Sku { get; init; }
    public long Product { get; init; }
    public required string Options { get; init; }
    public string? Translated { get; init; }
    public long Price { get; init; }
    public required string Currency { get; init; }
    public long? SalePrice { get; init; }
    public long? SaleFrom { get; init; }
    public long? SaleTo { get; init; }
    public string? Image { get; init; }
    public long Available { get; init; }
    public required string Facts { get; init; }
    public string? TranslatedFacts { get; init; }
    public required string Labels { get; init; }

    /// <summary>The lowest price of the thirty days before the sale began, in minor units; see <see cref="PriorPrices"/>.</summary>
    public long? Prior { get; init; }

    /// <summary>By axis, the translated value where there is one.</summary>
    public IReadOnlyDictionary<string, string> Choices
    {
        get
        {
            var choices = JsonSerializer.Deserialize<Dictionary<string, string>>(Options)!;
            if (Translated is not null)
                foreach (var (axis, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(Translated)!)
                    if (choices.ContainsKey(axis))
                        choices[axis] = value;
            return choices;
        }
    }

    /// <summary>What is said of it, the choices that tell it from no sibling first: a material that all share is a fact.</summary>
    public List<ProductFact> AllFacts(IReadOnlyDictionary<string, string> telling) =>
    [
        .. Choices.Where(choice => !telling.ContainsKey(choice.Key) && choice.Key is ("material" or "color" or "size" or "pattern"))
            .Select(choice => new ProductFact(choice.Key, choice.Value)),
        .. FactsJson.Read(TranslatedFacts ?? Facts),
    ];

    /// <summary>For the search: in the language of its words, with what both languages say.</summary>
    public CandidateVariant ToCandidate(DateTimeOffset now)
    {
        var variant = ToVariant(NoChoices, null);
        IReadOnlyList<ProductFact> facts = TranslatedFacts is null ? FactsJson.Read(Facts)
            : [.. FactsJson.Read(TranslatedFacts), .. FactsJson.Read(Facts)];
        return new CandidateVariant(
            Sku, Choices, Translated is null ? NoChoices : JsonSerializer.Deserialize<Dictionary<string, string>>(Options)!,
            facts, Labels == "[]" ? [] : JsonSerializer.Deserialize<string[]>(Labels)!, variant.PriceAt(now).InMainUnit(),
            variant.Sale?.HoldsAt(now) ?? false, variant.Available);
    }

    public Sale? SaleOf() =>
        SalePrice is { } reduced ? new Sale(new Money(reduced, new Currency(Currency)), Moment(SaleFrom), Moment(SaleTo)) : null;

    public Variant ToVariant(IReadOnlyDictionary<string, string> choices, Uri? image)
    {
        var currency = new Currency(Currency);
        return new Variant(new Sku(Sku), choices, new Money(Price, currency), SaleOf(), (int)Available, image)
        {
            Prior = Prior is { } minor ? new Money(minor, currency) : null,
        };
    }

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
