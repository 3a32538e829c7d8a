using System.Globalization;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe.Forms;

internal sealed record GroupRule(Field[] Fields) : Rule
{
    public override JsonNode? Read(FormNode node, string path)
    {
        if (node.IsValue) throw StripeRefusal.Invalid($"Invalid object: {path} must be an object", path);
        var unknown = node.Children.Keys.FirstOrDefault(name => Fields.All(field => field.Name != name));
        if (unknown is not null) throw StripeRefusal.Unknown(Below(path, unknown));
        var result = new JsonObject();
        foreach (var field in Fields)
        {
            var name = Below(path, field.Name);
            if (!node.Children.TryGetValue(field.Name, out var child))
            {
                if (field.Required) throw StripeRefusal.Missing(name);
                continue;
            }
            if (field.Rule.Read(child, name) is { } value) result[field.Name] = value;
        }
        return result;
    }

    public JsonObject ReadAll(FormNode root) => (JsonObject)Read(root, "")!;

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}[{name}]";
}

internal sealed record ListRule(Rule Item, int Most) : Rule
{
    public bool MayBeEmpty { get; init; }

    public override JsonNode? Read(FormNode node, string path)
    {
        if (MayBeEmpty && node.Value is "") return null;
        if (node.IsValue) throw StripeRefusal.Invalid($"Invalid array: {path} must be a list with at least one item", path);
        if (node.Children.Count > Most) throw StripeRefusal.Invalid($"Array too long: {path} may hold at most {Most} items", path);
        var result = new JsonArray();
        for (var i = 0; i < node.Children.Count; i++)
        {
            if (!node.Children.TryGetValue(i.ToString(CultureInfo.InvariantCulture), out var child))
                throw StripeRefusal.Invalid($"Invalid array: {path} must be numbered from 0 without gaps", path);
            result.Add(Item.Read(child, $"{path}[{i}]"));
        }
        return result;
    }
}

/// <summary>Stripe's metadata: at most 50 keys of 40 characters, values of 500. An empty value means "no such key".</summary>
internal sealed record MetadataRule : Rule
{
    /// <summary>In a change, an empty value (or nothing at all) takes away what is there: it is passed on.</summary>
    public bool KeepsUnset { get; init; }

    public override JsonNode? Read(FormNode node, string path)
    {
        if (node.Value is "") return KeepsUnset ? JsonValue.Create("") : null;
        if (node.IsValue) throw StripeRefusal.Invalid($"Invalid object: {path} must be an object of keys and values", path);
        var result = new JsonObject();
        foreach (var (key, child) in node.Children)
        {
            var name = $"{path}[{key}]";
            if (child.Value is not { } value) throw StripeRefusal.Invalid("Metadata values must be strings", name);
            if (key.Length > 40)
                throw StripeRefusal.Invalid($"Metadata keys can be at most 40 characters, but {key.Length} were given", name);
            if (value.Length > 500)
                throw StripeRefusal.Invalid($"Metadata values can be at most 500 characters, but {value.Length} were given", name);
            if (value.Length > 0 || KeepsUnset) result[key] = value;
        }
        return result.Count <= 50
            ? result
            : throw StripeRefusal.Invalid($"You can only attach 50 keys of metadata, but {result.Count} were given", path);
    }
}

/// <summary>A plain value, or an object in its place (<c>created=1</c>, <c>created[gte]=1</c>).</summary>
internal sealed record EitherRule(Rule Plain, Rule Tree) : Rule
{
    public override JsonNode? Read(FormNode node, string path) => (node.IsValue ? Plain : Tree).Read(node, path);
}
