namespace CommerceBot.Catalog.Search;

/// <summary>
/// Which word of a title names the thing: <c>Tazza</c> da cappuccino, pair of espresso <c>cups</c>, whole coffee
/// <c>beans</c>.
/// </summary>
internal static class TitleHead
{
    /// <summary>Words that count or measure and are not the thing.</summary>
    private static readonly HashSet<string> Counting =
    [
        "coppia", "paio", "set", "due", "tre", "quattro", "cinque", "sei", "dodici", "un", "una",
        "pair", "two", "three", "four", "five", "six", "twelve", "a", "the", "of", "di", "da",
    ];

    private static readonly HashSet<string> EnglishBreaks = ["of", "with", "in", "from", "for", "and", "by", "on"];

    /// <summary>Its place among the title's words; -1 for an empty title.</summary>
    public static int Of(IReadOnlyList<string> words, Language language)
    {
        var first = 0;
        while (first < words.Count - 1 && (Counting.Contains(words[first]) || char.IsDigit(words[first][0])))
            first++;
        if (words.Count == 0 || language != Language.English)
            return words.Count == 0 ? -1 : first;
        var head = first;
        for (var at = first; at < words.Count && !EnglishBreaks.Contains(words[at]) && !char.IsDigit(words[at][0]); at++)
            head = at;
        return head;
    }
}
