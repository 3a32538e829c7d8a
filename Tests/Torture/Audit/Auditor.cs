using CommerceBot.Orders;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>
/// Compares what the shop wrote down with what Stripe, Messenger and the mail server saw. Reads only its evidence and changes nothing.
/// </summary>
internal static class Auditor
{
    /// <summary>All differences, in the order of <see cref="Kinds.All"/>; none is what everybody hopes for.</summary>
    public static IReadOnlyList<Difference> Audit(Evidence evidence)
    {
        var found = MoneyAudit.Of(evidence)
            .Concat(ReceiptAudit.Of(evidence))
            .Concat(StockAudit.Of(evidence))
            .Concat(ChatAudit.Of(evidence))
            .Concat(MailAudit.Of(evidence))
            .Concat(Leftovers(evidence));
        var places = Kinds.All.Select((kind, place) => (kind.Kind, place)).ToDictionary(pair => pair.Kind, pair => pair.place);
        return [.. found.OrderBy(difference => places[difference.Kind]).ThenBy(difference => difference.About, StringComparer.Ordinal)];
    }

    /// <summary>Paid, and not closed again since.</summary>
    public static bool IsPaid(Order order) => order.IsPaid;

    public static bool Waits(Order order) => order.State is OrderState.Draft or OrderState.AwaitingPayment or OrderState.PaymentProcessing;

    private static IEnumerable<Difference> Leftovers(Evidence evidence)
    {
        foreach (var (user, how) in evidence.Stuck)
            yield return new Difference(Kinds.Stuck, user, how);
        foreach (var row in evidence.Shop.Waiting)
            yield return new Difference(Kinds.NotQuiet, row, "was not done");
        if (evidence.Stripe.Undelivered > 0)
            yield return new Difference(Kinds.NotQuiet, "Stripe", $"{evidence.Stripe.Undelivered} events were not taken");
        foreach (var letter in evidence.Shop.DeadLetters)
            yield return new Difference(Kinds.DeadLetter, letter, "was given up");
        foreach (var leak in evidence.Leaks)
            yield return new Difference(leak.Kind, leak.File, $"{leak.What}, {leak.Times} times");
    }
}
