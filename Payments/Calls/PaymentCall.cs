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
    [JsonIgnore]
    public string Key => KeyOf(Order, Attempt);

    public static string KeyOf(OrderId order, int attempt) => string.Create(CultureInfo.InvariantCulture, $"cs:{order}:{attempt}");
}

public sealed record SessionLine(string Name, string? Description, Money UnitPrice, int Quantity, Uri? Image);

public sealed record SessionDelivery(string Name, Money Price);

/// <summary>Close a session so that it cannot be paid; one that is no longer open is read instead.</summary>
public sealed record ExpireSession(OrderId Order, string SessionId) : PaymentCall(Order);

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
    [JsonIgnore]
    public string Key => KeyOf(Refund);

    public static string KeyOf(string refund) => $"rf:{refund}";
}

/// <summary>All refunds of a payment, those made in the gateway's dashboard included.</summary>
public sealed record ReadRefunds(OrderId Order, string Payment) : PaymentCall(Order);

public sealed record ReadDisputes(OrderId Order, string Payment) : PaymentCall(Order);
