using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>One variant bought at once, or all of the cart.</summary>
/// <param name="Only">The variant; null means the cart.</param>
/// <param name="Quantity">Pieces of it; 0 for the cart.</param>
public sealed record Purchase(Sku? Only, int Quantity)
{
    /// <summary>All of the cart, whatever is in it when the order is placed.</summary>
    public static Purchase OfCart { get; } = new(null, 0);

    /// <summary>Pieces of one variant, past the cart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 or more than <see cref="Cart.MostPerLine"/>.</exception>
    public static Purchase Now(Sku sku, int quantity) => quantity is >= 1 and <= Cart.MostPerLine
        ? new(sku, quantity)
        : throw new ArgumentOutOfRangeException(nameof(quantity), quantity, $"Buy 1 to {Cart.MostPerLine} pieces at a time.");

    /// <summary>Whether the cart is bought, and not one variant.</summary>
    [JsonIgnore]
    public bool IsCart => Only is null;

    /// <summary>What is bought: of the one variant, or of this cart.</summary>
    public IReadOnlyList<StockLine> Lines(Cart cart) => Only is { } sku
        ? [new StockLine(sku, Quantity)]
        : [.. cart.Lines.Select(line => new StockLine(line.Sku, line.Quantity))];
}
