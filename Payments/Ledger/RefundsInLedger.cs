using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>Refunds as a ledger knows them.</summary>
internal static class RefundsInLedger
{
    /// <summary>
    /// How far it has come. What the gateway has is told by the gateway, also where we took it for lost. A refund that was
    /// called done may still be sent back, so failed wins.
    /// </summary>
    public static RefundState StateOf(this PaymentLedger ledger, Refund refund) => refund.Reference switch
    {
        null => ledger.Has(PaymentFactKind.RefundFailed, refund.Id) ? RefundState.Failed : RefundState.Requested,
        var known when ledger.Has(PaymentFactKind.RefundFailed, known) => RefundState.Failed,
        var known => ledger.Has(PaymentFactKind.Refunded, known) ? RefundState.Done : RefundState.Pending,
    };

    /// <summary>Whether the gateway or a bank still has to say what became of it.</summary>
    public static bool IsOnItsWay(this PaymentLedger ledger, Refund refund) => ledger.StateOf(refund) is RefundState.Requested or RefundState.Pending;

    /// <summary>What became of a call of money, in words for an operator.</summary>
    public static string FateOf(this PaymentLedger ledger, string key)
    {
        if (ledger.Refunds.FirstOrDefault(one => RefundPayment.KeyOf(one.Id) == key) is not { } refund)
            return "its attempt to pay is over, and the shopper asks for another page when they want one";
        return (ledger.StateOf(refund), refund.Reference) switch
        {
            (RefundState.Requested, _) => "the gateway has not said yet whether it was made",
            (RefundState.Failed, null) when ledger.Refunds.SkipWhile(one => one != refund).Skip(1).FirstOrDefault(later => later.Payment == refund.Payment) is { } next =>
                $"it was never made, and {next.Id} took its place ({ledger.StateOf(next)}{(next.Reference is { } known ? $", {known}" : "")})",
            (RefundState.Failed, null) => "the gateway refused it; see 'orders show'",
            var (state, reference) => $"the gateway has it as {reference}, {state}",
        };
    }

    /// <summary>What of a receipt neither went back nor is on its way.</summary>
    public static Money LeftOf(this PaymentLedger ledger, PaymentFact receipt)
    {
        var left = receipt.Amount!.Value - LedgerSums.GoneBack(ledger, receipt);
        return ledger.Refunds
            .Where(refund => refund.Payment == receipt.Reference && ledger.IsOnItsWay(refund) && refund.Amount.Currency == left.Currency)
            .Aggregate(left, (sum, refund) => sum - refund.Amount);
    }

    /// <summary>The money that pays the order; null when none does.</summary>
    public static PaymentFact? PaidBy(this PaymentLedger ledger) => ledger.Facts.FirstOrDefault(fact => fact.Kind == PaymentFactKind.Succeeded);

    /// <summary>Whether a refund came to nothing and no later one of the same payment made that good.</summary>
    public static bool IsStuck(this PaymentLedger ledger) => ledger.Refunds
        .Select((refund, at) => (Refund: refund, At: at))
        .Where(one => ledger.StateOf(one.Refund) == RefundState.Failed)
        .Any(one => !ledger.Refunds.Skip(one.At + 1).Any(later =>
            later.Payment == one.Refund.Payment && ledger.StateOf(later) != RefundState.Failed && later.Amount >= one.Refund.Amount));

    /// <summary>Whether all money that the shop may not keep has gone back.</summary>
    public static bool OwesNothing(this PaymentLedger ledger) =>
        ledger.Facts.All(fact => !fact.IsOwed || LedgerSums.GoneBack(ledger, fact) >= fact.Amount!.Value);

    /// <summary>The ledger with one more refund, asked of the gateway, and the call.</summary>
    public static (PaymentLedger Ledger, RefundPayment Call) AskRefund(
        this PaymentLedger ledger, PaymentFact receipt, Money amount, RefundCause cause, IReadOnlyList<RefundPart> parts, DateTimeOffset now)
    {
        var number = 1 + ledger.Refunds.Count(one => one.Cause != RefundCause.Dashboard);
        var refund = new Refund($"{ledger.Order}-r{number}", receipt.Reference, amount, cause, now, null, parts);
        var call = new RefundPayment(ledger.Order, refund.Id, refund.Payment, amount, cause);
        var fact = new PaymentFact(PaymentFactKind.RefundRequested, refund.Id, receipt.Attempt, amount, now, receipt.Charge, null, refund.Payment);
        return (ledger with { Refunds = [.. ledger.Refunds, refund] }).Add(fact) is LedgerChange.Accepted { Ledger: var asked }
            ? (asked, call)
            : throw new InvalidOperationException($"The ledger of order {ledger.Order} takes no refund of {receipt.Reference}.");
    }
}
