using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What was agreed: snapshots of goods, prices, VAT, delivery and people, and how far it has come.</summary>
/// <param name="Lane">Where everything about this order is handled, one thing at a time.</param>
/// <param name="Language">The shopper's, when it was agreed.</param>
/// <param name="Vat">The VAT inside <paramref name="Total"/>: that of each line and of the delivery, added up.</param>
/// <param name="Flags">Kept under the name that they first had.</param>
/// <param name="Live">Whether real money moves; a test payment never pays a live order.</param>
/// <param name="Tracking">What the carrier calls the parcel; null until shipped, or when the merchant gave none.</param>
/// <param name="Version">Set by the store; 0 was never kept.</param>
public sealed record Order(
    OrderId Id,
    OrderNumber Number,
    ShopperId Shopper,
    LaneId Lane,
    Language Language,
    IReadOnlyList<OrderLine> Lines,
    OrderDelivery Delivery,
    Contact Contact,
    Address Address,
    Money Goods,
    Money Total,
    Money Vat,
    OrderState State,
    [property: JsonPropertyName("marks")] OrderFlags Flags,
    bool Live,
    string? Tracking,
    DateTimeOffset Created,
    DateTimeOffset Updated,
    long Version)
{
    [JsonIgnore]
    public Currency Currency => Total.Currency;

    [JsonIgnore]
    public IReadOnlyList<StockLine> Stock => [.. Lines.Select(line => new StockLine(line.Sku, line.Quantity))];

    /// <summary>
    /// Whether the shopper may pay it: it waits for its money, and nobody is cancelling it. The one place where this is
    /// decided; a payment that comes all the same is looked at when it comes.
    /// </summary>
    [JsonIgnore]
    public bool CanBePaid => State == OrderState.AwaitingPayment && !Has(OrderFlags.Cancelling);

    /// <summary>Whether its payment is open: to be made, or under way at a bank.</summary>
    [JsonIgnore]
    public bool AwaitsMoney => State is OrderState.AwaitingPayment or OrderState.PaymentProcessing;

    /// <summary>Whether it is paid and was not cancelled.</summary>
    [JsonIgnore]
    public bool IsPaid => State is OrderState.Paid or OrderState.Shipped or OrderState.Delivered;

    public bool Has(OrderFlags flag) => (Flags & flag) == flag;
}

/// <summary>One line as it was agreed. <paramref name="Total"/> and <paramref name="Vat"/> are of all its pieces.</summary>
/// <param name="Options">The chosen variant in words, such as <c>Rosso, M</c>; empty when there was no choice.</param>
public sealed record OrderLine(
    Sku Sku,
    string Title,
    string Options,
    Money UnitPrice,
    int Quantity,
    Money Total,
    VatRate VatRate,
    Money Vat,
    Uri? Image);

/// <summary>The delivery as it was agreed.</summary>
public sealed record OrderDelivery(DeliveryMethodId Method, string Name, Money Price, VatRate VatRate, Money Vat);

/// <param name="Phone">In E.164, such as +393331234567.</param>
public sealed record Contact(string Email, string Phone, string Name);

public sealed record Address(string Name, string Street, string Postcode, string City, Country Country);

public enum OrderState
{
    Draft,
    AwaitingPayment,

    /// <summary>The shopper has done their part and the bank has not (delayed methods).</summary>
    PaymentProcessing,
    Paid,
    Shipped,
    Delivered,
    Cancelled,

    /// <summary>The time to pay ran out: abandoned, not failed.</summary>
    Expired,
}

/// <summary>What an order carries beside its state.</summary>
[Flags]
public enum OrderFlags
{
    None = 0,

    /// <summary>The shopper wants out; the payment gateway has not yet said whether the payment won.</summary>
    Cancelling = 1,

    /// <summary>The bank asks the money back: do not ship. The value 2 was kept by earlier versions and means nothing now.</summary>
    Disputed = 4,

    /// <summary>Money arrived for goods that cannot be sent, and has not all gone back yet.</summary>
    PaidUnfilled = 8,

    /// <summary>Money arrived twice, and one has not gone back yet.</summary>
    PaidTwice = 16,

    /// <summary>A refund came to nothing: the merchant must find another way.</summary>
    RefundStuck = 32,
}
