using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CommerceBot.Simulator.Stripe.Forms;

internal sealed record TextRule(int Longest, bool Clearable) : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        if (Clearable && node.Value is "") return null;
        var text = Text(node, path, "string");
        return text.Length <= Longest
            ? text
            : throw StripeRefusal.Invalid(
                $"Invalid string: {path} has {text.Length} characters; must be at most {Longest} characters", path);
    }
}

internal sealed record PatternRule(int Longest, Regex Shape, string Complaint, string? Code) : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        var text = Text(node, path, "string");
        return text.Length <= Longest && Shape.IsMatch(text) ? text : throw StripeRefusal.Invalid($"{Complaint}: {text}", path, Code);
    }
}

internal sealed record WholeRule(long Least, long Most) : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        var text = Text(node, path, "integer");
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw StripeRefusal.Invalid($"Invalid integer: {text}", path, "parameter_invalid_integer");
        if (number < Least)
            throw StripeRefusal.Invalid(
                $"Invalid value: {path} must be greater than or equal to {Least}", path, "parameter_invalid_integer");
        return number <= Most
            ? number
            : throw StripeRefusal.Invalid($"Invalid value: {path} must be less than or equal to {Most}", path, "parameter_invalid_integer");
    }
}

/// <summary>A decimal number that is not negative, kept as the text that names it shortest: <c>12.50</c> is <c>12.5</c>.</summary>
internal sealed record DecimalRule(long Most, int MostPlaces) : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        var text = Text(node, path, "decimal");
        const NumberStyles Written = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var number))
            throw StripeRefusal.Invalid($"Invalid decimal: {text}", path, "parameter_invalid_decimal");
        if (number < 0) throw StripeRefusal.Invalid($"Invalid value: {path} must be greater than or equal to 0", path,
            "parameter_invalid_decimal");
        if (number > Most)
            throw StripeRefusal.Invalid($"Invalid value: {path} must be less than or equal to {Most}", path, "parameter_invalid_decimal");
        var shortest = number.ToString("0." + new string('#', 28), CultureInfo.InvariantCulture);
        var point = shortest.IndexOf('.', StringComparison.Ordinal);
        return point < 0 || shortest.Length - point - 1 <= MostPlaces
            ? shortest
            : throw StripeRefusal.Invalid(
                $"Invalid decimal: {text}; must contain at maximum {MostPlaces} decimal places.", path, "parameter_invalid_decimal");
    }
}

internal sealed record FlagRule : Rule
{
    public override JsonNode? Read(FormNode node, string path) => Text(node, path, "boolean") switch
    {
        "true" => true,
        "false" => false,
        var other => throw StripeRefusal.Invalid($"Invalid boolean: {other}", path),
    };
}

internal sealed record OffRule(string Why) : Rule
{
    public override JsonNode? Read(FormNode node, string path) =>
        Rules.Flag.Read(node, path) is JsonValue value && value.GetValue<bool>() ? throw StripeRefusal.NotSimulated(path, Why) : false;
}

internal sealed record NotSimulatedRule(string Why) : Rule
{
    public override JsonNode? Read(FormNode node, string path) => throw StripeRefusal.NotSimulated(path, Why);
}

internal sealed record WordRule(string[] Played, string[] Known, string Why) : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        var word = Text(node, path, "string");
        if (Played.Contains(word)) return word;
        if (Known.Contains(word)) throw StripeRefusal.NotSimulated($"{path}={word}", Why);
        throw StripeRefusal.Invalid($"Invalid {path}: must be one of {string.Join(", ", Played.Concat(Known))}", path);
    }
}

internal sealed record CurrencyRule : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        var text = Text(node, path, "currency");
        var code = text.ToUpperInvariant();
        return Currencies.Knows(code)
            ? Currencies.Lower(code)
            : throw StripeRefusal.Invalid($"Invalid currency: {text}. Stripe takes three-letter ISO codes that it supports.", path);
    }
}

/// <summary>An http(s) address. Stripe's own placeholder for the session id may stand in it.</summary>
internal sealed record LinkRule : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        var text = Text(node, path, "URL");
        var plain = text.Replace("{CHECKOUT_SESSION_ID}", "id", StringComparison.Ordinal);
        var good = text.Length <= 5000 && Uri.TryCreate(plain, UriKind.Absolute, out var uri)
            && (uri.Scheme is "http" or "https") && !plain.Any(char.IsWhiteSpace);
        return good ? text : throw StripeRefusal.Invalid("Not a valid URL", path, "url_invalid");
    }
}
