using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What follows from a session that was read. The caller saves order and ledger, moves the stock and tells what is news.</summary>
/// <param name="Order">As it is now; the same object when nothing changed.</param>
/// <param name="Ledger">As it is now; the same object when nothing changed.</param>
/// <param name="Mismatch">What did not agree, when refused.</param>
/// <param name="Stock">What to do with the goods.</param>
/// <param name="Money">The money that this sight added to the ledger; null when it added none.</param>
/// <param name="Refund">The call that gives it back, when the shop may not keep it.</param>
/// <param name="News">Whether the shopper has not been told yet: the same sight a second time is no news.</param>
public sealed record Confirmed(
    ConfirmOutcome Outcome,
    Order Order,
    PaymentLedger Ledger,
    Mismatch? Mismatch,
    StockEffect Stock,
    PaymentFact? Money,
    bool News,
    RefundPayment? Refund = null)
{
    /// <summary>Money that is owed back, and is on its way: tell the shopper and alert the merchant. Null when none is.</summary>
    public Money? OwedBack => Outcome is ConfirmOutcome.Unfillable or ConfirmOutcome.PaidTwice or ConfirmOutcome.Refused ? Money?.Amount : null;

    internal static Confirmed Nothing(ConfirmOutcome outcome, Order order, PaymentLedger ledger) =>
        new(outcome, order, ledger, null, StockEffect.Keep, null, false);
}

public enum ConfirmOutcome
{
    /// <summary>The order is paid by this session.</summary>
    Paid,

    /// <summary>It was paid before; nothing to tell.</summary>
    AlreadyPaid,

    /// <summary>The session can still be paid, or shows a state that did not exist when this was written.</summary>
    StillOpen,

    /// <summary>The session can still be paid and must not be: ask Stripe to expire it.</summary>
    NoLongerWanted,

    /// <summary>The bank has not decided; the goods stay set aside.</summary>
    Processing,

    /// <summary>A delayed payment came to nothing; the order is closed.</summary>
    PaymentFailed,

    /// <summary>This session is closed and another one of the order is open.</summary>
    AttemptClosed,

    /// <summary>This session is closed, and the shopper wants a new one: it may be opened now.</summary>
    AttemptReplaced,

    /// <summary>Nothing was paid and somebody had cancelled.</summary>
    Cancelled,

    /// <summary>Nothing was paid and nobody came: abandoned, not failed.</summary>
    Expired,

    /// <summary>Money came for an order that cannot be filled any more.</summary>
    Unfillable,

    /// <summary>Money came for an order that another session had paid.</summary>
    PaidTwice,

    /// <summary>The session does not agree with the order.</summary>
    Refused,
}

public enum Mismatch
{
    Order,

    /// <summary>A test payment for a live order, or the other way round.</summary>
    Mode,
    Amount,
    Currency,
}

public enum StockEffect
{
    Keep,

    /// <summary>What was set aside is sold.</summary>
    Allocate,

    /// <summary>What was set aside is free again.</summary>
    Release,
}
