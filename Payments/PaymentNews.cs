using System.Text.Json;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// What the payment rooms tell a conversation: event activities of our own, known by the turn's identity. Their value is
/// read by <see cref="Read"/>.
/// </summary>
public static class PaymentNews
{
    /// <summary>A call was answered; the value is a <see cref="PaymentAnswer"/>.</summary>
    public const string Answer = "payment/answer";

    /// <summary>Something may have changed at Stripe, or the time to pay is over: read the order's sessions again.</summary>
    public const string LookAgain = "payment/look-again";

    public static JsonElement Write(PaymentAnswer answer) => JsonSerializer.SerializeToElement(answer, PaymentsJson.Default.PaymentAnswer);

    public static JsonElement Write(PaymentLook look) => JsonSerializer.SerializeToElement(look, PaymentsJson.Default.PaymentLook);

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static PaymentAnswer ReadAnswer(JsonElement value) =>
        value.Deserialize(PaymentsJson.Default.PaymentAnswer) ?? throw new JsonException("A payment answer is never null.");

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static PaymentLook ReadLook(JsonElement value) =>
        value.Deserialize(PaymentsJson.Default.PaymentLook) ?? throw new JsonException("A look at a payment is never null.");
}

/// <summary>What to ask Stripe about. Never what is so: that is read.</summary>
/// <param name="Session">The session that it may be about, beside those that can still be paid.</param>
/// <param name="Payment">The payment intent that it may be about.</param>
public sealed record PaymentLook(OrderId Order, LookAt At = LookAt.Sessions, string? Session = null, string? Payment = null);

public enum LookAt
{
    /// <summary>Whether something was paid, and how far open refunds have come.</summary>
    Sessions,

    /// <summary>What the bank said to the last try.</summary>
    LastTry,
    Refunds,
    Disputes,
}
