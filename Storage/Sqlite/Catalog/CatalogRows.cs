using System.Text.Json;
using CommerceBot.Catalog;

namespace CommerceBot.Storage.Sqlite.Catalog;

internal sealed record CategoryRow
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public long Products { get; init; }
    public string? Image { get; init; }
}

internal sealed record ProductRow
{
    public long Number { get; init; }
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Brand { get; init; }
    public required string Category { get; init; }
    public string? Image { get; init; }
    public string? Link { get; init; }

    public Product ToProduct(IEnumerable<VariantRow> variants, Func<string?, Uri?> picture)
    {
        var rows = variants.ToList();
        var choices = Choices.Telling([.. rows.Select(row => row.Choices)]);
        return new Product(
            new ProductId(Id), Title, Description, Brand, new CategoryId(Category), picture(Image),
            Link is null ? null : SampleLinks.Page(new Uri(Link)),
            [.. rows.Select((row, i) => row.ToVariant(choices[i], picture(row.Image ?? Image)))]);
    }
}

internal sealed record VariantRow
{
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

    public Variant ToVariant(IReadOnlyDictionary<string, string> choices, Uri? image)
    {
        var currency = new Currency(Currency);
        var sale = SalePrice is { } reduced ? new Sale(new Money(reduced, currency), Moment(SaleFrom), Moment(SaleTo)) : null;
        return new Variant(new Sku(Sku), choices, new Money(Price, currency), sale, (int)Available, image);
    }

    private static DateTimeOffset? Moment(long? milliseconds) => milliseconds is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
}
