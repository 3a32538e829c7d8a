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

/// <summary>What there is to tell the shopper; the words are those of <c>Cards/Texts</c>.</summary>
public enum NoticeKind
{
    /// <summary>The order is made and its goods are set aside; the page to pay on comes next.</summary>
    OrderPlaced,

    /// <summary>The page is being made.</summary>
    CheckoutPreparing,

    /// <summary>The page to pay on is open.</summary>
    CheckoutReady,

    /// <summary>The old page is closed first, then there is a new one.</summary>
    CheckoutReplacing,

    /// <summary>There is no page; nothing was paid, and the shopper may try again.</summary>
    CheckoutFailed,

    /// <summary>"I paid": the gateway is being asked.</summary>
    Checking,

    /// <summary>The gateway knows of no payment yet.</summary>
    NotYetPaid,

    /// <summary>The gateway cannot be asked just now.</summary>
    StatusUnknown,

    /// <summary>The bank refused one try; the page stays open for another.</summary>
    Declined,

    /// <summary>The shopper has done their part, and the bank takes its time.</summary>
    Processing,

    /// <summary>Said before the receipt when somebody was cancelling.</summary>
    WonOverCancel,

    /// <summary>The money is there: the receipt.</summary>
    Paid,

    /// <summary>Asked to pay what is paid.</summary>
    AlreadyPaid,

    /// <summary>A delayed payment came to nothing; the order is closed.</summary>
    PaymentFailed,

    /// <summary>The time to pay ran out; the order is closed.</summary>
    Expired,

    /// <summary>Asked about an order that is over.</summary>
    OrderClosed,

    /// <summary>The shopper wants out: the page is closed first, and then it is certain.</summary>
    Cancelling,

    /// <summary>The same, wanted by the merchant.</summary>
    CancellingByShop,

    /// <summary>Cancelled as the shopper wanted; nothing was paid.</summary>
    Cancelled,

    /// <summary>Cancelled by the merchant; nothing was paid.</summary>
    CancelledByShop,

    /// <summary>The goods are gone before anything was paid; the order is closed.</summary>
    SoldOut,

    /// <summary>The order is where it cannot be cancelled any more.</summary>
    CancelTooLate,

    /// <summary>The order is paid, or left already: cancelling it is another question than for one that is not.</summary>
    CancelNeedsRefund,

    /// <summary>Money came that pays nothing and goes back: the order cannot be filled, is paid already, or cost something else.</summary>
    Unfillable,

    /// <summary>Money came a second time and goes back.</summary>
    PaidTwice,

    /// <summary>Money came in another amount or currency than agreed, and goes back.</summary>
    Mispaid,

    /// <summary>A dispute gave money back for an order that was closed meanwhile: it goes to the shopper.</summary>
    DisputeRefund,

    /// <summary>The merchant gives money back; the gateway has not answered.</summary>
    RefundAsked,

    /// <summary>The merchant cancels a paid order and gives its money back.</summary>
    CancelledWithRefund,

    /// <summary>The shopper cancelled a paid order of which nothing had left, and its money goes back.</summary>
    GivenBack,

    /// <summary>The gateway has taken the refund on.</summary>
    RefundPending,

    /// <summary>The refund is done.</summary>
    RefundDone,

    /// <summary>The refund came to nothing; a person has to see to it.</summary>
    RefundFailed,

    /// <summary>Nothing of the money is left, so nothing is sent.</summary>
    CancelledRefunded,
}
