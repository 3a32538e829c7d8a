using System.Text.Json;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition.Entities;
using Microsoft.Bot.Builder;

namespace CommerceBot.Recognition;

/// <summary>
/// An answer in the Bot Framework's form. Entities, each only when it is there: <c>query</c>, <c>words</c>, <c>atLeast</c>,
/// <c>atMost</c>, <c>colour</c>, <c>size</c>, <c>material</c>, <c>excluded</c>, <c>required</c>, <c>category</c>, <c>quantity</c>,
/// <c>orderNumber</c>, <c>language</c>, <c>complaint</c>. Amounts are in units of the currency; what can be several is a list.
/// </summary>
internal static class RecognitionJson
{
    public static RecognizerResult ResultOf(RecognizedUtterance utterance)
    {
        var result = new RecognizerResult { Text = utterance.Text, AlteredText = utterance.Text };
        foreach (var (intent, score) in utterance.Intents)
            result.Intents[IntentNames.Of(intent)] = new IntentScore { Score = score };
        foreach (var (name, value) in EntitiesOf(utterance.Entities))
            result.Entities[name] = JsonSerializer.SerializeToElement(value);
        result.Properties["language"] = utterance.Language.Code;
        result.Properties["isConfident"] = utterance.IsConfident;
        if (utterance.Second is { } second)
            result.Properties["second"] = IntentNames.Of(second.Intent);
        return result;
    }

    private static IEnumerable<(string Name, object Value)> EntitiesOf(UtteranceEntities entities)
    {
        if (entities.Query.Length > 0)
            yield return ("query", entities.Query);
        foreach (var filter in FiltersOf(entities.Products))
            yield return filter;
        if (entities.Quantity is { } quantity)
            yield return ("quantity", quantity);
        if (entities.OrderNumbers.Count > 0)
            yield return ("orderNumber", entities.OrderNumbers);
        if (entities.Language is { } language)
            yield return ("language", language.Code);
        if (entities.Complaint != ComplaintKind.Unsaid)
            yield return ("complaint", Name(entities.Complaint));
    }

    private static IEnumerable<(string Name, object Value)> FiltersOf(ProductQuery query)
    {
        if (query.Terms.Count > 0)
            yield return ("words", query.Terms.SelectMany(term => term.Words).ToArray());
        if (query.AtLeast is { } least)
            yield return ("atLeast", least.Amount);
        if (query.AtMost is { } most)
            yield return ("atMost", most.Amount);
        if (query.Category is { } category)
            yield return ("category", category.Value);
        foreach (var kind in query.Wanted.GroupBy(property => property.Kind))
            yield return (Name(kind.Key), kind.Select(property => property.Value).ToArray());
        if (query.Excluded.Count > 0)
            yield return ("excluded", query.Excluded.Select(property => property.Value).ToArray());
        if (query.Required.Count > 0)
            yield return ("required", query.Required.Select(property => property.Value).ToArray());
    }

    private static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
