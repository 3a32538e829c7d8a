namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Understands yes and no. What says both, or is unsure, is neither: better to ask again than to guess.</summary>
internal static class YesNo
{
    /// <summary>Words that may follow an unaccented "si" that means yes; before a verb it is a pronoun ("si può pagare?").</summary>
    private static readonly HashSet<string> AfterYes =
    [
        "grazie",
        "certo",
        "ok",
        "dai",
        "per",
        "pure",
        "perfetto",
        "voglio",
        "vorrei",
        "confermo",
        "procedi",
        "prego",
        "volentieri",
        "esatto",
        "assolutamente",
        "please",
        "thanks",
        "lo",
        "la",
        "mi",
    ];

    private static readonly HashSet<string> Negations = ["non", "not", "never", "mai", "nemmeno", "neanche", "mica"];

    public static bool? In(string text, SpokenLanguage language)
    {
        var words = Words.In(text);
        bool? verdict = null;
        for (var i = 0; i < words.Count;)
        {
            if (YesNoPhrases.At(words, i, language) is not { } phrase || IsPronoun(text, words, i))
            {
                i++;
                continue;
            }
            if (phrase.Answer is not { } answer)
                return null;
            var said = answer && !IsNegated(words, i);
            if (verdict is { } before && before != said)
                return null;
            verdict = said;
            i += phrase.Words.Length;
        }
        return verdict;
    }

    private static bool IsNegated(List<Word> words, int i)
    {
        for (var back = 1; back <= 2 && i - back >= 0 && !words[i - back].IsPunctuation; back++)
        {
            if (Negations.Contains(words[i - back].Folded))
                return true;
        }
        return false;
    }

    private static bool IsPronoun(string text, List<Word> words, int i)
    {
        var word = words[i];
        if (word.Folded != "si" || !text.AsSpan(word.Start, word.End - word.Start).Equals("si", StringComparison.OrdinalIgnoreCase))
            return false;
        if (i == words.Count - 1)
            return false;
        var next = words[i + 1];
        // "si'" and "si," are yes; so is "si grazie".
        return !next.IsPunctuation && !AfterYes.Contains(next.Folded) && next.Folded != "si";
    }
}
