using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml;
using Stripe;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>What Stripe.net's own types call things on the wire, and which words its documentation allows in them.</summary>
internal static partial class WireNames
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> ByType = new();
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Words = new(ReadWords);

    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type type) => ByType.GetOrAdd(type, one => one.GetProperties(Any)
        .Select(property => (Name: property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, property))
        .Where(pair => pair.Name is not null)
        .GroupBy(pair => pair.Name!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().property, StringComparer.Ordinal));

    /// <summary>The words of an enumeration, or null where any text goes.</summary>
    public static string[]? WordsOf(PropertyInfo property) =>
        Words.Value.GetValueOrDefault($"P:{property.DeclaringType!.FullName!.Replace('+', '.')}.{property.Name}");

    public static int Enumerations => Words.Value.Count;

    /// <summary>The library's documentation names them: "One of: a, b, or c."</summary>
    private static Dictionary<string, string[]> ReadWords()
    {
        var words = new Dictionary<string, string[]>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Samples", "Stripe.net.xml"));
        while (reader.ReadToFollowing("member"))
        {
            if (reader.GetAttribute("name") is not { } name || !name.StartsWith("P:", StringComparison.Ordinal)) continue;
            var text = reader.ReadInnerXml();
            var start = text.IndexOf("One of:", StringComparison.Ordinal);
            if (start < 0) continue;
            // Words of their own may hold a full stop; the sentence ends after the last of them.
            var sentence = Sentence().Match(text, start);
            if (sentence.Success) words[name] = [.. Word().Matches(sentence.Value).Select(word => word.Groups[1].Value)];
        }
        return words;
    }

    [GeneratedRegex(@"\GOne of:\s*(?:(?:or\s+)?<c>[^<]*</c>[,\s]*)+(?:or\s+<c>[^<]*</c>)?")]
    private static partial Regex Sentence();

    [GeneratedRegex("<c>([^<]*)</c>")]
    private static partial Regex Word();

    public static bool IsAnyOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName!.StartsWith("Stripe.AnyOf`", StringComparison.Ordinal);

    public static bool IsExpandable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ExpandableField<>);

    /// <summary>What a list holds, or null when it is none.</summary>
    public static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;

    public static bool IsTextByText(Type type) => typeof(IDictionary<string, string>).IsAssignableFrom(type);
}
