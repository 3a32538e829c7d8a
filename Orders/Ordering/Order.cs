using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What was agreed: snapshots of goods, prices, VAT, delivery and people, and how far it has come.</summary>
/// <param name="Lane">Where everything about this order is handled, one thing at a time.</param>
/// <param name="Language">The shopper's, when it was agreed.</param>
/// <param name="Vat">The VAT inside <paramref name="Total"/>: that of each line and of the delivery, added up.</param>
/// <param name="Flags">Kept under the name that they first had.</param>
/// <param name="Live">Whether real money moves; a test payment never pays a live order.</param>
/// <param name="Tracking">What the carrier calls the last parcel; null until shipped, or when the merchant gave none.</param>
/// <param name="Version">Set by the store; 0 was never kept.</param>
/// <param name="Shipments">The parcels that left; none for an order that was shipped before parcels were kept.</param>
/// <param name="Withdrawals">Declarations of withdrawal, the oldest first.</param>
/// <param name="Delivered">When the merchant said that it was delivered; null before, and where that was not kept yet.</param>
/// <param name="Returns">Requests to send goods back, the oldest first.</param>
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
    long Version,
    IReadOnlyList<Shipment>? Shipments = null,
    IReadOnlyList<Withdrawal>? Withdrawals = null,
    DateTimeOffset? Delivered = null,
    IReadOnlyList<ReturnRequest>? Returns = null)
{
    /// <summary>The parcels that left, in that order; none for an order that was shipped before parcels were kept.</summary>
    public IReadOnlyList<Shipment> Shipments { get; init; } = Shipments ?? [];

    /// <summary>Declarations of withdrawal, the oldest first.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = Withdrawals ?? [];

    /// <summary>Requests to send goods back, the oldest first.</summary>
    public IReadOnlyList<ReturnRequest> Returns { get; init; } = Returns ?? [];

    /// <summary>What its invoice needs; null while nobody asked for one.</summary>
    public Invoice? Invoice { get; init; }

    /// <summary>The one currency of all its amounts.</summary>
    [JsonIgnore]
    public Currency Currency => Total.Currency;

    /// <summary>Its lines as pieces of variants, for <see cref="IStock"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<StockLine> Stock => [.. Lines.Select(line => new StockLine(line.Sku, line.Quantity))];

    /// <summary>
    /// Whether the shopper may pay it: it waits for its money, and nobody is cancelling it. The one place where this is
    /// decided; a payment that comes all the same is looked at when it comes.
    /// </summary>
    [JsonIgnore]
    public bool CanBePaid => State == OrderState.AwaitingPayment && !Has(OrderFlags.Cancelling);

    /// <summary>
    /// Whether the shopper may cancel it although it is paid: nothing of it left, and nothing about its money waits for a person.
    /// </summary>
    [JsonIgnore]
    public bool CanBeGivenBack => State == OrderState.Paid && Shipments.Count == 0
        && (Flags & (OrderFlags.Disputed | OrderFlags.PaidTwice | OrderFlags.RefundStuck)) == 0;

    /// <summary>Whether its payment is open: to be made, or under way at a bank.</summary>
    [JsonIgnore]
    public bool AwaitsMoney => State is OrderState.AwaitingPayment or OrderState.PaymentProcessing;

    /// <summary>Whether it is paid and was not cancelled.</summary>
    [JsonIgnore]
    public bool IsPaid => IsToShip || State is OrderState.Shipped or OrderState.Delivered;

    /// <summary>Whether it is paid and goods are still to be sent.</summary>
    [JsonIgnore]
    public bool IsToShip => State is OrderState.Paid or OrderState.PartlyShipped;

    /// <summary>Whether all bits of <paramref name="flag"/> are set.</summary>
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
/// <param name="VatRate">Its only rate, or the highest of its <see cref="Shares"/>.</param>
/// <param name="Vat">Inside <paramref name="Price"/>: that of each share, added up.</param>
/// <param name="ByRate">Its price by the rates of the goods; null where they have one, and in orders from before there were more.</param>
public sealed record OrderDelivery(
    DeliveryMethodId Method, string Name, Money Price, VatRate VatRate, Money Vat, IReadOnlyList<VatShare>? ByRate = null)
{
    /// <summary>Its price by rate of VAT, one share at least.</summary>
    [JsonIgnore]
    public IReadOnlyList<VatShare> Shares => ByRate ?? [new VatShare(VatRate, Price, Vat)];

    /// <summary>The delivery of some goods: it has their rates.</summary>
    internal static OrderDelivery Of(DeliveryMethod method, Money price, IReadOnlyList<OrderLine> lines, long step)
    {
        var shares = VatShares.OfDelivery(price, lines, step);
        return new OrderDelivery(
            method.Id, method.Name, price, shares[0].Rate, shares.Aggregate(Money.Zero(price.Currency), (sum, share) => sum + share.Vat),
            shares.Count > 1 ? shares : null);
    }
}

/// <param name="Phone">In E.164, such as +393331234567.</param>
public sealed record Contact(string Email, string Phone, string Name);

/// <summary>Where a parcel goes.</summary>
/// <param name="Postcode">In its country's form; <c>-</c> where an address has none.</param>
public sealed record Address(string Name, string Street, string Postcode, string City, Country Country)
{
    /// <summary>In Italy a province's two letters, elsewhere a state or county; null when unknown, as in older orders.</summary>
    public string? Province { get; init; }

    /// <summary>A line for the courier; null when there is none.</summary>
    public string? CourierNote { get; init; }

    /// <summary>The postcode as it is written on a parcel; null where an address has none.</summary>
    [JsonIgnore]
    public string? WrittenPostcode => Postcode == PostcodeRule.None ? null : Postcode;

    /// <summary>As it is written on a parcel, line by line, the country by its name in that language.</summary>
    public IEnumerable<string> Lines(Language language) => [Name, Street, Place, CountryNames.Show(Country, language)];

    /// <summary>Town and province as they are written there: <c>20121 Milano (MI)</c>, elsewhere <c>62701 Springfield, IL</c>.</summary>
    [JsonIgnore]
    public string Place
    {
        get
        {
            var town = WrittenPostcode is { } postcode ? $"{postcode} {City}" : City;
            if (Province is null)
                return town;
            return Country.Code == "IT" ? $"{town} ({Province})" : $"{town}, {Province}";
        }
    }
}

/// <summary>How far an order has come. What may follow what stands in <see cref="OrderTransitions.Table"/>.</summary>
public enum OrderState
{
    /// <summary>Made and not confirmed yet: seen only in the turn that places it.</summary>
    Draft,

    /// <summary>Placed, its goods set aside; the page to pay on is being made or is open.</summary>
    AwaitingPayment,

    /// <summary>The shopper has done their part and the bank has not (delayed methods).</summary>
    PaymentProcessing,

    /// <summary>The money is there, and nothing was sent yet.</summary>
    Paid,

    /// <summary>Some parcel left, and more is to follow.</summary>
    PartlyShipped,

    /// <summary>The last of the goods left.</summary>
    Shipped,

    /// <summary>The merchant says that the goods arrived.</summary>
    Delivered,

    /// <summary>Over before it was sent: nobody pays, or the money goes back.</summary>
    Cancelled,

    /// <summary>The time to pay ran out: abandoned, not failed.</summary>
    Expired,
}

/// <summary>What an order carries beside its state.</summary>
[Flags]
public enum OrderFlags
{
    /// <summary>Nothing beside the state.</summary>
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

    /// <summary>The shopper withdrew from the contract, and the money for it has not all gone back yet.</summary>
    Withdrawn = 64,

    /// <summary>The shopper asks to send goods back, and the merchant has not answered.</summary>
    ReturnAsked = 128,
}
