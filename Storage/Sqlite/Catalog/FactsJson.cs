using System.Text.Json;
using CommerceBot.Catalog;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>Facts in their column: <c>[["Ingredients","durum wheat, water"]]</c>.</summary>
internal static class FactsJson
{
    public static string Write(IReadOnlyList<ProductFact> facts) =>
        facts.Count == 0 ? "[]" : JsonSerializer.Serialize(facts.Select(fact => new[] { fact.Name, fact.Value }));

    public static IReadOnlyList<ProductFact> Read(string? json) =>
        json is null or "[]" ? [] : [.. JsonSerializer.Deserialize<string[][]>(json)!.Select(pair => new ProductFact(pair[0], pair[1]))];
}
