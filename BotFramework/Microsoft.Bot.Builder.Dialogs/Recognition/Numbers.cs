namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The numbers in what somebody wrote, in digits or in words, in their order.</summary>
internal static class Numbers
{
    /// <summary>Words are read in the given language, and in the other one when it says nothing.</summary>
    public static List<FoundNumber> In(string text, SpokenLanguage language)
    {
        var words = Words.In(text);
        var found = Read(text, words, language, language);
        return found.Count > 0 ? found : Read(text, words, language, Other(language));
    }

    private static List<FoundNumber> Read(string text, List<Word> words, SpokenLanguage separators, SpokenLanguage spoken)
    {
        var found = new List<FoundNumber>();
        var reader = new NumberWords(words, spoken);
        for (var i = 0; i < words.Count;)
        {
            int next;
            if (char.IsAsciiDigit(text[words[i].Start]))
            {
                var digits = Digits.Read(text, words[i].Start, separators, out var end);
                next = FirstFrom(words, i + 1, end);
                if (digits is { } number)
                    found.Add(reader.Scaled(number, i, ref next));
            }
            else if (reader.Read(i, out next) is { } number)
            {
                found.Add(number);
            }
            i = next;
        }
        return found;
    }

    private static int FirstFrom(List<Word> words, int i, int position)
    {
        while (i < words.Count && words[i].Start < position)
            i++;
        return i;
    }

    private static SpokenLanguage Other(SpokenLanguage language) =>
        language == SpokenLanguage.Italian ? SpokenLanguage.English : SpokenLanguage.Italian;
}
