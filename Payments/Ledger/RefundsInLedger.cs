using CommerceBot.Catalog;
using CommerceBot.Orders;

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
    public static bool IsOnItsWay(this PaymentLedger ledger, Refund refund) =>
        ledger.StateOf(refund) is RefundState.Requested or RefundState.Pending;

    /// <summary>Whether it is known what became of a call of money.</summary>
    public static bool IsSettled(this PaymentLedger ledger, string key) =>
        ledger.Refunds.FirstOrDefault(one => RefundPayment.KeyOf(one.Id) == key) is { } refund
            ? ledger.StateOf(refund) != RefundState.Requested
            : ledger.Attempts.FirstOrDefault(attempt => OpenSession.KeyOf(ledger.Order, attempt.Number) == key) is { } attempt
              && (attempt.SessionId is not null || ledger.Open.All(open => open.Number != attempt.Number));

    /// <summary>What became of a call of money, in words for an operator.</summary>
    public static string FateOf(this PaymentLedger ledger, string key)
    {
        if (ledger.Refunds.FirstOrDefault(one => RefundPayment.KeyOf(one.Id) == key) is not { } refund)
            return "its attempt to pay is over, and the shopper asks for another page when they want one";
        return (ledger.StateOf(refund), refund.Reference) switch
        {
            (RefundState.Requested, _) => "the gateway has not said yet whether it was made",
            (RefundState.Failed, null) when ledger.Refunds.SkipWhile(one => one != refund).Skip(1).FirstOrDefault(later =>
                later.Payment == refund.Payment) is { } next =>
                $"it was never made, and {next.Id} took its place "
                + $"({ledger.StateOf(next)}{(next.Reference is { } known ? $", {known}" : "")})",
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

    /// <summary>Pieces whose money went back, or is on its way: none of them is waited for.</summary>
    public static IReadOnlyList<StockLine> RefundedPieces(this PaymentLedger ledger) =>
    [
        .. ledger.Refunds.Where(refund => ledger.StateOf(refund) != RefundState.Failed)
            .SelectMany(refund => refund.Parts)
            .Where(part => part is { Sku: not null, Pieces: > 0 })
            .GroupBy(part => part.Sku!.Value)
            .Select(parts => new StockLine(parts.Key, parts.Sum(part => part.Pieces))),
    ];

    /// <summary>The money that pays the order; null when none does.</summary>
    public static PaymentFact? PaidBy(this PaymentLedger ledger) =>
        ledger.Facts.FirstOrDefault(fact => fact.Kind == PaymentFactKind.Succeeded);

    /// <summary>
    /// Whether money that was to go back is still here, and no refund that began after it came to nothing makes that good.
    /// </summary>
    public static bool IsStuck(this PaymentLedger ledger) =>
        ledger.Facts.Any(receipt => receipt.IsReceipt && ledger.LeftOf(receipt).Minor > 0 && StuckOf(ledger, receipt) > 0);

    /// <summary>In minor units. One refund makes good what it gives back, and no more.</summary>
    private static long StuckOf(PaymentLedger ledger, PaymentFact receipt)
    {
        var (stuck, begun) = (0L, new HashSet<string>());
        foreach (var fact in ledger.Facts.Where(fact => fact.Payment == receipt.Reference))
        {
            if (ledger.Refunds.FirstOrDefault(one => one.Id == fact.Reference || one.Reference == fact.Reference) is not { } refund)
                continue;
            if (begun.Add(refund.Id))
                stuck = Math.Max(0, stuck - refund.Amount.Minor);
            if (fact.Kind == PaymentFactKind.RefundFailed && ledger.StateOf(refund) == RefundState.Failed)
                stuck += refund.Amount.Minor;
        }

        return stuck;
    }

    /// <summary>Whether all money that the shop may not keep has gone back.</summary>
    public static bool OwesNothing(this PaymentLedger ledger) =>
        ledger.Facts.All(fact => !fact.IsOwed || LedgerSums.GoneBack(ledger, fact) >= fact.Amount!.Value);

    /// <summary>The ledger with one more refund, asked of the gateway, and the call.</summary>
    public static (PaymentLedger Ledger, RefundPayment Call) AskRefund(
        this PaymentLedger ledger,
        PaymentFact receipt,
        Money amount,
        RefundCause cause,
        IReadOnlyList<RefundPart> parts,
        DateTimeOffset now)
    {
        var number = 1 + ledger.Refunds.Count(one => one.Cause != RefundCause.Dashboard);
        var refund = new Refund($"{ledger.Order}-r{number}", receipt.Reference, amount, cause, now, null, parts);
        var call = new RefundPayment(ledger.Order, refund.Id, refund.Payment, amount, cause);
        var fact = new PaymentFact(
            PaymentFactKind.RefundRequested, refund.Id, receipt.Attempt, amount, now, receipt.Charge, null, refund.Payment);
        return (ledger with { Refunds = [.. ledger.Refunds, refund] }).Add(fact) is LedgerChange.Accepted { Ledger: var asked }
            ? (asked, call)
            : throw new InvalidOperationException($"The ledger of order {ledger.Order} takes no refund of {receipt.Reference}.");
    }
}
