using System.Text.Json;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// What a language model says of a sentence: an intent of ours and a few entities. Nothing of it is ever shown to a shopper. Order
/// numbers are not among them: the model sees none, and the rules read them from the sentence itself.
/// </summary>
/// <param name="Query">What is looked for, in words that stand in the sentence; null when nothing is.</param>
/// <param name="Quantity">How many pieces, 1 to 999; null when the sentence does not say.</param>
internal sealed record AssistantAnswer(Intent Intent, string? Query, int? Quantity)
{
    /// <summary>The intent's name by which a model says that the sentence has none.</summary>
    public const string NoIntent = "none";

    private const int LongestText = 2_000;
    private const int LongestQuery = 100;
    private const int MostPieces = 999;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    /// <summary>Reads what a model wrote, to the letter of <see cref="AssistantSchema"/>: anything else is no answer.</summary>
    /// <param name="answer">Null when the model found no intent.</param>
    /// <returns>False for a text that the schema does not allow.</returns>
    public static bool TryRead(string? text, out AssistantAnswer? answer)
    {
        answer = null;
        if (text is null or { Length: 0 or > LongestText })
            return false;
        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return TryRead(json.RootElement, out answer);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The query in the sentence's own words, when all of them stand there in this order; else null.</summary>
    public string? QueryWithin(string sentence)
    {
        if (Query is null)
            return null;
        var wanted = TextNormalizer.Words(Query);
        var found = 0;
        foreach (var word in TextNormalizer.Words(sentence))
            found += found < wanted.Count && word == wanted[found] ? 1 : 0;
        return found == wanted.Count && found > 0 ? string.Join(' ', wanted) : null;
    }

    private static bool TryRead(JsonElement root, out AssistantAnswer? answer)
    {
        answer = null;
        if (root.ValueKind != JsonValueKind.Object || root.GetPropertyCount() != 3
            || !root.TryGetProperty(AssistantSchema.Intent, out var intent) || intent.ValueKind != JsonValueKind.String
            || !root.TryGetProperty(AssistantSchema.Query, out var query) || !TryReadQuery(query, out var words)
            || !root.TryGetProperty(AssistantSchema.Quantity, out var quantity) || !TryReadQuantity(quantity, out var pieces))
            return false;
        var name = intent.GetString()!;
        if (name == NoIntent)
            return true;
        if (!IntentNames.TryParse(name, out var known))
            return false;
        answer = new AssistantAnswer(known, words, pieces);
        return true;
    }

    /// <summary>Models write an empty text for "nothing", too.</summary>
    private static bool TryReadQuery(JsonElement query, out string? words)
    {
        words = query.ValueKind == JsonValueKind.String && query.GetString() is { Length: > 0 } given ? given : null;
        return query.ValueKind is JsonValueKind.Null or JsonValueKind.String && words is null or { Length: <= LongestQuery };
    }

    private static bool TryReadQuantity(JsonElement quantity, out int? pieces)
    {
        pieces = quantity.ValueKind == JsonValueKind.Number && quantity.TryGetInt32(out var given) ? given : null;
        return quantity.ValueKind == JsonValueKind.Null || pieces is >= 1 and <= MostPieces;
    }
}
