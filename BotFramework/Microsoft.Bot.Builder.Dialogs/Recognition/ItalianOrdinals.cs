namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>"Primo", "ventunesima", "trentatreesimo"; and parts: "quarti", "un centesimo".</summary>
internal static class ItalianOrdinals
{
    private static readonly string[] Stems = ["prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"];

    /// <summary>
    /// One position, in either gender: "secondi" and "quarti" are times and parts. Only of the first there may be
    /// several.
    /// </summary>
    public static decimal? Value(string word) =>
        word is "primi" or "prime" ? 1 : word is [.. var stem, 'o' or 'a'] ? OfStem(stem) : null;

    /// <summary>Parts are masculine: "tre quarti". "Secondo" is a time, and no part.</summary>
    public static (decimal Value, bool IsPlural)? Denominator(string word) => word switch
    {
        "mezzo" or "mezza" => (2, false),
        "mezzi" or "mezze" => (2, true),
        "milionesimo" => (1e6m, false),
        "milionesimi" => (1e6m, true),
        [.. var stem, 'o' or 'i'] when OfStem(stem) is >= 3 and { } value => (value, word[^1] == 'i'),
        _ => null,
    };

    /// <summary>Past the tenth it is the cardinal without its last vowel, and "esimo".</summary>
    private static decimal? OfStem(string stem)
    {
        var small = Array.IndexOf(Stems, stem);
        if (small >= 0)
            return small + 1;
        return stem.EndsWith("esim", StringComparison.Ordinal) ? OfCardinal(stem[..^4]) : null;
    }

    /// <summary>"Ventitre(e)simo" keeps its vowel, "vent(i)esimo" lost it; "duemill(e)simo" was "duemila".</summary>
    private static decimal? OfCardinal(string stem)
    {
        if (stem.Length < 2)
            return null;
        if (ItalianCardinals.Value(stem) is > 10 and { } whole)
            return whole;
        foreach (var vowel in "oaei")
        {
            if (ItalianCardinals.Value(stem + vowel) is > 10 and { } value)
                return value;
        }
        return stem.EndsWith("mill", StringComparison.Ordinal) ? ItalianCardinals.Value(stem[..^1] + 'a') : null;
    }
}
