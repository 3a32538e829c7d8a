using System.Globalization;
using System.Text.Json.Serialization;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>One thing to ask of the payment gateway, with every parameter frozen: repeating it can change nothing.</summary>
/// <param name="Order">Whose payment it is about.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OpenSession), "open-session")]
[JsonDerivedType(typeof(ExpireSession), "expire-session")]
[JsonDerivedType(typeof(ReadSession), "read-session")]
[JsonDerivedType(typeof(ReadPayment), "read-payment")]
[JsonDerivedType(typeof(RefundPayment), "refund-payment")]
[JsonDerivedType(typeof(ReadRefunds), "read-refunds")]
[JsonDerivedType(typeof(ReadDisputes), "read-disputes")]
public abstract record PaymentCall(OrderId Order);

/// <summary>
/// A call that moves money or leads to it: it has a key that makes a repeat safe, for as long as the gateway remembers it.
/// </summary>
public interface IMoneyCall
{
    /// <summary>Sent to the gateway as the idempotency key: equal keys have one effect.</summary>
    string Key { get; }
}

/// <summary>Create a checkout session for an attempt at paying.</summary>
/// <param name="Attempt">From 1; a new attempt has a new key.</param>
/// <param name="ExpiresAt">The commit's time and 60 minutes, in UTC.</param>
/// <param name="Locale">it or en.</param>
/// <param name="Live">Whether real money is meant to move.</param>
public sealed record OpenSession(
    OrderId Order,
    OrderNumber Number,
    LaneId Lane,
    int Attempt,
    IReadOnlyList<SessionLine> Lines,
    SessionDelivery Delivery,
    Money Total,
    string CustomerEmail,
    string Locale,
    Uri SuccessUrl,
    Uri CancelUrl,
    DateTimeOffset ExpiresAt,
    bool Live) : PaymentCall(Order), IMoneyCall
{
    /// <summary>Where the goods go; null in calls that earlier versions committed, whose parameters stay as they were.</summary>
    public SessionShipping? ShipTo { get; init; }

    /// <summary>See <see cref="KeyOf"/>.</summary>
    [JsonIgnore]
    public string Key => KeyOf(Order, Attempt);

    /// <summary><c>cs:{order}:{attempt}</c>.</summary>
    public static string KeyOf(OrderId order, int attempt) => string.Create(CultureInfo.InvariantCulture, $"cs:{order}:{attempt}");
}

/// <param name="Description">The chosen variant in words; null when there was no choice.</param>
/// <param name="UnitPrice">Of one piece, VAT included.</param>
/// <param name="Image">Null when the product has no picture.</param>
public sealed record SessionLine(string Name, string? Description, Money UnitPrice, int Quantity, Uri? Image);

/// <summary>The delivery as the payment page shows it, VAT included.</summary>
public sealed record SessionDelivery(string Name, Money Price);

/// <summary>Where the goods of a session go.</summary>
/// <param name="Phone">In E.164.</param>
/// <param name="Postcode">Null where an address has none.</param>
/// <param name="State">In Italy a province's two letters, elsewhere a state or county; null when unknown.</param>
/// <param name="Country">Two capitals of ISO 3166.</param>
public sealed record SessionShipping(
    string Name, string Phone, string Street, string? Postcode, string City, string? State, string Country);

/// <summary>Close a session so that it cannot be paid; one that is no longer open is read instead.</summary>
public sealed record ExpireSession(OrderId Order, string SessionId) : PaymentCall(Order);

/// <summary>How a session stands now; asked for when somebody says that it changed, and when nobody says anything.</summary>
public sealed record ReadSession(OrderId Order, string SessionId) : PaymentCall(Order);

/// <summary>What the bank said to the last try to pay.</summary>
public sealed record ReadPayment(OrderId Order, string Payment) : PaymentCall(Order);

/// <summary>Give money back.</summary>
/// <param name="Refund">Our id of it, which makes the key <c>rf:{refund}</c> and travels in its metadata.</param>
/// <param name="Payment">The payment that took the money.</param>
/// <param name="Amount">All or a part of it.</param>
public sealed record RefundPayment(OrderId Order, string Refund, string Payment, Money Amount, RefundCause Cause)
    : PaymentCall(Order), IMoneyCall
{
    /// <summary>See <see cref="KeyOf"/>.</summary>
    [JsonIgnore]
    public string Key => KeyOf(Refund);

    /// <summary><c>rf:{refund}</c>, with our id of the refund.</summary>
    public static string KeyOf(string refund) => $"rf:{refund}";
}

/// <summary>All refunds of a payment, those made in the gateway's dashboard included.</summary>
public sealed record ReadRefunds(OrderId Order, string Payment) : PaymentCall(Order);

/// <summary>All disputes of a payment, with how each stands now.</summary>
public sealed record ReadDisputes(OrderId Order, string Payment) : PaymentCall(Order);
