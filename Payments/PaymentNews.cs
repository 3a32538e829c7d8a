using System.Text.Json;
using System.Text.Json.Serialization;
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

    public static JsonElement Write(OrderId order) => JsonSerializer.SerializeToElement(new PaymentLook(order.Value), PaymentNewsJson.Default.PaymentLook);

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static PaymentAnswer ReadAnswer(JsonElement value) =>
        value.Deserialize(PaymentsJson.Default.PaymentAnswer) ?? throw new JsonException("A payment answer is never null.");

    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static OrderId ReadOrder(JsonElement value) =>
        new((value.Deserialize(PaymentNewsJson.Default.PaymentLook) ?? throw new JsonException("A look at a payment is never null.")).Order);
}

internal sealed record PaymentLook(string Order);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PaymentLook))]
internal sealed partial class PaymentNewsJson : JsonSerializerContext;
