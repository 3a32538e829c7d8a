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
    public bool Serves(Country country) => Countries.Count == 0 || Countries.Contains(country);

    public Money PriceFor(Money goods) => FreeFrom is { } from && goods >= from ? Money.Zero(Price.Currency) : Price;
}
