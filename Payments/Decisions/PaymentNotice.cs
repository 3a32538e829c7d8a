using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>One thing to tell the shopper about the money of an order.</summary>
/// <param name="Amount">What moved; null where nothing did.</param>
/// <param name="Page">The page to pay on, when it is shown.</param>
/// <param name="Receipt">The money that pays the order, when it came.</param>
/// <param name="Decline">What the bank said to a try.</param>
public sealed record PaymentNotice(
    NoticeKind Kind,
    Money? Amount = null,
    CheckoutPage? Page = null,
    PaymentFact? Receipt = null,
    DeclineReason? Decline = null);

/// <param name="Until">When the gateway closes it.</param>
public sealed record CheckoutPage(Uri Url, DateTimeOffset Until);

public enum NoticeKind
{
    OrderPlaced,

    /// <summary>The page is being made.</summary>
    CheckoutPreparing,
    CheckoutReady,

    /// <summary>The old page is closed first, then there is a new one.</summary>
    CheckoutReplacing,

    /// <summary>There is no page; nothing was paid, and the shopper may try again.</summary>
    CheckoutFailed,
    Checking,
    NotYetPaid,

    /// <summary>The gateway cannot be asked just now.</summary>
    StatusUnknown,
    Declined,
    Processing,

    /// <summary>Said before the receipt when somebody was cancelling.</summary>
    WonOverCancel,
    Paid,
    AlreadyPaid,
    PaymentFailed,
    Expired,

    /// <summary>Asked about an order that is over.</summary>
    OrderClosed,
    Cancelling,
    CancellingByShop,
    Cancelled,
    CancelledByShop,
    CancelTooLate,
    CancelNeedsRefund,

    /// <summary>Money came that pays nothing and goes back: the order cannot be filled, is paid already, or cost something else.</summary>
    Unfillable,
    PaidTwice,
    Mispaid,

    /// <summary>A dispute gave money back for an order that was closed meanwhile: it goes to the shopper.</summary>
    DisputeRefund,
    RefundAsked,
    CancelledWithRefund,
    RefundPending,
    RefundDone,
    RefundFailed,

    /// <summary>Nothing of the money is left, so nothing is sent.</summary>
    CancelledRefunded,
}
