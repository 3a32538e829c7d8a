using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// What is told to the lane of an order about its money: event activities of our own, known by the turn's identity. What
/// each says is read by <see cref="Read"/>.
/// </summary>
public static class PaymentEvents
{
    /// <summary>A call was answered; the value is a <see cref="PaymentAnswer"/>.</summary>
    public const string Answer = "payment/answer";

    /// <summary>Something may have changed at the gateway, or a time is over: ask it. The value is a <see cref="PaymentLook"/>.</summary>
    public const string LookAgain = "payment/look-again";

    /// <summary>The shopper left the gateway's page by its way back; the value is a <see cref="PageLeft"/>.</summary>
    public const string CheckoutLeft = "payment/checkout-left";

    /// <summary>The value of an <see cref="Answer"/>.</summary>
    public static JsonElement Write(PaymentAnswer answer) => JsonSerializer.SerializeToElement(answer, PaymentsJson.Default.PaymentAnswer);

    /// <summary>The value of a <see cref="LookAgain"/>.</summary>
    public static JsonElement Write(PaymentLook look) => JsonSerializer.SerializeToElement(look, PaymentsJson.Default.PaymentLook);

    /// <summary>The value of a <see cref="CheckoutLeft"/>.</summary>
    public static JsonElement Write(PageLeft left) => JsonSerializer.SerializeToElement(left, PaymentsJson.Default.PageLeft);

    /// <summary>The order that an event is about, and what it says; null for a name that is no event about money.</summary>
    /// <exception cref="JsonException">The name is one of ours, and the value is not.</exception>
    public static PaymentEvent? Read(string name, JsonElement value) => name switch
    {
        Answer when Of(value, PaymentsJson.Default.PaymentAnswer) is var answer => new(answer.Order, new PaymentTrigger.Answered(answer)),
        LookAgain when Of(value, PaymentsJson.Default.PaymentLook) is var look => new(look.Order, new PaymentTrigger.LookDue(look)),
        CheckoutLeft when Of(value, PaymentsJson.Default.PageLeft) is var left =>
            new(left.Order, new PaymentTrigger.CheckoutLeft(left.Attempt)),
        _ => null,
    };

    private static T Of<T>(JsonElement value, JsonTypeInfo<T> json)
        where T : class => value.Deserialize(json) ?? throw new JsonException($"A {typeof(T).Name} is never null.");
}

/// <summary>One event about money, read.</summary>
public sealed record PaymentEvent(OrderId Order, PaymentTrigger Trigger);

/// <summary>What to ask the gateway about. Never what is so: that is read.</summary>
/// <param name="Session">The session that it may be about, beside those that can still be paid.</param>
/// <param name="Payment">The payment that it may be about.</param>
public sealed record PaymentLook(OrderId Order, LookAt At = LookAt.Sessions, string? Session = null, string? Payment = null);

/// <param name="Attempt">Whose page it was.</param>
public sealed record PageLeft(OrderId Order, int Attempt);

/// <summary>Which of the gateway's things may have changed.</summary>
public enum LookAt
{
    /// <summary>Whether something was paid, and how far open refunds have come.</summary>
    Sessions,

    /// <summary>What the bank said to the last try.</summary>
    LastTry,

    /// <summary>All refunds of the order's payments.</summary>
    Refunds,

    /// <summary>All disputes of the order's payments.</summary>
    Disputes,
}
