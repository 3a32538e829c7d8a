using System.Text.Json.Serialization;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>How mails wait in the outbox.</summary>
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
[JsonSerializable(typeof(OrderMail))]
[JsonSerializable(typeof(MerchantMail))]
[JsonSerializable(typeof(DeclarationMail))]
[JsonSerializable(typeof(ChatMail))]
[JsonSerializable(typeof(UndeliveredMail))]
[JsonSerializable(typeof(MailReport))]
public sealed partial class MailsJson : JsonSerializerContext;
