using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>A rule about one JSON value. The path is Meta's way of naming it: <c>message[attachment][payload]</c>.</summary>
internal delegate GraphError? Shape(JsonElement value, string path);

/// <summary>One field of an object and the rule for its value.</summary>
internal sealed record Field(string Name, Shape Shape, bool Required);

/// <summary>The words in which the limit tables of this folder are written.</summary>
internal static class Shapes
{
    public static Field Must(string name, Shape shape) => new(name, shape, Required: true);

    public static Field May(string name, Shape shape) => new(name, shape, Required: false);

    public static Shape Flag { get; } = (value, path) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Wrong(path, "a boolean");

    /// <summary>
    /// Meta's pages count "characters" without saying of which kind. UTF-16 units are the strictest reading,
    /// and the safe side to be on.
    /// </summary>
    public static Shape Text(int max = int.MaxValue, int min = 1) => (value, path) =>
    {
        if (value.ValueKind is not JsonValueKind.String)
            return Wrong(path, "a string");
        var text = value.GetString()!;
        if (text.Length > max)
            return GraphError.Bad($"Length of param {path} must be less than or equal to {max}");
        return text.Trim().Length < min ? GraphError.Bad($"Param {path} must be a non-empty UTF-8 encoded string") : null;
    };

    public static Shape OneOf(params string[] values) => (value, path) =>
        value.ValueKind is JsonValueKind.String && values.Contains(value.GetString())
            ? null
            : GraphError.Bad($"Param {path} must be one of {{{string.Join(", ", values.Select(v => v.ToUpperInvariant()))}}}");

    public static Shape List(int min, int max, Shape item) => (value, path) =>
    {
        if (value.ValueKind is not JsonValueKind.Array)
            return Wrong(path, "an array");
        var count = value.GetArrayLength();
        if (count < min)
            return GraphError.Bad($"Param {path} must have at least {min} element(s)");
        if (count > max)
            return GraphError.Bad($"Param {path} has too many elements: {count} where {max} are allowed");
        return value.EnumerateArray().Select((v, i) => item(v, $"{path}[{i}]")).FirstOrDefault(e => e is not null);
    };

    /// <summary>An object with these fields and no others: Meta refuses a key that it does not know.</summary>
    public static Shape Object(params Field[] fields) => (value, path) =>
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return Wrong(path, "an object");
        var unknown = value.EnumerateObject().Select(p => p.Name).Where(n => fields.All(f => f.Name != n)).ToList();
        if (unknown.Count > 0)
            return GraphError.Bad($"Invalid keys \"{string.Join(", ", unknown)}\" were found in param \"{path}\".");
        return fields.Select(f => Check(f, value, path)).FirstOrDefault(e => e is not null);
    };

    /// <summary>Chooses the rule by the text of one field, such as a button's <c>type</c>.</summary>
    public static Shape By(string key, params (string Value, Shape Shape)[] choices) => (value, path) =>
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return Wrong(path, "an object");
        if (!value.TryGetProperty(key, out var kind))
            return Missing(Inner(path, key));
        var known = OneOf([.. choices.Select(c => c.Value)])(kind, Inner(path, key));
        return known ?? choices.First(c => c.Value == kind.GetString()).Shape(value, path);
    };

    /// <summary>The first fault of several rules.</summary>
    public static Shape All(params Shape[] shapes) => (value, path) =>
        shapes.Select(s => s(value, path)).FirstOrDefault(e => e is not null);

    /// <summary>At least one of these fields is there.</summary>
    public static Shape AnyOf(string complaint, params string[] fields) => (value, path) =>
        fields.Any(f => value.TryGetProperty(f, out _)) ? null : GraphError.Bad($"{complaint} ({path})");

    public static GraphError Missing(string path) => GraphError.Bad($"The parameter {path} is required.");

    public static GraphError Wrong(string path, string kind) => GraphError.Bad($"Param {path} must be {kind}.");

    public static string Inner(string path, string name) => path.Length is 0 ? name : $"{path}[{name}]";

    private static GraphError? Check(Field field, JsonElement parent, string path)
    {
        var inner = Inner(path, field.Name);
        if (parent.TryGetProperty(field.Name, out var value))
            return field.Shape(value, inner);
        return field.Required ? Missing(inner) : null;
    }
}
