using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// The one place where an order becomes paid. Stripe's webhook, the page after paying, "I paid" and the expiry timer
/// all come here, with the session as Stripe shows it and never with what an event claims.
/// </summary>
public static class Confirmation
{
    /// <summary>Compares what Stripe shows with what was agreed, and says what follows. Changes nothing by itself.</summary>
    /// <param name="stockHeld">Whether the order's goods are still set aside for it.</param>
    public static Confirmed Confirm(Order order, PaymentLedger ledger, SessionSnapshot seen, bool stockHeld, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(seen);
        if (NotOurs(order, ledger, seen) is { } mismatch)
            return Confirmed.Nothing(ConfirmOutcome.Refused, order, ledger) with { Mismatch = mismatch };

        var known = seen.Attempt is { } number ? ledger.Adopt(number, seen.Id, null) ?? ledger : ledger;
        var attempt = known.AttemptOf(seen.Id)?.Number;
        var sight = new Sight(order, known, seen, attempt, stockHeld, now);
        return (seen.Status, seen.Payment) switch
        {
            (SessionStatus.Complete, SessionPayment.Paid or SessionPayment.NotRequired) => Settlement.OfMoney(sight),
            (SessionStatus.Complete, SessionPayment.Unpaid) => Settlement.OfWaiting(sight),
            (SessionStatus.Complete, SessionPayment.Failed) => Settlement.OfFailure(sight),
            (SessionStatus.Expired, _) => Settlement.OfExpiry(sight),
            _ => Confirmed.Nothing(Waits(order) ? ConfirmOutcome.StillOpen : ConfirmOutcome.NoLongerWanted, order, ledger),
        };
    }

    private static bool Waits(Order order) => order.State == OrderState.AwaitingPayment && !order.Has(OrderMarks.Cancelling);

    private static Mismatch? NotOurs(Order order, PaymentLedger ledger, SessionSnapshot seen)
    {
        if (ledger.Order != order.Id)
            throw new ArgumentException($"The ledger of {ledger.Order} says nothing about order {order.Id}.", nameof(ledger));
        if (seen.OrderId != order.Id.Value || seen.ClientReference != order.Id.Value)
            return Mismatch.Order;
        return seen.Live != order.Live ? Mismatch.Mode : null;
    }
}

/// <summary>Everything that a settlement looks at.</summary>
internal sealed record Sight(Order Order, PaymentLedger Ledger, SessionSnapshot Seen, int? Attempt, bool StockHeld, DateTimeOffset Now)
{
    public Money Amount => Seen.Amount;

    public bool IsPaid => Order.State is OrderState.Paid or OrderState.Preparing or OrderState.Shipped or OrderState.Delivered;

    /// <summary>The fact, its money and card included when money moved.</summary>
    public PaymentFact Fact(PaymentFactKind kind, string reference, Money? amount) =>
        new(kind, reference, Attempt, amount, Now, Seen.Charge, Seen.Card);
}
