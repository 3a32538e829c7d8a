using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition.Entities;

namespace CommerceBot.Recognition.Assistant;

/// <summary>A sentence that the recogniser was unsure of, with what a language model made of it.</summary>
internal static class AssistedUtterance
{
    /// <summary>
    /// The same sentence with the model's intent first. Its entities are read by the rules, as always; the model's own are taken where
    /// they stand in the sentence, or where the rules found none.
    /// </summary>
    public static RecognizedUtterance Apply(RecognizedUtterance said, AssistantAnswer answer, IReadOnlyList<Category> categories)
    {
        RankedIntent[] intents =
        [
            .. said.Intents.Where(ranked => ranked.Intent == answer.Intent),
            .. said.Intents.Where(ranked => ranked.Intent != answer.Intent),
        ];
        return new RecognizedUtterance(said.Text, intents, said.Language, () => Read(said, answer, categories)) { IsConfident = true };
    }

    private static UtteranceEntities Read(RecognizedUtterance said, AssistantAnswer answer, IReadOnlyList<Category> categories)
    {
        var read = EntityReader.Read(said.Text, answer.Intent, said.Language, categories);
        read = read with { Quantity = read.Quantity ?? answer.Quantity };
        return answer.QueryWithin(said.Text) is { } query
            ? read with { Query = query, Products = ProductQueryParser.Parse(query, said.Language, categories) }
            : read;
    }
}
