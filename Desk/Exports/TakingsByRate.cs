using CommerceBot.Catalog;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Desk.Exports;

/// <summary>Money that came or went back, as far as it is of one rate of VAT.</summary>
/// <param name="Rate">Null for money that paid nothing of the order, such as one that came twice.</param>
/// <param name="Gross">Above zero when it came.</param>
/// <param name="Vat">Inside <paramref name="Gross"/>.</param>
internal sealed record TakingsPart(DateTimeOffset At, VatRate? Rate, Money Gross, Money Vat);

/// <summary>What an accountant needs of an order's money: each movement shared over the rates of VAT of what it is for.</summary>
internal static class TakingsByRate
{
    public static IEnumerable<TakingsPart> Of(Order order, PaymentLedger ledger) =>
        MoneyMovement.Of(ledger).SelectMany(moved => PartsOf(order, ledger, moved));

    private static IEnumerable<TakingsPart> PartsOf(Order order, PaymentLedger ledger, MoneyMovement moved)
    {
        var fact = ledger.Facts[moved.Fact];
        if (ledger.Refunds.FirstOrDefault(refund => refund.Reference == fact.Reference) is { Parts.Count: > 0 } refund
            && Sum(refund.Parts.Select(part => part.Amount), moved.Amount.Currency).Minor == Math.Abs(moved.Amount.Minor))
            return Group(moved, refund.Parts.Select(part => (part.RateIn(order), part.Amount, part.Vat)));
        // The whole order's money came, went by a lost dispute, or came again by a won one.
        return fact.Kind is PaymentFactKind.Succeeded or PaymentFactKind.DisputeLost or PaymentFactKind.DisputeWon
            && Math.Abs(moved.Amount.Minor) == order.Total.Minor && moved.Amount.Currency == order.Currency
                ? Group(moved, order.VatByRate().Select(share => ((VatRate?)share.Rate, share.Gross, share.Vat)))
                : [new TakingsPart(moved.At, null, moved.Amount, Money.Zero(moved.Amount.Currency))];
    }

    private static IEnumerable<TakingsPart> Group(MoneyMovement moved, IEnumerable<(VatRate? Rate, Money Gross, Money Vat)> parts)
    {
        var sign = Math.Sign(moved.Amount.Minor);
        return parts.Where(part => part.Gross.Minor != 0).GroupBy(part => part.Rate).Select(same => new TakingsPart(
            moved.At, same.Key, Sum(same.Select(part => part.Gross), moved.Amount.Currency) * sign,
            Sum(same.Select(part => part.Vat), moved.Amount.Currency) * sign));
    }

    private static Money Sum(IEnumerable<Money> amounts, Currency currency) =>
        amounts.Aggregate(Money.Zero(currency), (sum, one) => sum + one);
}
