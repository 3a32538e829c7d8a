namespace CommerceBot.Catalog.Search;

/// <summary>What is indexed and what is asked, made alike. A shopper's text never reaches the index as syntax.</summary>
internal static class SearchText
{
    private const int LongestQuestion = 200;
    private const int MostWords = 12;

    /// <summary>A text as the index keeps it: stems, with a blank between.</summary>
    public static string Index(string text) => string.Join(' ', Words.Of(text).Select(Endings.Drop));

    /// <summary>The question as FTS5 takes it; null when there is nothing to look for. The last word may be unfinished.</summary>
    public static SearchQuestion? Ask(string text)
    {
        var asked = text.Length > LongestQuestion ? text[..LongestQuestion] : text;
        var stems = LittleWords.Without(Words.Of(asked)).Select(Endings.Drop).Distinct().Take(MostWords).ToList();
        if (stems.Count == 0)
            return null;
        // Words are letters and digits alone, so quotation marks around them cannot be broken out of.
        var terms = stems.Select((stem, i) => i == stems.Count - 1 ? $"\"{stem}\"*" : $"\"{stem}\"").ToList();
        return new SearchQuestion(string.Join(" AND ", terms), string.Join(" OR ", terms));
    }
}

/// <param name="AllWords">Finds what holds every word.</param>
/// <param name="AnyWord">Finds what holds one at least.</param>
internal sealed record SearchQuestion(string AllWords, string AnyWord);
