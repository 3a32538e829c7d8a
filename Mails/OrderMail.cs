using System.Text.Json.Serialization;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>One mail to the shopper about an order, as it was decided: it is written from this alone, however late it is sent.</summary>
/// <param name="Order">As it was then.</param>
/// <param name="At">When that was.</param>
/// <param name="Amount">Money that goes back or went back; null where none does.</param>
/// <param name="Parcel">Which of the order's parcels it is about, from 0; null where it is about none.</param>
/// <param name="Withdrawal">The declaration that it acknowledges; null where it acknowledges none.</param>
public sealed record OrderMail(
    OrderMailKind Kind, Order Order, DateTimeOffset At, Money? Amount = null, int? Parcel = null, Withdrawal? Withdrawal = null)
{
    /// <summary>Where it goes.</summary>
    [JsonIgnore]
    public string To => Withdrawal?.Email ?? Order.Contact.Email;

    /// <summary>Whether an order has this mail once: the same fact told again is no second mail.</summary>
    [JsonIgnore]
    public bool IsOnce => Kind is OrderMailKind.Confirmation or OrderMailKind.Delivered or OrderMailKind.CancelledUnpaid
        or OrderMailKind.CancelledWithRefund or OrderMailKind.CancelledByShopper
        or OrderMailKind.CancelledRefunded or OrderMailKind.OrderUnfillable;
}

/// <summary>What a mail to the shopper says. The names are stored, and are keys of its texts.</summary>
public enum OrderMailKind
{
    /// <summary>The order is paid: the contract on a durable medium (Directive 2011/83/EU, art. 8(7)).</summary>
    Confirmation,

    /// <summary>The confirmation once more, since an address or the like was corrected.</summary>
    ConfirmationCorrected,

    /// <summary>The last of the goods left.</summary>
    Shipped,

    /// <summary>Some parcel left, and more is to follow.</summary>
    PartlyShipped,

    /// <summary>A parcel that left is followed under another number, or elsewhere, than was told.</summary>
    TrackingCorrected,

    /// <summary>The goods arrived, the merchant says.</summary>
    Delivered,

    /// <summary>The shop cancelled what was not paid.</summary>
    CancelledUnpaid,

    /// <summary>The shop cancelled what was paid; the money is on its way back.</summary>
    CancelledWithRefund,

    /// <summary>The order is cancelled, and its money went back before.</summary>
    CancelledRefunded,

    /// <summary>A refund has been made.</summary>
    Refunded,

    /// <summary>The bank took back its word on a payment that was under way.</summary>
    PaymentFailed,

    /// <summary>Money came for goods that cannot be sent; it goes back.</summary>
    OrderUnfillable,

    /// <summary>Money came twice; one goes back.</summary>
    PaidTwice,

    /// <summary>Another amount came than was asked for; it goes back.</summary>
    WrongAmountPaid,

    /// <summary>A dispute ended in money for the shop that is the shopper's.</summary>
    DisputeMoneyBack,

    /// <summary>A refund came to nothing; the shop looks for another way.</summary>
    RefundFailed,

    /// <summary>A declaration of withdrawal came: its content, date and time on a durable medium (2011/83/EU, art. 11a(4)).</summary>
    WithdrawalReceived,

    /// <summary>The shopper cancelled what was paid; the money is on its way back.</summary>
    CancelledByShopper,

    /// <summary>The shopper gave another address: the confirmation once more.</summary>
    AddressChanged,

    /// <summary>The shopper's request to send goods back came.</summary>
    ReturnAsked,

    /// <summary>The merchant agreed to it.</summary>
    ReturnApproved,

    /// <summary>The merchant did not agree to it.</summary>
    ReturnDeclined,
}
