using CommerceBot.Catalog;
using static CommerceBot.Payments.PaymentFactKind;

namespace CommerceBot.Payments;

/// <summary>What the facts of a ledger amount to.</summary>
internal static class LedgerSums
{
    public static PaymentState StateOf(PaymentLedger ledger)
    {
        if (ledger.Facts.Any(fact => fact.Kind == Disputed && !ledger.Has(DisputeWon, fact.Reference) && !ledger.Has(DisputeLost, fact.Reference)))
            return PaymentState.Disputed;
        if (Taken(ledger) is { Minor: > 0 } taken)
            return GivenBack(ledger) switch
            {
                { } back when back >= taken => PaymentState.Refunded,
                { Minor: > 0 } => PaymentState.PartlyRefunded,
                _ => PaymentState.Paid,
            };
        return Unpaid(ledger);
    }

    public static Money? Taken(PaymentLedger ledger) => Sum(ledger.Facts.Where(fact => fact.Kind is Succeeded));

    public static Money? GivenBack(PaymentLedger ledger) => Sum(ledger.Facts.Where(fact =>
        (fact.Kind is Refunded && !ledger.Has(RefundFailed, fact.Reference)) || fact.Kind is DisputeLost))
        ?? (Taken(ledger) is { } taken ? Money.Zero(taken.Currency) : null);

    /// <summary>Why a fact cannot stand in this ledger; null when it can.</summary>
    public static string? Objection(PaymentLedger ledger, PaymentFact fact) => fact switch
    {
        { Amount.Minor: < 0 } => $"{fact.Kind} {fact.Reference} moves less than nothing: {fact.Amount}.",
        { Kind: Succeeded or Refunded or DisputeLost, Amount: null } => $"{fact.Kind} {fact.Reference} does not say how much.",
        { Kind: Succeeded or Refunded or DisputeLost } when Taken(ledger) is { } taken && taken.Currency != fact.Amount!.Value.Currency =>
            $"{fact.Kind} {fact.Reference} is in {fact.Amount.Value.Currency}, the ledger in {taken.Currency}.",
        { Kind: Refunded or DisputeLost } when Taken(ledger) is null => $"{fact.Kind} {fact.Reference} gives back what was never taken.",
        _ => null,
    };

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
        facts.Select(fact => fact.Amount).Aggregate((Money?)null, (sum, amount) => sum is { } before && amount is { } more ? before + more : sum ?? amount);
}
