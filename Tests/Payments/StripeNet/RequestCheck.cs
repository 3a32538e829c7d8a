using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>Finds what a request says that Stripe.net's own options could not have said: names, kinds of values, words.</summary>
internal static partial class RequestCheck
{
    /// <param name="form">A posted body or a query, form-encoded.</param>
    /// <returns>A sentence for each complaint.</returns>
    public static IReadOnlyList<string> Of(Type options, string form)
    {
        var wrong = new List<string>();
        foreach (var pair in form.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            if (!Name().IsMatch(name))
                wrong.Add($"{name} is no name that Stripe reads");
            else if (Complaint(
                    options, null,
                    [.. Segment().Matches(name).Select(segment => segment.Groups[1].Value)],
                    equals < 0 ? "" : Decode(pair[(equals + 1)..])) is
                { } complaint)
                wrong.Add($"{options.Name}: {name} {complaint}");
        }
        return wrong;
    }

    private static string? Complaint(Type type, PropertyInfo? property, string[] path, string value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (WireNames.IsAnyOf(type))
        {
            var complaints = type.GetGenericArguments().Select(one => Complaint(one, property, path, value)).ToArray();
            return complaints.Contains(null) ? null : string.Join(" or ", complaints);
        }
        if (WireNames.ItemOf(type) is { } item)
            return InList(item, property, path, value);
        if (WireNames.IsTextByText(type))
            return path.Length == 1 || (path.Length == 0 && value.Length == 0) ? null : "is not a key and a text";
        if (path.Length == 0)
            return OfValue(type, property, value);
        if (!WireNames.Of(type).TryGetValue(path[0], out var next))
            return $"is not known: {type.Name} has no {path[0]}";
        return Complaint(next.PropertyType, next, path[1..], value);
    }

    /// <summary>An empty value says "no items".</summary>
    private static string? InList(Type item, PropertyInfo? property, string[] path, string value)
    {
        if (path.Length == 0)
            return value.Length == 0 ? null : "is a list, not a value";
        return path[0].All(char.IsAsciiDigit)
            ? Complaint(item, property, path[1..], value)
            : $"is a list, and {path[0]} is not a place in it";
    }

    private static string? OfValue(Type type, PropertyInfo? property, string value)
    {
        if (type == typeof(long) || type == typeof(int) || type == typeof(DateTime))
            return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? null
                : $"is \"{value}\" and not a whole number";
        if (type == typeof(decimal))
            return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
                ? null
                : $"is \"{value}\" and not a number";
        if (type == typeof(bool))
            return value is "true" or "false" ? null : $"is \"{value}\" and not true or false";
        if (type != typeof(string))
            return $"is a value, and {type.Name} is not";
        return property is not null && WireNames.WordsOf(property) is { } words && !words.Contains(value)
            ? $"is \"{value}\" and not one of {string.Join(", ", words)}"
            : null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(@"^[^\[\]]+(\[[^\[\]]*\])*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"([^\[\]]+)")]
    private static partial Regex Segment();
}
