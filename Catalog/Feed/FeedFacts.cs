using System.Text.Json;

namespace CommerceBot.Catalog.Feed;

/// <summary>
/// What a feed says about the thing itself, from Google's and Meta's columns: <c>product_detail</c> (section, name and value),
/// <c>product_highlight</c> (a sentence), weight and measures. Colour, size and material are choices and read as such.
/// </summary>
internal static class FeedFacts
{
    private const int LongestName = 140;  // Google's limit for an attribute's name
    private const int LongestValue = 1_000; // and for its value
    private const int Most = 60;

    private static readonly (Column Column, string Name)[] Measures =
    [
        (Column.Weight, "weight"), (Column.Length, "length"), (Column.Width, "width"), (Column.Height, "height"),
    ];

    public static IReadOnlyList<ProductFact> Read(FeedRow row)
    {
        var facts = new List<ProductFact>();
        foreach (var (name, value) in Details(row[Column.Detail]))
            Add(facts, name, value);
        foreach (var (column, name) in Measures)
            Add(facts, name, row[column]);
        foreach (var highlight in row[Column.Highlight].Split('\n'))
            Add(facts, "", highlight);
        return facts;
    }

    /// <summary>The merchant's labels, one each, of <c>custom_label_0</c> to <c>4</c> and <c>internal_label</c>.</summary>
    public static IReadOnlyList<string> Labels(FeedRow row) =>
    [
        .. (row[Column.Label] + "\n" + row[Column.InternalLabel].Trim('[', ']')).Split(['\n', ',', ';', '|'])
            .Select(label => label.Trim(' ', '\'', '"')).Where(label => label.Length is > 0 and <= 100).Distinct().Take(Most),
    ];

    private static void Add(List<ProductFact> facts, string name, string value)
    {
        var (plainName, plainValue) = (PlainText.Of(name), PlainText.Of(value));
        if (plainValue.Length == 0 || plainName.Length > LongestName || facts.Count == Most)
            return;
        var fact = new ProductFact(plainName, plainValue.Length > LongestValue ? plainValue[..LongestValue] : plainValue);
        if (!facts.Contains(fact))
            facts.Add(fact);
    }

    // General:Material:Oak,General:Care:Wipe clean, never soak. A part without a colon belongs to the value before it.
    private static IEnumerable<(string Name, string Value)> Details(string text)
    {
        if (text.StartsWith('[') || text.StartsWith('{'))
            return Json(text);
        var details = new List<string>();
        foreach (var part in text.Split(','))
            if (part.Contains(':', StringComparison.Ordinal) || details.Count == 0)
                details.Add(part);
            else
                details[^1] += "," + part;
        return details.Select(detail => detail.Split(':', 3)).Where(parts => parts.Length >= 2).Select(parts => (parts[^2], parts[^1]));
    }

    private static List<(string, string)> Json(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var objects = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()]
                : new List<JsonElement> { json.RootElement };
            return [.. objects.Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => (Text(one, "attribute_name"), Text(one, "attribute_value")))];
        }
        catch (JsonException)
        {
            return []; // details nobody can read are none: questions about them are answered with "cannot tell"
        }
    }

    private static string Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
