using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Stripe;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>Finds what an answer says that Stripe.net does not know, does not read, or reads as something else.</summary>
internal static class AnswerCheck
{
    public static IReadOnlyList<string> Of(Type type, string json)
    {
        using var document = JsonDocument.Parse(json);
        var wrong = new List<string>();
        Walk(document.RootElement, type, null, type.Name, wrong);
        if (wrong.Count > 0) return wrong;
        var read = (StripeEntity)FromJson(type).Invoke(null, [json])!;
        using var kept = JsonDocument.Parse(read.ToJson());
        FindLost(document.RootElement, kept.RootElement, type.Name, wrong);
        return wrong;
    }

    /// <summary>The body of a refusal.</summary>
    public static IReadOnlyList<string> OfError(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("error", out var error)
            ? Of(typeof(StripeError), error.GetRawText())
            : ["a refusal has an error in it"];
    }

    private static MethodInfo FromJson(Type type) =>
        typeof(StripeEntity)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(method => method.Name == "FromJson" && method.IsGenericMethod)
            .MakeGenericMethod(type);

    private static void Walk(JsonElement json, Type type, PropertyInfo? property, string path, List<string> wrong)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (type.IsValueType && Nullable.GetUnderlyingType(type) is null) wrong.Add($"{path} is null, and {type.Name} cannot be");
            return;
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (WireNames.IsExpandable(type))
        {
            if (json.ValueKind != JsonValueKind.String) Walk(json, type.GetGenericArguments()[0], null, path, wrong);
        }
        else if (WireNames.ItemOf(type) is { } item)
        {
            if (json.ValueKind != JsonValueKind.Array)
                wrong.Add($"{path} is not a list");
            else
                foreach (var (one, place) in json.EnumerateArray().Select((one, place) => (one, place)))
                    Walk(one, item, property, $"{path}[{place}]", wrong);
        }
        else if (WireNames.IsTextByText(type))
        {
            wrong.AddRange(
                json.EnumerateObject()
                    .Where(pair => pair.Value.ValueKind != JsonValueKind.String)
                    .Select(pair => $"{path}.{pair.Name} is not a text"));
        }
        else if (type == typeof(Dictionary<string, object>))
        {
            if (json.ValueKind != JsonValueKind.Object) wrong.Add($"{path} is {json.ValueKind}, and any object is wanted");
        }
        else if (type.IsInterface || typeof(StripeEntity).IsAssignableFrom(type))
        {
            WalkThing(json, type, path, wrong);
        }
        else if (!IsValue(json, type))
        {
            wrong.Add($"{path} is {json.GetRawText()}, and {type.Name} is not");
        }
        else if (property is not null
            && json.ValueKind == JsonValueKind.String
            && WireNames.WordsOf(property) is { } words
            && !words.Contains(json.GetString()))
        {
            wrong.Add($"{path} is \"{json.GetString()}\" and not one of {string.Join(", ", words)}");
        }
    }

    private static void WalkThing(JsonElement json, Type type, string path, List<string> wrong)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{path} is {json.ValueKind}, and {type.Name} is an object");
            return;
        }
        if (type.IsInterface && !StripeCalls.Things.TryGetValue(json.GetProperty("object").GetString()!, out type!))
        {
            wrong.Add($"{path} is of a kind that nobody reads");
            return;
        }
        var known = WireNames.Of(type);
        foreach (var (name, value) in json.EnumerateObject().Select(pair => (pair.Name, pair.Value)))
        {
            if (known.TryGetValue(name, out var property)) Walk(value, property.PropertyType, property, $"{path}.{name}", wrong);
            // Stripe.net keeps these aside, as raw JSON.
            else if (type == typeof(EventData) && name == "previous_attributes")
                WalkThing(WithKind(value, json), typeof(IHasObject), $"{path}.{name}", wrong);
            else
                wrong.Add($"{path}.{name} is not known: {type.Name} has no such thing");
        }
    }

    private static JsonElement WithKind(JsonElement part, JsonElement data)
    {
        var whole = part.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value);
        whole["object"] = data.GetProperty("object").GetProperty("object");
        return JsonSerializer.SerializeToElement(whole);
    }

    private static bool IsValue(JsonElement json, Type type)
    {
        if (type == typeof(string)) return json.ValueKind == JsonValueKind.String;
        if (type == typeof(bool)) return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
        if (type == typeof(decimal)) return decimal.TryParse(json.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out _);
        return (type == typeof(long) || type == typeof(DateTime)) && json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _);
    }

    /// <summary>All that was said must be there after reading and writing it again.</summary>
    private static void FindLost(JsonElement said, JsonElement kept, string path, List<string> wrong)
    {
        switch (said.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (
                    var pair in said.EnumerateObject()
                        .Where(pair => pair.Value.ValueKind != JsonValueKind.Null && pair.Name != "previous_attributes"))
                {
                    if (kept.ValueKind == JsonValueKind.Object && kept.TryGetProperty(pair.Name, out var there))
                        FindLost(pair.Value, there, $"{path}.{pair.Name}", wrong);
                    else
                        wrong.Add($"{path}.{pair.Name} is lost");
                }
                break;
            case JsonValueKind.Array:
                if (kept.ValueKind != JsonValueKind.Array || kept.GetArrayLength() != said.GetArrayLength())
                    wrong.Add($"{path} has lost items");
                else
                    foreach (var (one, place) in said.EnumerateArray().Select((one, place) => (one, place)))
                        FindLost(one, kept[place], $"{path}[{place}]", wrong);
                break;
            default:
                // Decimals come as text and go as numbers.
                if (said.ToString() != kept.ToString()) wrong.Add($"{path} was {said.GetRawText()} and is {kept.GetRawText()}");
                break;
        }
    }
}
