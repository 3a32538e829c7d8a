namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Reads one number of an answer: a whole one, a part, or both, with its sign.</summary>
internal sealed class NumberParser(List<NumberToken> tokens, NumberGrammar grammar)
{
    private readonly CardinalParser _cardinals = new(tokens, grammar);
    private readonly FractionParser _fractions = new(tokens, grammar);

    /// <summary>The number that begins with token <paramref name="i"/>, or null; <paramref name="next"/> is the token behind it.</summary>
    /// <param name="free">The first token that belongs to no number before this one.</param>
    public FoundNumber? Read(int i, int free, out int next)
    {
        next = i + 1;
        if (IsGlued(i) || Amount(i) is not { } amount)
            return null;
        next = PastPercent(amount.Next);
        var sign = Sign(i, free, next);
        var end = tokens[amount.Next - 1].End;
        return sign < i ? new FoundNumber(-amount.Value, tokens[sign].Start, end) : new FoundNumber(amount.Value, tokens[i].Start, end);
    }

    private Cardinal? Amount(int i)
    {
        if (tokens[i].Kind == NumberTokenKind.Fraction)
            return _cardinals.PastUnit(i + 1) is { } next ? _fractions.Multiplied(tokens[i].Value, next) : null;
        if (_cardinals.WordAt(i) is not { } word)
            return _cardinals.Read(i) is { } digits ? _fractions.Added(digits) : null;
        if (grammar.Half.Contains(word))
            return _fractions.HalfOf(i + 1) ?? (IsAlone(i) ? new Cardinal(0.5m, i + 1) : null);
        if (grammar.Articles.Contains(word))
            return AfterArticle(i);
        if (_cardinals.Read(i) is { } whole)
            return whole.Next == i + 1 && whole.Value == 1 && IsNoCount(i) ? null : _fractions.Added(whole);
        // "Dozen, please."
        return _cardinals.Multiplier(i) is { } amount && word.Length > 1 && IsAlone(i) ? new Cardinal(amount, i + 1) : null;
    }

    /// <summary>"Un paio", "a hundred", "a quarter"; a bare article is one only when it is the whole answer, or counts one thing.</summary>
    private Cardinal? AfterArticle(int i)
    {
        if (_cardinals.ReadCounted(i + 1) is { } counted)
            return _fractions.Added(counted);
        if (_fractions.Part(i + 1) is { } part)
            return part;
        if (!grammar.ArticleIsOne)
            return null;
        if (_fractions.Added(new Cardinal(1, i + 1)) is var one && one.Next > i + 1)
            return one;
        var isNoCount = _cardinals.Value(i + 1) is not null || (_cardinals.WordAt(i + 1) is { } after && grammar.Uncounted.Contains(after));
        return !isNoCount && IsAlone(i) ? new Cardinal(1, i + 1) : null;
    }

    /// <summary>"This one" points, and "one second" is a while.</summary>
    private bool IsNoCount(int i) =>
        (i > 0 && _cardinals.WordAt(i - 1) is { } before && grammar.Pointing.Contains(before))
        || (_cardinals.WordAt(i + 1) is { } after && grammar.Uncounted.Contains(after));

    /// <summary>True when, but for polite words, this word and at most one more are all there is.</summary>
    private bool IsAlone(int i)
    {
        var others = 0;
        for (var other = 0; other < tokens.Count; other++)
        {
            if (other == i || SaysNothing(tokens[other]))
                continue;
            if (other < i || ++others > 1)
                return false;
        }
        return true;
    }

    private bool SaysNothing(NumberToken token) =>
        token.Kind == NumberTokenKind.Mark || grammar.Fillers.Contains(token.Text) || grammar.Articles.Contains(token.Text);

    /// <summary>Letters behind digits were read with them, or made a code of them.</summary>
    private bool IsGlued(int i) => i > 0 && tokens[i].Touches && tokens[i].Kind == NumberTokenKind.Word
        && tokens[i - 1].Kind is NumberTokenKind.Number or NumberTokenKind.Fraction or NumberTokenKind.Code;

    private int PastPercent(int i)
    {
        if (i < tokens.Count && tokens[i].IsMark('%'))
            return i + 1;
        foreach (var words in grammar.Percent)
        {
            if (AreSaid(words, i))
                return i + words.Length;
        }
        return i;
    }

    private bool AreSaid(string[] words, int i)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (_cardinals.WordAt(i + at) != words[at])
                return false;
        }
        return true;
    }

    /// <summary>
    /// Where the minus of the number stands, or <paramref name="i"/> without one. Between two numbers it makes a range; with
    /// a space behind it, it begins the line of a list, unless the number is all that was written.
    /// </summary>
    private int Sign(int i, int free, int next)
    {
        var sign = i - 1;
        if (sign < 0 || (sign == free && free > 0))
            return i;
        if (_cardinals.WordAt(sign) is { } word)
            return grammar.Minus.Contains(word) ? sign : i;
        if (!tokens[sign].IsMark('-') || (tokens[sign].Touches && tokens[sign - 1].Kind != NumberTokenKind.Mark))
            return i;
        return tokens[i].Touches || (sign == 0 && next == tokens.Count) ? sign : i;
    }
}
