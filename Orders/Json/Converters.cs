using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Writes an id as its bare text, so that documents read as a person would write them.</summary>
public abstract class TextConverter<T> : JsonConverter<T>
    where T : struct
{
    protected abstract T From(string text);

    protected abstract string ToText(T value);

    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is a text, not null.");
        try
        {
            return From(text);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(ToText(value));
    }
}

public sealed class SkuConverter : TextConverter<Sku>
{
    protected override Sku From(string text) => new(text);

    protected override string ToText(Sku value) => value.Value;
}

public sealed class CurrencyConverter : TextConverter<Currency>
{
    protected override Currency From(string text) => new(text);

    protected override string ToText(Currency value) => value.Code;
}

public sealed class LanguageConverter : TextConverter<Language>
{
    protected override Language From(string text) => new(text);

    protected override string ToText(Language value) => value.Code;
}

public sealed class CountryConverter : TextConverter<Country>
{
    protected override Country From(string text) => new(text);

    protected override string ToText(Country value) => value.Code;
}

public sealed class ShopperIdConverter : TextConverter<ShopperId>
{
    protected override ShopperId From(string text) => new(text);

    protected override string ToText(ShopperId value) => value.Value;
}

public sealed class OrderIdConverter : TextConverter<OrderId>
{
    protected override OrderId From(string text) => new(text);

    protected override string ToText(OrderId value) => value.Value;
}

public sealed class OrderNumberConverter : TextConverter<OrderNumber>
{
    protected override OrderNumber From(string text) => new(text);

    protected override string ToText(OrderNumber value) => value.Value;
}

public sealed class LaneIdConverter : TextConverter<LaneId>
{
    protected override LaneId From(string text) => new(text);

    protected override string ToText(LaneId value) => value.Value;
}

public sealed class DeliveryMethodIdConverter : TextConverter<DeliveryMethodId>
{
    protected override DeliveryMethodId From(string text) => new(text);

    protected override string ToText(DeliveryMethodId value) => value.Value;
}

/// <summary>Hundredths of a percent, as a number.</summary>
public sealed class VatRateConverter : JsonConverter<VatRate>
{
    public override VatRate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new VatRate(reader.GetInt32());
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    public override void Write(Utf8JsonWriter writer, VatRate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Hundredths);
    }
}
