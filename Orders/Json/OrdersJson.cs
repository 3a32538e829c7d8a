using System.Text.Json.Serialization;

namespace CommerceBot.Orders;

/// <summary>
/// How carts, drafts and orders are written down. Enums are words; a new member with no value yet is null, never an
/// error.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(SkuConverter), typeof(CurrencyConverter), typeof(LanguageConverter), typeof(CountryConverter),
        typeof(ShopperIdConverter), typeof(OrderIdConverter), typeof(OrderNumberConverter), typeof(LaneIdConverter),
        typeof(DeliveryMethodIdConverter), typeof(VatRateConverter),
    ])]
[JsonSerializable(typeof(Cart))]
[JsonSerializable(typeof(CheckoutDraft))]
[JsonSerializable(typeof(Order))]
public sealed partial class OrdersJson : JsonSerializerContext;
