using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>
/// Every charge has exactly one paid order or went back in full; every paid order has one charge; sums agree on both
/// sides.
/// </summary>
internal static class MoneyAudit
{
    public static IEnumerable<Difference> Of(Evidence evidence)
    {
        var orders = evidence.Shop.Orders.ToDictionary(order => order.Id.Value);
        var charges = evidence.Stripe.Charges.Where(charge => charge.Paid).ToLookup(charge => charge.Order);
        foreach (var nobodys in charges.Where(group => !orders.ContainsKey(group.Key)).SelectMany(group => group))
            yield return new Difference(
                Kinds.ChargeOfNobody, nobodys.Id, $"{nobodys.Amount} for order '{nobodys.Order}', which is not here");
        foreach (var order in evidence.Shop.Orders)
        {
            var ledger = evidence.Shop.Payments.GetValueOrDefault(order.Id) ?? PaymentLedger.Empty(order.Id);
            foreach (var difference in About(order, ledger, [.. charges[order.Id.Value]], evidence.Stripe))
                yield return difference;
        }

        foreach (var page in evidence.Stripe.Sessions.Where(session => session.Status == "open"))
            if (!orders.TryGetValue(page.Order, out var order) || order.State != OrderState.AwaitingPayment)
                yield return new Difference(Kinds.PageStillOpen, page.Id, $"of order {Name(order)}");
    }

    private static IEnumerable<Difference> About(
        Order order, PaymentLedger ledger, IReadOnlyList<ChargeSeen> charges, StripeRecords stripe
    ) => [.. Settled(order, ledger, charges, stripe), .. Sums(order, ledger, charges, stripe), .. Disputes(order, ledger, charges, stripe)];

    private static IEnumerable<Difference> Settled(
        Order order, PaymentLedger ledger, IReadOnlyList<ChargeSeen> charges, StripeRecords stripe)
    {
        if (Auditor.Waits(order))
            yield return new Difference(Kinds.OrderUnsettled, Name(order), $"is {order.State}");
        var payment = Auditor.IsPaid(order) ? PaymentOf(ledger, charges) : null;
        if (Auditor.IsPaid(order) && payment is null)
        {
            yield return new Difference(
                Kinds.PaidWithoutCharge, Name(order),
                $"is {order.State}, and none of its {charges.Count} charges is the one that its ledger knows");
            payment = charges.Count > 0 ? charges[0] : null; // What is told once need not be told again as money that nobody owns.
        }

        if (payment is not null && payment.Amount != order.Total.Minor)
            yield return new Difference(
                Kinds.AmountDiffers, Name(order), $"cost {order.Total.Minor}, and {payment.Id} took {payment.Amount}");
        foreach (var charge in charges.Where(charge => charge != payment))
            if (stripe.GivenBack(charge.Id) + stripe.TakenBack(charge.Id) is var back && back != charge.Amount)
                yield return new Difference(Kinds.ChargeUnsettled, charge.Id,
                    $"{charge.Amount} for order {Name(order)}, which is {order.State} ({order.Flags}), {back} of it given back");
        if (!Agree(order, ledger))
            yield return new Difference(Kinds.LedgerContradictsOrder, Name(order),
                $"is {order.State} ({order.Flags}), and its payment is {ledger.State}");
    }

    /// <summary>The charge that made the order paid: the first that the ledger knows as a success.</summary>
    private static ChargeSeen? PaymentOf(PaymentLedger ledger, IReadOnlyList<ChargeSeen> charges) =>
        ledger.Facts.FirstOrDefault(fact => fact.Kind == PaymentFactKind.Succeeded) is { } paid
            ? charges.FirstOrDefault(charge => charge.Id == paid.Charge || charge.Intent == paid.Reference)
            : null;

    private static bool Agree(Order order, PaymentLedger ledger)
    {
        var marked = (order.Flags & (OrderFlags.PaidUnfilled | OrderFlags.PaidTwice)) != 0;
        if (marked && ledger.OwesNothing())
            return false;
        return Auditor.IsPaid(order)
            ? ledger.State is PaymentState.Paid or PaymentState.PartlyRefunded or PaymentState.Refunded or PaymentState.Disputed
            : Auditor.Waits(order) || ledger.State is not (PaymentState.Requested or PaymentState.Processing);
    }

    private static IEnumerable<Difference> Sums(Order order, PaymentLedger ledger, IReadOnlyList<ChargeSeen> charges, StripeRecords stripe)
    {
        var taken = charges.Sum(charge => charge.Amount);
        var known = ledger.Facts.Where(fact => fact.IsReceipt).Sum(fact => fact.Amount?.Minor ?? 0);
        if (taken != known)
            yield return new Difference(Kinds.AmountDiffers, Name(order), $"Stripe took {taken}, the ledger says {known}");
        var back = charges.Sum(charge => stripe.GivenBack(charge.Id) + stripe.TakenBack(charge.Id));
        var knownBack = LedgerSums.WentBack(ledger)?.Minor ?? 0;
        if (back != knownBack)
            yield return new Difference(Kinds.RefundDiffers, Name(order), $"Stripe gave back {back}, the ledger says {knownBack}");
        foreach (var twice in ledger.Refunds.Where(refund => IsMadeTwice(ledger, refund)))
            yield return new Difference(
                Kinds.RefundDiffers, twice.Id, $"of order {Name(order)} was taken for lost and made again, and is there after all");
        foreach (
            var pending in stripe.Refunds.Where(refund => refund.Status == "pending" && charges.Any(charge => charge.Id == refund.Charge)))
            yield return new Difference(Kinds.RefundDiffers, pending.Id, $"of order {Name(order)} is still on its way");
    }

    /// <summary>Nobody was sure of it, it was not in the gateway's list, another took its place; and the gateway has it.</summary>
    private static bool IsMadeTwice(PaymentLedger ledger, Refund refund) => refund.Reference is not null
        && ledger.Has(PaymentFactKind.RefundUnsure, refund.Id) && ledger.Has(PaymentFactKind.RefundFailed, refund.Id)
            && ledger.StateOf(refund) != RefundState.Failed;

    private static IEnumerable<Difference> Disputes(
        Order order, PaymentLedger ledger, IReadOnlyList<ChargeSeen> charges, StripeRecords stripe)
    {
        var known = ledger.Facts.Where(fact => fact.Kind == PaymentFactKind.Disputed).Select(fact => fact.Reference).ToHashSet();
        var seen = stripe
            .Disputes.Where(dispute => charges.Any(charge => charge.Id == dispute.Charge))
            .Select(dispute => dispute.Id)
            .ToHashSet();
        foreach (var missed in seen.Except(known))
            yield return new Difference(Kinds.DisputeDiffers, missed, $"order {Name(order)} does not know of it");
        var isOpen = stripe.Disputes.Any(dispute => seen.Contains(dispute.Id) && dispute.Status is not ("won" or "lost"));
        if (seen.IsSubsetOf(known) && order.Has(OrderFlags.Disputed) != isOpen)
            yield return new Difference(
                Kinds.DisputeDiffers, Name(order), isOpen ? "is disputed and not marked" : "is marked as disputed, and no dispute is open");
        foreach (var invented in known.Except(seen))
            yield return new Difference(Kinds.DisputeDiffers, invented, $"order {Name(order)} knows of it and Stripe does not");
    }

    private static string Name(Order? order) => order is null ? "nobody" : $"{order.Number} ({order.Id})";
}
