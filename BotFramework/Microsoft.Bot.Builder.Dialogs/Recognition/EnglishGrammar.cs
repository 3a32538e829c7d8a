namespace Microsoft.Bot.Builder.Dialogs.Recognition;

internal static class EnglishGrammar
{
    private static readonly Dictionary<string, decimal> Cardinals = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8,
        ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15,
        ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40,
        ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, decimal> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8,
        ["ninth"] = 9, ["tenth"] = 10, ["eleventh"] = 11, ["twelfth"] = 12, ["thirteenth"] = 13, ["fourteenth"] = 14, ["fifteenth"] = 15,
        ["sixteenth"] = 16, ["seventeenth"] = 17, ["eighteenth"] = 18, ["nineteenth"] = 19, ["twentieth"] = 20, ["thirtieth"] = 30,
        ["fortieth"] = 40, ["fiftieth"] = 50, ["sixtieth"] = 60, ["seventieth"] = 70, ["eightieth"] = 80, ["ninetieth"] = 90,
        ["hundredth"] = 100, ["thousandth"] = 1000, ["millionth"] = 1e6m, ["billionth"] = 1e9m, ["trillionth"] = 1e12m,
    };

    public static NumberGrammar Instance { get; } = new()
    {
        Cardinal = word => Cardinals.TryGetValue(word, out var value) ? value : null,
        Ordinal = word => Ordinals.TryGetValue(word, out var value) ? value : null,
        Denominator = Denominator,
        Scales = new Dictionary<string, decimal>(NumberScales.Shared)
        {
            ["hundred"] = 100, ["hundreds"] = 100, ["lakh"] = 1e5m, ["lakhs"] = 1e5m, ["crore"] = 1e7m, ["crores"] = 1e7m, ["mil"] = 1e6m,
        },
        Collections = new Dictionary<string, decimal> { ["couple"] = 2, ["pair"] = 2, ["pairs"] = 2, ["dozen"] = 12, ["dozens"] = 12 },
        Articles = ["a", "an"],
        ArticleIsOne = false,
        And = ["and"],
        Of = ["of"],
        Half = ["half"],
        Point = ["point", "comma"],
        Minus = ["minus", "negative"],
        Percent = [["percent"], ["per", "cent"], ["pct"]],
        Pointing =
        [
            "this", "that", "the", "last", "first", "other", "another", "which", "any", "no", "every", "each", "big", "small",
            "red", "blue",
        ],
        Fillers = ["just", "only", "please", "thanks", "i", "want", "take", "ll", "about"],
        Uncounted = ["second", "moment", "minute", "bit", "few", "question", "lot"],
    };

    /// <summary>"Second" is a time, and no part.</summary>
    private static (decimal Value, bool IsPlural)? Denominator(string word) => word switch
    {
        "half" => (2, false),
        "halves" => (2, true),
        "quarter" => (4, false),
        "quarters" => (4, true),
        _ when Ordinals.TryGetValue(word, out var one) && one >= 3 => (one, false),
        [.. var single, 's'] when Ordinals.TryGetValue(single, out var several) && several >= 3 => (several, true),
        _ => null,
    };
}
