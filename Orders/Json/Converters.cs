using System.Text.Json;
using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Writes an id as its bare text, so that documents read as a person would write them.</summary>
/// <param name="from">Makes one of its text; an <see cref="ArgumentException"/> of it becomes a <see cref="JsonException"/>.</param>
/// <param name="toText">Its text.</param>
public abstract class TextConverter<T>(Func<string, T> from, Func<T, string> toText) : JsonConverter<T>
    where T : struct
{
    /// <exception cref="JsonException">The value is null or no text, or <c>from</c> does not take it.</exception>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? throw new JsonException($"A {typeof(T).Name} is a text, not null.");
        try
        {
            return from(text);
        }
        catch (ArgumentException wrong)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    /// <summary>A plain string.</summary>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(toText(value));
    }
}

/// <summary>Writes a SKU as the merchant's own text.</summary>
public sealed class SkuConverter() : TextConverter<Sku>(text => new(text), value => value.Value);

/// <summary>Writes a currency as its ISO 4217 code; one that is no code cannot be read.</summary>
public sealed class CurrencyConverter() : TextConverter<Currency>(text => new(text), value => value.Code);

/// <summary>Writes a language as its two letters.</summary>
public sealed class LanguageConverter() : TextConverter<Language>(text => new(text), value => value.Code);

/// <summary>Writes a country as its ISO 3166 code; one that is no code cannot be read.</summary>
public sealed class CountryConverter() : TextConverter<Country>(text => new(text), value => value.Code);

/// <summary>Writes a shopper's id as its text.</summary>
public sealed class ShopperIdConverter() : TextConverter<ShopperId>(text => new(text), value => value.Value);

/// <summary>Writes an order's id as its text.</summary>
public sealed class OrderIdConverter() : TextConverter<OrderId>(text => new(text), value => value.Value);

/// <summary>Writes an order's number as its text.</summary>
public sealed class OrderNumberConverter() : TextConverter<OrderNumber>(text => new(text), value => value.Value);

/// <summary>Writes a lane's id as its text.</summary>
public sealed class LaneIdConverter() : TextConverter<LaneId>(text => new(text), value => value.Value);

/// <summary>Writes a delivery method's id as its text.</summary>
public sealed class DeliveryMethodIdConverter() : TextConverter<DeliveryMethodId>(text => new(text), value => value.Value);

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
