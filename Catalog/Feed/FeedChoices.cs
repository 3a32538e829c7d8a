using System.Text.Json;

namespace CommerceBot.Catalog.Feed;

/// <summary>What tells a variant from its siblings, gathered from the four ways in which feeds say it.</summary>
internal static class FeedChoices
{
    private const int LongestValue = 200;

    public static IReadOnlyDictionary<string, string> Read(FeedRow row)
    {
        var choices = new Dictionary<string, string>();
        foreach (var (axis, column) in Columns.Axes)
            Add(choices, axis, row[column]);
        foreach (var (axis, value) in Pairs(row[Column.MoreAxes]))
            Add(choices, axis, value);
        foreach (var (axis, value) in Pairs(row[Column.Variant]))
            Add(choices, axis, value);
        return choices;
    }

    private static void Add(Dictionary<string, string> choices, string axis, string value)
    {
        axis = axis.Trim().ToLowerInvariant();
        axis = axis == "colour" ? "color" : axis;
        value = value.Trim();
        if (axis.Length is > 0 and <= 100 && value.Length is > 0 and <= LongestValue)
            choices.TryAdd(axis, value);
    }

    // Scent:Rose,Style:Modern, or WooCommerce's 'color:Red/Blue:Red,size:S/M:M' (axis:all values:own value),
    // wrapped in apostrophes, or JSON [{"label":"Scent","value":"Rose"}].
    private static IEnumerable<(string Axis, string Value)> Pairs(string text)
    {
        text = text.Trim('\'', '"', ' ');
        if (text.StartsWith('[') || text.StartsWith('{'))
            return JsonPairs(text);
        return text.Split(',').Select(pair => pair.Split(':')).Where(pair => pair.Length >= 2).Select(pair => (pair[0], pair[^1]));
    }

    private static List<(string, string)> JsonPairs(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var objects =
                json.RootElement.ValueKind == JsonValueKind.Array
                    ? [.. json.RootElement.EnumerateArray()]
                    : new List<JsonElement> { json.RootElement };
            return [.. objects.Where(o => o.ValueKind == JsonValueKind.Object).Select(o => (Text(o, "label"), Text(o, "value")))];
        }
        catch (JsonException)
        {
            return []; // an axis nobody can read is no axis; siblings it fails to tell apart are told by their id
        }
    }

    private static string Text(JsonElement pair, string name) =>
        pair.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
