namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>A whole number, and the token behind it.</summary>
/// <param name="BeforeAnd">See <see cref="CardinalSum.BeforeAnd"/>.</param>
/// <param name="LastScale">See <see cref="CardinalSum.LastScale"/>.</param>
internal readonly record struct Cardinal(decimal Value, int Next, decimal? BeforeAnd = null, decimal LastScale = 0);

/// <summary>Reads whole numbers in words, in digits and in both: "two hundred and five", "2 milioni 300 mila", "10k".</summary>
internal sealed class CardinalParser(List<NumberToken> tokens, NumberGrammar grammar)
{
    /// <summary>The number that begins with token <paramref name="i"/>, or null.</summary>
    public Cardinal? Read(int i)
    {
        if (tokens[i].Kind == NumberTokenKind.Number)
            return ReadDigits(i);
        return Value(i) is { } first ? ReadOn(new CardinalSum(first, false), i + 1) : null;
    }

    /// <summary>What an article counts: "a hundred and five", "un paio di milioni".</summary>
    public Cardinal? ReadCounted(int i)
    {
        var sum = new CardinalSum(1, false);
        return ReadOn(sum, i) is { } counted && counted.Next > i ? counted : null;
    }

    /// <summary>What multiplies the number before it, or null.</summary>
    public decimal? Multiplier(int i)
    {
        if (WordAt(i) is not { } word)
            return null;
        return grammar.Scales.TryGetValue(word, out var scale) || grammar.Collections.TryGetValue(word, out scale) ? scale : null;
    }

    /// <summary>A number word alone, its last vowel put back where an apostrophe stands for it.</summary>
    public decimal? Value(int i)
    {
        if (WordAt(i) is not { } word)
            return null;
        if (grammar.Cardinal(word) is { } value || !tokens[i].IsElided || grammar.Articles.Contains(word))
            return grammar.Cardinal(word);
        foreach (var vowel in "oaie")
        {
            if (grammar.Cardinal(word + vowel) is { } whole)
                return whole;
        }
        return null;
    }

    /// <summary>The folded word at <paramref name="i"/>; null for everything else.</summary>
    public string WordAt(int i) => i < tokens.Count && tokens[i].Kind == NumberTokenKind.Word ? tokens[i].Text : null;

    /// <summary>Passes over a hyphen that joins two words: "twenty-one", "two-thirds".</summary>
    public int PastHyphen(int i) =>
        i > 0 && i + 1 < tokens.Count && tokens[i].IsMark('-') && tokens[i].Touches && tokens[i + 1].Touches ? i + 1 : i;

    /// <summary>Passes over a unit that touches the digits before it; null when other letters make a code of them.</summary>
    public int? PastUnit(int i)
    {
        if (i >= tokens.Count || !tokens[i].Touches || tokens[i].Kind is not (NumberTokenKind.Word or NumberTokenKind.Code))
            return i;
        return NumberScales.Units.Contains(tokens[i].Text) ? i + 1 : null;
    }

    private Cardinal? ReadDigits(int i)
    {
        var sum = new CardinalSum(tokens[i].Value, true);
        if (i + 1 >= tokens.Count || !tokens[i + 1].Touches || tokens[i + 1].Kind == NumberTokenKind.Mark)
            return ReadOn(sum, i + 1);
        if (NumberScales.Glued.TryGetValue(tokens[i + 1].Raw, out var scale) && sum.TryScale(scale))
            return ReadOn(sum, i + 2);
        if (tokens[i + 1].Kind == NumberTokenKind.Fraction || Multiplier(i + 1) is not null)
            return ReadOn(sum, i + 1);
        return PastUnit(i + 1) is { } next ? new Cardinal(sum.Value, next) : null;
    }

    private Cardinal? ReadOn(CardinalSum sum, int next)
    {
        while (next < tokens.Count && Takes(sum, next, out var taken))
            next = taken;
        return sum.IsTooGreat ? null : new Cardinal(sum.Value, next, sum.BeforeAnd, sum.LastScale);
    }

    private bool Takes(CardinalSum sum, int i, out int next)
    {
        var joined = PastHyphen(i);
        next = joined + 1;
        if (Multiplies(sum, joined))
            return true;
        if (sum.LastScale > 0 && WordAt(i) is { } of && grammar.Of.Contains(of) && Multiplies(sum, i + 1))
        {
            next = i + 2;
            return true;
        }
        var isAnd = WordAt(i) is { } and && grammar.And.Contains(and);
        var at = isAnd ? i + 1 : joined == i && sum.EndsInTens && tokens[i].IsMark('-') ? i + 1 : joined;
        next = at + 1;
        return at < tokens.Count && (Value(at) is { } more
            ? sum.TryAdd(more, false, isAnd)
            : tokens[at].Kind == NumberTokenKind.Number && (at == i || isAnd) && AddsDigits(sum, at, isAnd));
    }

    private bool Multiplies(CardinalSum sum, int i)
    {
        if (WordAt(i) is not { } word)
            return false;
        return grammar.Scales.TryGetValue(word, out var scale)
            ? sum.TryScale(scale)
            : grammar.Collections.TryGetValue(word, out var amount) && sum.TryCollect(amount);
    }

    /// <summary>Letters that touch further digits would need reading again: such digits are a number of their own.</summary>
    private bool AddsDigits(CardinalSum sum, int i, bool isAnd) =>
        (i + 1 >= tokens.Count || !tokens[i + 1].Touches || tokens[i + 1].Kind == NumberTokenKind.Mark)
        && tokens[i].Value == decimal.Truncate(tokens[i].Value) && sum.TryAdd(tokens[i].Value, true, isAnd);
}
