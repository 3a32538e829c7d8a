namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Reads one position counted from the first: "the 21st", "twenty-first", "il ventunesimo", "la 2ª".</summary>
internal sealed class OrdinalParser(List<NumberToken> tokens, NumberGrammar grammar)
{
    /// <summary>A position after these is none: "un secondo" is a while, "second" of "one second" too.</summary>
    private static readonly HashSet<string> NotAfter = ["un", "una", "a", "an", "one", "due", "just"];

    /// <summary>Nor is it before these: "secondo me", "prima di pagare", "first of all".</summary>
    private static readonly HashSet<string> NotBefore = ["me", "te", "lui", "lei", "noi", "voi", "di", "che", "of"];

    private static readonly HashSet<string> Suffixes =
        ["st", "nd", "rd", "th", "o", "a", "ª", "º", "esimo", "esima", "esimi", "esime"];

    private readonly CardinalParser _cardinals = new(tokens, grammar);

    /// <summary>
    /// The position that begins with token <paramref name="i"/>, or null; <paramref name="next"/> is the token behind it.
    /// </summary>
    public decimal? Read(int i, out int next)
    {
        next = i + 1;
        if (tokens[i].Kind == NumberTokenKind.Number)
            return WithSuffix(i, ref next);
        if (_cardinals.WordAt(i) is not { } word)
            return null;
        if (grammar.Ordinal(word) is { } position)
            return IsPosition(i) ? position : null;
        return _cardinals.Value(i) is not null || grammar.Articles.Contains(word) ? Composed(i, ref next) : null;
    }

    private decimal? WithSuffix(int i, ref int next)
    {
        if (i + 1 >= tokens.Count || !tokens[i + 1].Touches || !tokens[i].Raw.All(char.IsAsciiDigit))
            return null;
        var suffix = _cardinals.PastHyphen(i + 1);
        if (!tokens[suffix].IsMark('°') && !Suffixes.Contains(tokens[suffix].Text))
            return null;
        next = suffix + 1;
        return tokens[i].Value;
    }

    /// <summary>"Twenty-first", "one hundred and second", "two hundredth": whole numbers, and an ordinal that fits behind them.</summary>
    private decimal? Composed(int i, ref int next)
    {
        if ((grammar.Articles.Contains(tokens[i].Text) ? _cardinals.ReadCounted(i + 1) : _cardinals.Read(i)) is not { } whole)
            return null;
        var at = _cardinals.PastHyphen(whole.Next);
        if (_cardinals.WordAt(at) is { } and && grammar.And.Contains(and))
            at++;
        if (_cardinals.WordAt(at) is not { } word || grammar.Ordinal(word) is not { } last)
            return null;
        var isScale = last >= 100 && whole.Value < last;
        if (!isScale && last >= CardinalSum.ScaleOf(whole.Value))
            return null;
        next = at + 1;
        return isScale ? whole.Value * last : whole.Value + last;
    }

    private bool IsPosition(int i)
    {
        var (before, after) = (i > 0 ? _cardinals.WordAt(i - 1) : null, _cardinals.WordAt(i + 1));
        if ((before is not null && NotAfter.Contains(before)) || (after is not null && NotBefore.Contains(after)))
            return false;
        // "Prima" alone is a position; in a sentence it mostly means before.
        return tokens[i].Text != "prima" || tokens.Count(token => token.Kind != NumberTokenKind.Mark) == 1 || before is "la";
    }
}
