using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>A short name made of a delivery method's settings, such as <c>corriere-espresso</c>.</summary>
public readonly record struct DeliveryMethodId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A way to bring the goods, at a price with VAT included.</summary>
/// <param name="Countries">Where it goes; empty means everywhere.</param>
/// <param name="FreeFrom">Goods worth this much travel free; null means never.</param>
public sealed record DeliveryMethod(DeliveryMethodId Id, string Name, Money Price, IReadOnlyList<Country> Countries, Money? FreeFrom)
{
    /// <summary>The goods are there within so many days of the order; 30 where nothing else is agreed (2011/83/EU, art. 18).</summary>
    public int Days { get; init; } = 30;

    /// <summary>Whether it goes to this country.</summary>
    public bool Serves(Country country) => Countries.Count == 0 || Countries.Contains(country);

    /// <summary>What it costs beside goods of this worth: nothing from <see cref="FreeFrom"/> on.</summary>
    public Money PriceFor(Money goods) => FreeFrom is { } from && goods >= from ? Money.Zero(Price.Currency) : Price;
}
