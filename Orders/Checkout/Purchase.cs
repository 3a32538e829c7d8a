using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>One variant bought at once, or all of the cart.</summary>
/// <param name="Only">The variant; null means the cart.</param>
/// <param name="Quantity">Pieces of it; 0 for the cart.</param>
public sealed record Purchase(Sku? Only, int Quantity)
{
    public static Purchase OfCart { get; } = new(null, 0);

    public static Purchase Now(Sku sku, int quantity) => quantity is >= 1 and <= Cart.MostPerLine
        ? new(sku, quantity)
        : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, $"Buy 1 to {Cart.MostPerLine} pieces at a time.");

    [JsonIgnore]
    public bool IsCart => Only is null;

    public IReadOnlyList<StockLine> Lines(Cart cart) => Only is { } sku
        ? [new StockLine(sku, Quantity)]
        : [.. cart.Lines.Select(line => new StockLine(line.Sku, line.Quantity))];
}
