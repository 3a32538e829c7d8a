using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Mails;

/// <summary>One mail to the merchant: an order was paid or withdrawn from, its money needs somebody, or it left few pieces.</summary>
/// <param name="Alert">What the merchant must know about money; null where it is about none.</param>
/// <param name="Withdrawal">The shopper's declaration that came; null where it is about none.</param>
/// <param name="Did">What the shopper did to their order; null where it is about none of it.</param>
public sealed record MerchantMail(
    Order Order, DateTimeOffset At, MerchantAlert? Alert = null, Withdrawal? Withdrawal = null, ShopperDid? Did = null)
{
    /// <summary>Variants that the order brought down to their low mark; null where it is about none.</summary>
    public IReadOnlyList<LowStock>? Low { get; init; }

    /// <summary>The report that a mail to the shopper came back; null where it is about none.</summary>
    public MailReport? Bounce { get; init; }

    /// <summary>Whether the shopper was asked in the chat for another address.</summary>
    public bool IsAsked { get; init; }

    /// <summary>What it is about, as one word.</summary>
    public string Kind => Low is not null ? "LowStock"
        : Bounce is not null ? "Bounced"
        : Alert is { } alert ? alert.Kind.ToString() : Did is { } did ? did.ToString() : Withdrawal is null ? "Paid" : "Withdrawal";

    /// <summary>Whether an order has it once.</summary>
    public bool IsOnce => Alert is null && Withdrawal is null && Did is null && Low is null && Bounce is null;
}

/// <summary>What a shopper did to an order that the merchant hears of. The names are stored, and are keys of its texts.</summary>
public enum ShopperDid
{
    /// <summary>Cancelled it although it was paid: nothing is to be sent.</summary>
    CancelledByShopper,

    /// <summary>Gave another address for it.</summary>
    AddressChanged,

    /// <summary>Asks to send goods back, and waits for a word.</summary>
    ReturnAsked,
}
