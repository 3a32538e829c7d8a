namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The words around numbers in one language, without case and accents.</summary>
internal sealed class Vocabulary
{
    public required Func<string, int?> Value { get; init; }

    /// <summary>What multiplies the number before it.</summary>
    public required IReadOnlyDictionary<string, int> Scales { get; init; }

    /// <summary>Amounts that take an article: "un paio", "a dozen". They multiply too: "due dozzine".</summary>
    public required IReadOnlyDictionary<string, int> Collections { get; init; }

    public required HashSet<string> Articles { get; init; }

    public required HashSet<string> And { get; init; }

    public required HashSet<string> Half { get; init; }

    public required HashSet<string> Point { get; init; }

    public required HashSet<string> Minus { get; init; }

    /// <summary>After these, a word for one points at something: "this one".</summary>
    public required HashSet<string> Pointing { get; init; }

    /// <summary>Words that say nothing about the number: "solo una, grazie".</summary>
    public required HashSet<string> Fillers { get; init; }

    /// <summary>After an article, these count nothing: "un attimo".</summary>
    public required HashSet<string> Uncounted { get; init; }

    public static Vocabulary Of(SpokenLanguage language) => language == SpokenLanguage.Italian ? Italian : English;

    private static readonly Vocabulary Italian = new()
    {
        Value = ItalianNumbers.Value,
        Scales = new Dictionary<string, int> { ["cento"] = 100, ["mila"] = 1000, ["milione"] = 1_000_000, ["milioni"] = 1_000_000, ["miliardo"] = 1_000_000_000, ["miliardi"] = 1_000_000_000 },
        Collections = new Dictionary<string, int> { ["paio"] = 2, ["paia"] = 2, ["coppia"] = 2, ["coppie"] = 2, ["decina"] = 10, ["decine"] = 10, ["dozzina"] = 12, ["dozzine"] = 12, ["ventina"] = 20, ["centinaio"] = 100, ["centinaia"] = 100, ["migliaio"] = 1000, ["migliaia"] = 1000 },
        Articles = ["un", "una", "uno"],
        And = ["e", "ed"],
        Half = ["mezzo", "mezza"],
        Point = ["virgola", "punto"],
        Minus = ["meno"],
        Pointing = ["quell", "quello", "quella", "ultimo", "primo", "ogni", "qualche", "l", "nessun"],
        Fillers = ["solo", "soltanto", "solamente", "grazie", "per", "favore", "ne", "vorrei", "voglio", "prendo", "me", "pezzo", "basta", "mi", "circa", "quasi"],
        Uncounted = ["attimo", "momento", "secondo", "minuto", "po", "altro", "altra", "cosa", "domanda", "informazione", "volta"],
    };

    private static readonly Vocabulary English = new()
    {
        Value = EnglishNumbers.Value,
        Scales = new Dictionary<string, int> { ["hundred"] = 100, ["thousand"] = 1000, ["million"] = 1_000_000, ["billion"] = 1_000_000_000 },
        Collections = new Dictionary<string, int> { ["couple"] = 2, ["pair"] = 2, ["pairs"] = 2, ["dozen"] = 12, ["dozens"] = 12 },
        Articles = ["a", "an"],
        And = ["and"],
        Half = ["half"],
        Point = ["point", "comma"],
        Minus = ["minus", "negative"],
        Pointing = ["this", "that", "the", "last", "first", "other", "another", "which", "any", "no", "every", "each", "big", "small", "red", "blue"],
        Fillers = ["just", "only", "please", "thanks", "i", "want", "take", "ll", "about"],
        Uncounted = ["second", "moment", "minute", "bit", "few", "question", "lot"],
    };
}
