using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// Shares refunds over the lines and the delivery of an order: by largest remainder, never more than is left of each, and
/// so that refunds that add up to the whole add up to the whole of every line's VAT.
/// </summary>
internal static class RefundParts
{
    /// <summary>An amount shared over all that is left. Only money: no pieces are given up, unless it is all of it.</summary>
    public static IReadOnlyList<RefundPart> OfAmount(Order order, PaymentLedger ledger, Money amount, IChargeLimits limits)
    {
        var left = Left(order, ledger);
        var total = left.Sum(one => one.Amount.Minor);
        if (total == 0)
            return [];
        var whole = amount.Minor >= total ? new Money(total, amount.Currency) : amount;
        var shares = Share(whole, [.. left.Select(one => one.Amount.Minor)], limits.Step(whole.Currency));
        return
        [
            .. left.Zip(shares, (one, share) => Part(one, share, whole.Minor == total ? one.Pieces : 0))
                .Where(part => part.Amount.Minor > 0 || part.Pieces > 0),
        ];
    }

    /// <summary>What so many pieces of a line cost, of what is left of it; null when there are not so many left.</summary>
    public static RefundPart? OfPieces(Order order, PaymentLedger ledger, Sku sku, int pieces, IChargeLimits limits)
    {
        if (Left(order, ledger).FirstOrDefault(one => one.Sku == sku) is not { } left || pieces < 1 || pieces > left.Pieces)
            return null;
        var before = left.Ordered - left.Pieces;
        var prices = Share(left.Whole, [.. Enumerable.Repeat(1L, left.Ordered)], limits.Step(left.Whole.Currency));
        var price = prices.Skip(before).Take(pieces).Aggregate(Money.Zero(left.Whole.Currency), (sum, one) => sum + one);
        return Part(left, price > left.Amount || pieces == left.Pieces ? left.Amount : price, pieces);
    }

    /// <summary>What is left of the delivery, by its rates of VAT; none when nothing is.</summary>
    public static IReadOnlyList<RefundPart> OfDelivery(Order order, PaymentLedger ledger) =>
    [
        .. Left(order, ledger).Where(one => one is { Sku: null, Amount.Minor: > 0 }).Select(left => Part(left, left.Amount, 0)),
    ];

    private static List<LeftOver> Left(Order order, PaymentLedger ledger)
    {
        var given = ledger
            .Refunds.Where(refund => ledger.StateOf(refund) != RefundState.Failed)
            .SelectMany(refund => refund.Parts)
            .ToLookup(part => (part.Sku, part.Rate));
        return
        [
            .. order.Lines.Select(line => Of(line.Sku, null, line.Total, line.Vat, line.Quantity)),
            .. order.Delivery.Shares.Select(share => Of(
                null, order.Delivery.Shares.Count > 1 ? share.Rate : null, share.Gross, share.Vat, 0)),
        ];

        LeftOver Of(Sku? sku, VatRate? rate, Money whole, Money vat, int pieces)
        {
            var mine = given[(sku, rate)].ToList();
            var back = mine.Aggregate(Money.Zero(whole.Currency), (sum, part) => sum + part.Amount);
            var vatBack = mine.Aggregate(Money.Zero(whole.Currency), (sum, part) => sum + part.Vat);
            return new LeftOver(sku, rate, pieces, whole, vat, pieces - mine.Sum(part => part.Pieces), whole - back, vatBack);
        }
    }

    /// <summary>
    /// The VAT of all that went back until now, less what was counted before: it ends at the line's own VAT, to the
    /// cent.
    /// </summary>
    private static RefundPart Part(LeftOver left, Money amount, int pieces)
    {
        var after = left.Whole - left.Amount + amount;
        var vat = left.Whole.Minor == 0 ? left.Vat : left.Vat.Split(after.Minor, (left.Whole - after).Minor)[0];
        return new RefundPart(left.Sku, pieces, amount, vat - left.VatBack, left.Rate);
    }

    /// <summary>In whole steps of the currency, since some are charged in tens or hundreds only.</summary>
    private static IReadOnlyList<Money> Share(Money whole, long[] weights, long step) =>
        weights.All(weight => weight == 0)
            ? [.. weights.Select(_ => Money.Zero(whole.Currency))]
            :
            [
                .. new Money(whole.Minor / step, whole.Currency)
                    .Split(weights)
                    .Select(share => new Money(share.Minor * step, share.Currency)),
            ];

    /// <param name="Rate">Of the delivery's share, where it has several.</param>
    /// <param name="Ordered">Pieces in the order.</param>
    /// <param name="Pieces">Pieces that were not refunded.</param>
    /// <param name="Amount">Money that was not refunded.</param>
    /// <param name="VatBack">VAT in what was.</param>
    private sealed record LeftOver(
        Sku? Sku, VatRate? Rate, int Ordered, Money Whole, Money Vat, int Pieces, Money Amount, Money VatBack);
}
