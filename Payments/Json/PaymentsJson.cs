using System.Text.Json.Serialization;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// How calls, answers and ledgers are written down. What a thing is stands in its <c>kind</c>, a word of ours and never
/// a CLR name.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    AllowOutOfOrderMetadataProperties = true,
    Converters =
    [
        typeof(CurrencyConverter), typeof(OrderIdConverter), typeof(OrderNumberConverter), typeof(LaneIdConverter), typeof(SkuConverter),
        typeof(VatRateConverter),
    ])]
[JsonSerializable(typeof(PaymentCall))]
[JsonSerializable(typeof(PaymentAnswer))]
[JsonSerializable(typeof(PaymentLedger))]
[JsonSerializable(typeof(MerchantAlert))]
[JsonSerializable(typeof(PaymentLook))]
[JsonSerializable(typeof(PageLeft))]
public sealed partial class PaymentsJson : JsonSerializerContext;
