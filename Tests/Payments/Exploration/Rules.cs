using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>What must hold about money, goods and words, said without a look at how it is decided.</summary>
internal static class Rules
{
    private static readonly NoticeKind[] Closing =
    [
        NoticeKind.Cancelled, NoticeKind.CancelledByShop, NoticeKind.Expired, NoticeKind.PaymentFailed, NoticeKind.Unfillable,
            NoticeKind.Mispaid, NoticeKind.SoldOut,
        NoticeKind.CancelledWithRefund, NoticeKind.CancelledRefunded,
    ];

    /// <summary>In every world, however much is on its way.</summary>
    public static void AtAnyTime(PaymentScenario now)
    {
        True(!(now.Held && now.Sold), "the goods are set aside and sold");
        True(now.Sold == now.Order.IsPaid, $"the goods are {(now.Sold ? "" : "not ")}sold and the order is {now.Order.State}");
        True(now.Ledger.Facts.Count(fact => fact.Kind == PaymentFactKind.Succeeded) <= 1, "two payments pay one order");
        foreach (var charge in now.Gateway.Charges)
            True(now.Gateway.Back(charge) <= Gateway.Total, $"more went back of {charge} than came");
        // What the merchant wanted back, or what was owed: never more, by however many calls.
        var ours = now.Gateway.Refunds.Where(refund => refund
            is { Ours: not null, Payment: "pi_1", Status: not RefundStatus.Failed }).Sum(refund => refund.Amount);
        var owed = now.Ledger.Refunds.Any(refund => refund is { Payment: "pi_1",
            Cause: not (RefundCause.Merchant or RefundCause.Dashboard) });
        True(owed || ours <= now.Meant, $"{ours} went back of pi_1, and {now.Meant} was meant to");
    }

    /// <summary>
    /// Once all that was asked is carried out and heard: an order that is settled cannot be paid on a page that the shopper
    /// has.
    /// </summary>
    public static void AtRest(PaymentScenario now)
    {
        foreach (var page in now.Gateway.Sessions.Where(session => session.End == SessionEnd.Open
            && now.Ledger.AttemptOf($"cs_{session.Attempt}") is not null))
            True(now.Order.AwaitsMoney && !now.Order.Has(OrderFlags.Cancelling),
                $"the order is {now.Order.State} ({now.Order.Flags}), and page {page.Attempt} can be paid");
    }

    /// <summary>Once all is carried out and heard, and what was open has ended.</summary>
    public static void InTheEnd(PaymentScenario end)
    {
        AtAnyTime(end);
        if (end.Ledger.Attempts.Count == 0 && !end.Ledger.Facts.Any())
            return;
        True(!end.Order.AwaitsMoney, $"the order still is {end.Order.State}");
        True(!end.Held, "goods are set aside for nobody");
        True(end.Gateway.Sessions.All(session => session.End != SessionEnd.Open), "a page can still be paid");
        Charges(end);
        Agree(end);
        Words(end);
    }

    /// <summary>Each charge pays one order, or went back in full, or a person was called.</summary>
    private static void Charges(PaymentScenario end)
    {
        var charges = end.Gateway.Charges.ToList();
        var pays = end.Ledger.Facts.FirstOrDefault(fact => fact.Kind == PaymentFactKind.Succeeded)?.Reference;
        True(!end.Order.IsPaid || charges.Contains(pays!),
            $"the order is {end.Order.State}, and nothing of {string.Join(',', charges)} pays it");
        foreach (var charge in charges)
        {
            True(end.Ledger.Facts.Any(fact => fact.IsReceipt && fact.Reference == charge), $"nobody knows of {charge}");
            if (charge == pays && end.Order.IsPaid)
                continue;
            var back = end.Gateway.Back(charge) + end.Gateway.TakenBack(charge);
            var inDispute = charge == "pi_1" && end.Gateway.IsDisputeOpen;
            True(back >= Gateway.Total || inDispute || end.Order.Has(OrderFlags.RefundStuck),
                $"{charge} pays nothing, {back} of it went back, and nobody is called; the order is {end.Order.State} ({end.Order.Flags})");
        }
    }

    /// <summary>The ledger says what the gateway has.</summary>
    private static void Agree(PaymentScenario end)
    {
        foreach (var charge in end.Gateway.Charges)
        {
            var receipt = end.Ledger.ReceiptOf(charge)!;
            var done = end.Gateway.Refunds.Where(refund => refund.Payment == charge
                && refund.Status == RefundStatus.Succeeded).Sum(refund => refund.Amount);
            True(LedgerSums.GoneBack(end.Ledger, receipt).Minor == done + end.Gateway.TakenBack(charge),
                $"{done} of {charge} went back, and the ledger says {LedgerSums.GoneBack(end.Ledger, receipt)}");
        }

        True(end.Gateway.IsDisputeOpen == end.Order.Has(OrderFlags.Disputed),
            $"the dispute is {end.Gateway.Dispute}, and the order's flags are {end.Order.Flags}");
        True(end.Ledger.Refunds.All(refund => end.Ledger.StateOf(refund) != RefundState.Requested),
            "a refund is waited for that nobody makes");
        if (end.Gateway.Dispute == DisputeStatus.Lost && end.Order.IsPaid)
            True(end.Order.State is OrderState.Shipped or OrderState.Delivered || end.Gateway.Back("pi_1") > 0,
                "an order whose money is gone may still ship");
        // A dead letter whose fate is known is none.
        foreach (var dead in end.DeadCalls)
            True(!end.Ledger.IsSettled(dead), $"{dead} is settled and still a dead letter");
    }

    /// <summary>Nobody is left without a word.</summary>
    private static void Words(PaymentScenario end)
    {
        if (end.Order.IsPaid)
            True(end.Told.Contains(NoticeKind.Paid), "the shopper has no receipt");
        else
            True(end.Told.Overlaps(Closing), $"the order is {end.Order.State} and the shopper was told {string.Join(',', end.Told)}");
        if (end.Ledger.Facts.Any(fact => fact.IsOwed))
            True(end.Told.Overlaps([NoticeKind.Unfillable, NoticeKind.PaidTwice]) && end.Alarmed.Contains(AlertKind.AutomaticRefund),
                "money is given back and somebody was not told");
        if (end.Ledger.Refunds.Any(refund => end.Ledger.StateOf(refund) == RefundState.Done))
            True(end.Told.Contains(NoticeKind.RefundDone), "a refund is done and the shopper was not told");
        if (end.Order.Has(OrderFlags.RefundStuck))
            True(end.Alarmed.Contains(AlertKind.RefundStuck), "a refund is stuck and the merchant was not told");
        if (end.Gateway.Dispute is { } status)
            True(end.Alarmed.Contains(status switch { DisputeStatus.Won => AlertKind.DisputeWon, DisputeStatus.Lost =>
                AlertKind.DisputeLost, _ => AlertKind.Disputed }),
                $"the dispute is {status} and the merchant was told {string.Join(',', end.Alarmed)}");
    }

    private static void True(bool holds, string fault)
    {
        if (!holds)
            throw new BrokenInvariantException(fault);
    }
}
