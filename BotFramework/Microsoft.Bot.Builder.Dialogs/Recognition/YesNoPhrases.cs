namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The phrases for yes, for no, and for neither, without case and accents.</summary>
internal static class YesNoPhrases
{
    /// <param name="Answer">Null for "I don't know".</param>
    public sealed record Phrase(string[] Words, bool? Answer);

    private static readonly string[] YesAnywhere =
        ["si", "yes", "yeah", "yep", "yup", "ok", "okay", "okey", "👍", "👌", "✅", "✔", "🆗"];

    private static readonly string[] NoAnywhere = ["no", "nope", "👎", "❌", "🚫"];

    private static readonly string[] YesItalian =
    [
        "s",
        "certo",
        "certamente",
        "sicuro",
        "sicuramente",
        "va bene",
        "va benissimo",
        "vabbene",
        "vabene",
        "d accordo",
        "daccordo",
        "esatto",
        "esattamente",
        "giusto",
        "corretto",
        "perfetto",
        "volentieri",
        "ovvio",
        "ovviamente",
        "perche no",
        "come no",
        "confermo",
        "confermato",
        "procedi",
        "procediamo",
        "nessun problema",
        "senza problemi",
        "no problem",
        "vero",
        "assolutamente si",
        "eccome",
        "mi va",
    ];

    private static readonly string[] NoItalian =
    [
        "n",
        "no grazie",
        "certo che no",
        "certamente no",
        "sicuramente no",
        "assolutamente no",
        "ovviamente no",
        "per niente",
        "per nulla",
        "niente affatto",
        "neanche per sogno",
        "meglio di no",
        "non ancora",
        "non adesso",
        "non ora",
        "non voglio",
        "non mi va",
        "non confermo",
        "direi di no",
        "falso",
        "sbagliato",
    ];

    private static readonly string[] UnsureItalian =
    [
        "boh",
        "forse",
        "magari",
        "non lo so",
        "non so",
        "non saprei",
        "non sono sicuro",
        "non sono sicura",
        "non sono certo",
        "non sono certa",
    ];

    private static readonly string[] YesEnglish =
        ["y", "ya", "yea", "aye", "sure", "certainly", "of course", "absolutely", "definitely", "indeed", "correct", "exactly", "right",
         "that s right", "fine", "agreed", "go ahead", "sounds good", "why not", "no problem", "please do", "i do", "i agree", "confirm",
         "i confirm", "true", "alright", "all right", "you bet"];

    private static readonly string[] NoEnglish =
        ["n", "nah", "nay", "not now", "not yet", "no way", "no thanks", "no thank you", "of course not", "certainly not", "absolutely not",
         "definitely not", "not really", "not at all", "i don t", "don t", "i do not", "do not", "false", "wrong", "incorrect",
         "that s not right", "not right", "never"];

    private static readonly string[] UnsureEnglish =
        ["maybe", "perhaps", "not sure", "i m not sure", "no idea", "i don t know", "don t know", "i do not know", "dunno", "not certain"];

    private static readonly Dictionary<string, Phrase[]> Italian = Index(YesItalian, NoItalian, UnsureItalian);
    private static readonly Dictionary<string, Phrase[]> English = Index(YesEnglish, NoEnglish, UnsureEnglish);

    /// <summary>The longest phrase that begins with word <paramref name="i"/>.</summary>
    public static Phrase At(List<Word> words, int i, SpokenLanguage language)
    {
        var phrases = language == SpokenLanguage.Italian ? Italian : English;
        return phrases.TryGetValue(words[i].Folded, out var candidates)
            ? Array.Find(candidates, phrase => StandsAt(phrase, words, i))
            : null;
    }

    private static bool StandsAt(Phrase phrase, List<Word> words, int i)
    {
        foreach (var wanted in phrase.Words)
        {
            if (i >= words.Count || words[i].Folded != wanted)
                return false;
            i++;
        }
        return true;
    }

    private static Dictionary<string, Phrase[]> Index(string[] yes, string[] no, string[] unsure) =>
        Phrases(YesAnywhere, true).Concat(Phrases(NoAnywhere, false))
            .Concat(Phrases(yes, true)).Concat(Phrases(no, false)).Concat(Phrases(unsure, null))
            .GroupBy(phrase => phrase.Words[0])
            .ToDictionary(
                group => group.Key,
                group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    private static IEnumerable<Phrase> Phrases(string[] phrases, bool? answer) =>
        phrases.Select(phrase => new Phrase(phrase.Split(' '), answer));
}
