namespace CommerceBot.Catalog;

/// <summary>Of everything that a feed says about siblings, what tells them apart.</summary>
internal static class Choices
{
    /// <summary>Keeps the axes whose values differ; a gender that all share is no question for a shopper.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Telling(IReadOnlyList<IReadOnlyDictionary<string, string>> siblings)
    {
        var axes = siblings.SelectMany(choices => choices.Keys).Distinct()
            .Where(axis => siblings.Select(choices => choices.GetValueOrDefault(axis)).Distinct().Skip(1).Any())
            .ToList();
        return [.. siblings.Select(choices => Keep(choices, axes))];
    }

    private static OrderedDictionary<string, string> Keep(IReadOnlyDictionary<string, string> choices, List<string> axes)
    {
        var kept = new OrderedDictionary<string, string>();
        foreach (var axis in axes)
            if (choices.TryGetValue(axis, out var value))
                kept.Add(axis, value);
        return kept;
    }
}
