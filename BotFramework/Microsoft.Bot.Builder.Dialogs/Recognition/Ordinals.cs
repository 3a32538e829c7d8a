namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Positions in a list, in both languages at once: "il secondo", "la 2ª", "the last one", "twenty-first".</summary>
internal static class Ordinals
{
    /// <summary>The positions named, from 1, in their order; <paramref name="count"/> is that of the last.</summary>
    public static List<FoundNumber> In(string text, int count)
    {
        var tokens = NumberTokenizer.Tokens(text, SpokenLanguage.English);
        var fromLast = new LastOrdinals(tokens);
        OrdinalParser[] fromFirst = [new(tokens, EnglishGrammar.Instance), new(tokens, ItalianGrammar.Instance)];
        var found = new List<FoundNumber>();
        for (var i = 0; i < tokens.Count;)
        {
            var position = fromLast.Read(i, out var next) is { } last ? count + 1 - last : FromFirst(fromFirst, i, out next);
            if (position is { } value)
                found.Add(new FoundNumber(value, tokens[i].Start, tokens[next - 1].End));
            i = next;
        }
        return found;
    }

    private static decimal? FromFirst(OrdinalParser[] parsers, int i, out int next)
    {
        next = i + 1;
        foreach (var parser in parsers)
        {
            if (parser.Read(i, out var behind) is not { } position)
                continue;
            next = behind;
            return position;
        }
        return null;
    }
}
