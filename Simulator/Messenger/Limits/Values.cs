using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceBot.Simulator.Messenger.Graph;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>Rules for single values: addresses, amounts, times, numbers.</summary>
internal static partial class Values
{
    public static Shape WebAddress { get; } = (value, path) => IsWeb(value, out _)
        ? null
        : GraphError.Bad($"Param {path} must be a valid URL that starts with http:// or https://");

    public static Shape SecureAddress { get; } = (value, path) => IsWeb(value, out var url) && url.Scheme is "https"
        ? null
        : GraphError.Bad($"Param {path} must be a valid URL that starts with https://");

    /// <summary>Numbers with a dot and two decimals at most. A string is not an amount.</summary>
    public static Shape Amount { get; } = (value, path) =>
    {
        if (value.ValueKind is not JsonValueKind.Number)
            return Shapes.Wrong(path, "a number");
        return AmountPattern().IsMatch(value.GetRawText())
            ? null
            : GraphError.Bad($"Param {path} must be a decimal number with at most two decimals");
    };

    /// <summary>A price may be nothing, never less.</summary>
    public static Shape Price { get; } = Shapes.All(Amount, (value, path) =>
        value.GetDecimal() >= 0 ? null : GraphError.Bad($"Param {path} must be greater than or equal to 0"));

    public static Shape Count { get; } = (value, path) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var count) && count > 0
            ? null
            : Shapes.Wrong(path, "a positive whole number");

    /// <summary>Seconds since 1970, written as a string.</summary>
    public static Shape Timestamp { get; } = (value, path) =>
        value.ValueKind is JsonValueKind.String
        && long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < 100_000_000_000
            ? null
            : GraphError.Bad($"Param {path} must be a string with the seconds since 1970");

    public static Shape Currency { get; } = Matching(CurrencyPattern(), "a three-letter ISO 4217 currency code");

    public static Shape Country { get; } = Matching(CountryPattern(), "a two-letter country code");

    public static Shape Phone { get; } = Matching(PhonePattern(), "a phone number that starts with + and the country code");

    public static Shape Matching(Regex pattern, string description) => (value, path) =>
        value.ValueKind is JsonValueKind.String && pattern.IsMatch(value.GetString()!)
            ? null
            : Shapes.Wrong(path, description);

    private static bool IsWeb(JsonElement value, out Uri url)
    {
        url = null!;
        return value.ValueKind is JsonValueKind.String
            && Uri.TryCreate(value.GetString(), UriKind.Absolute, out url!)
            && url.Scheme is "http" or "https";
    }

    [GeneratedRegex(@"^-?\d{1,12}(\.\d{1,2})?$")]
    private static partial Regex AmountPattern();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CurrencyPattern();

    [GeneratedRegex("^[A-Za-z]{2}$")]
    private static partial Regex CountryPattern();

    [GeneratedRegex(@"^\+[0-9]{6,15}$")]
    private static partial Regex PhonePattern();
}
