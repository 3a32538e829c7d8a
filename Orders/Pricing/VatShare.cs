using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>As much of an amount as is of one rate of VAT.</summary>
/// <param name="Gross">VAT included.</param>
/// <param name="Vat">Inside <paramref name="Gross"/>.</param>
public sealed record VatShare(VatRate Rate, Money Gross, Money Vat);

/// <summary>Amounts by their rates of VAT.</summary>
public static class VatShares
{
    /// <summary>
    /// The price of a delivery shared over the rates of the goods it brings, in proportion to what they cost, to the last minor unit: it is
    /// part of what is paid for them (Directive 2006/112/EC, art. 78(b): transport that the supplier charges belongs to the taxable amount
    /// of the goods), so it has their rates. The highest rate stands first.
    /// </summary>
    /// <param name="step">What every amount in the currency is a multiple of (<see cref="IChargeLimits.Step"/>): a share may be refunded
    /// alone.</param>
    public static IReadOnlyList<VatShare> OfDelivery(Money price, IReadOnlyList<OrderLine> lines, long step)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var rates = lines.GroupBy(line => line.VatRate).OrderByDescending(same => same.Key.Hundredths)
            .Select(same => (Rate: same.Key, Weight: same.Sum(line => line.Total.Minor))).ToList();
        if (rates.TrueForAll(rate => rate.Weight == 0))
            rates = [.. rates.Take(1).Select(rate => (rate.Rate, Weight: 1L))];
        var parts = new Money(price.Minor / step, price.Currency).Split([.. rates.Select(rate => rate.Weight)]);
        return [.. rates.Zip(parts, (rate, part) => Share(rate.Rate, new Money(part.Minor * step, price.Currency)))];
    }

    private static VatShare Share(VatRate rate, Money gross) => new(rate, gross, rate.Inside(gross));

    /// <summary>All that an order costs by rate of VAT, the highest first: they add up to its total and to its VAT, to the cent.</summary>
    public static IReadOnlyList<VatShare> VatByRate(this Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var nothing = Money.Zero(order.Currency);
        return
        [
            .. order.Lines.Select(line => new VatShare(line.VatRate, line.Total, line.Vat)).Concat(order.Delivery.Shares)
                .Where(share => share.Gross.Minor != 0)
                .GroupBy(share => share.Rate).OrderByDescending(same => same.Key.Hundredths)
                .Select(same => new VatShare(
                    same.Key, same.Aggregate(nothing, (sum, one) => sum + one.Gross),
                    same.Aggregate(nothing, (sum, one) => sum + one.Vat))),
        ];
    }
}
