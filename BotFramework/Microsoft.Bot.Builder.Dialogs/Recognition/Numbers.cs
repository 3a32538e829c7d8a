namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The numbers in what somebody wrote, in digits or in words, in their order.</summary>
internal static class Numbers
{
    /// <summary>Words are read in the given language, and in the other one when it says nothing.</summary>
    public static List<FoundNumber> In(string text, SpokenLanguage language)
    {
        var tokens = NumberTokenizer.Tokens(text, language);
        var found = Read(tokens, NumberGrammar.For(language));
        return found.Count > 0 ? found : Read(tokens, NumberGrammar.For(Other(language)));
    }

    private static List<FoundNumber> Read(List<NumberToken> tokens, NumberGrammar grammar)
    {
        var found = new List<FoundNumber>();
        var parser = new NumberParser(tokens, grammar);
        var free = 0;
        for (var i = 0; i < tokens.Count;)
        {
            if (parser.Read(i, free, out var next) is { } number)
            {
                found.Add(number);
                free = next;
            }
            i = next;
        }
        return found;
    }

    private static SpokenLanguage Other(SpokenLanguage language) =>
        language == SpokenLanguage.Italian ? SpokenLanguage.English : SpokenLanguage.Italian;
}
