using CommerceBot.Catalog;
using static CommerceBot.Payments.PaymentFactKind;

namespace CommerceBot.Payments;

/// <summary>What the facts of a ledger amount to.</summary>
internal static class LedgerSums
{
    public static PaymentState StateOf(PaymentLedger ledger)
    {
        if (ledger.Facts.Any(fact => fact.Kind == Disputed && IsLast(ledger, fact)))
            return PaymentState.Disputed;
        if (Taken(ledger) is { Minor: > 0 } taken)
            return GivenBack(ledger) switch
            {
                { } back when back >= taken => PaymentState.Refunded,
                { Minor: > 0 } => PaymentState.PartlyRefunded,
                _ => PaymentState.Paid,
            };
        if (ledger.Facts.Any(fact => fact is { IsOwed: true, Amount.Minor: > 0 }))
            return ledger.Facts.Any(fact => fact.IsOwed && GoneBack(ledger, fact) < fact.Amount!.Value)
                ? PaymentState.Owing
                : PaymentState.Refunded;
        return Unpaid(ledger);
    }

    /// <summary>The last word on a dispute; null when nothing was told of it.</summary>
    public static PaymentFact? LastOf(PaymentLedger ledger, string dispute) =>
        ledger.Facts.LastOrDefault(fact => fact.IsAboutDispute && fact.Reference == dispute);

    /// <summary>Money that pays the order.</summary>
    public static Money? Taken(PaymentLedger ledger) => Sum(ledger.Facts.Where(fact => fact.Kind is Succeeded));

    /// <summary>What of it went back.</summary>
    public static Money? GivenBack(PaymentLedger ledger) =>
        Taken(ledger) is { } taken
            ? Sum(Returns(ledger).Where(fact => !ledger.Facts.Any(owed => owed.IsOwed && owed.Reference == fact.Payment)))
                ?? Money.Zero(taken.Currency)
            : null;

    /// <summary>All that went back, in the currency of the first of it: a payment in another is a fault that people look into.</summary>
    public static Money? WentBack(PaymentLedger ledger)
    {
        var all = Returns(ledger).Where(fact => fact.Amount is not null).ToList();
        return Sum(all.Where(fact => fact.Amount!.Value.Currency == all[0].Amount!.Value.Currency));
    }

    /// <summary>What of one receipt went back.</summary>
    public static Money GoneBack(PaymentLedger ledger, PaymentFact receipt) =>
        Sum(Returns(ledger).Where(fact => fact.Payment == receipt.Reference)) ?? Money.Zero(receipt.Amount!.Value.Currency);

    /// <summary>Why a fact cannot stand in this ledger; null when it can.</summary>
    public static string? Objection(PaymentLedger ledger, PaymentFact fact) =>
        fact switch
        {
            { Amount.Minor: < 0 } => $"{fact.Kind} {fact.Reference} moves less than nothing: {fact.Amount}.",
            { Kind: Succeeded or Surplus or Mispaid or Refunded or DisputeLost, Amount: null } =>
                $"{fact.Kind} {fact.Reference} does not say how much.",
            { Kind: Succeeded } when Taken(ledger) is { } taken && taken.Currency != fact.Amount!.Value.Currency => OtherCurrency(
                fact, taken),
            { Kind: Refunded or DisputeLost }
                when ReceiptOf(ledger, fact) is { } receipt && receipt.Currency != fact.Amount!.Value.Currency => OtherCurrency(
                fact,
                receipt),
            _ => PaymentTransitions.Objection(ledger.State, fact),
        };

    private static string OtherCurrency(PaymentFact fact, Money ledger) =>
        $"{fact.Kind} {fact.Reference} is in {fact.Amount!.Value.Currency}, the ledger in {ledger.Currency}.";

    private static Money? ReceiptOf(PaymentLedger ledger, PaymentFact fact) =>
        ledger.Facts.FirstOrDefault(receipt => receipt.IsReceipt && receipt.Reference == fact.Payment)?.Amount ?? Taken(ledger);

    private static IEnumerable<PaymentFact> Returns(PaymentLedger ledger) =>
        ledger.Facts.Where(fact => (fact.Kind is Refunded && !ledger.Has(RefundFailed, fact.Reference))
            || (fact.Kind is DisputeLost && IsLast(ledger, fact)));

    private static bool IsLast(PaymentLedger ledger, PaymentFact fact) => ReferenceEquals(LastOf(ledger, fact.Reference), fact);

    private static PaymentState Unpaid(PaymentLedger ledger)
    {
        var open = ledger.Open;
        if (ledger.Facts.Any(fact => fact.Kind == Processing && open.Any(attempt => attempt.Number == fact.Attempt)))
            return PaymentState.Processing;
        if (open.Count > 0)
            return PaymentState.Requested;
        return ledger.Facts.Any(fact => fact.Kind == Failed) ? PaymentState.Failed : PaymentState.None;
    }

    private static Money? Sum(IEnumerable<PaymentFact> facts) =>
        facts
            .Select(fact => fact.Amount)
            .Aggregate((Money?)null, (sum, amount) => sum is { } before && amount is { } more ? before + more : sum ?? amount);
}
