namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>What is written in digits, with whatever joins them: a number, a fraction, a range, or a code.</summary>
internal static class DigitRun
{
    private const int LongestRange = 12;

    /// <summary>A digit, or the point of ".5".</summary>
    public static bool BeginsAt(string text, int i) =>
        char.IsAsciiDigit(text[i])
        || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])
            && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '-' or '+' or '(' or '$' or '€' or '£'));

    /// <summary>Adds the tokens of the run that begins at <paramref name="start"/>; answers where to read on.</summary>
    public static int Read(string text, int start, SpokenLanguage separators, List<NumberToken> tokens)
    {
        var end = SpacedGroups.End(text, start);
        if (end > start)
        {
            Add(tokens, NumberTokenKind.Number, text, start, end, DigitValue.Of(SpacedGroups.Joined(text, start, end), separators));
            return end;
        }

        end = EndOfRun(text, start);
        var dash = text.AsSpan(start, end - start).IndexOfAny('-', '\u2013');
        if (dash >= 0)
            AddRange(text, start, start + dash, end, separators, tokens);
        else if (text.AsSpan(start, end - start).Contains('/'))
            Add(tokens, NumberTokenKind.Fraction, text, start, end, DigitValue.OfFraction(text.AsSpan(start, end - start)));
        else
            AddNumber(text, start, ref end, separators, tokens);
        return end;
    }

    private static void AddNumber(string text, int start, ref int end, SpokenLanguage separators, List<NumberToken> tokens)
    {
        var value = Exponents.Applied(text, DigitValue.Of(text.AsSpan(start, end - start), separators), ref end);
        Add(tokens, NumberTokenKind.Number, text, start, end, value);
    }

    private static int EndOfRun(string text, int i)
    {
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || JoinsDigits(text, i)))
            i++;
        return i;
    }

    private static bool JoinsDigits(string text, int i) =>
        text[i] is '.' or ',' or '\'' or '\u2019' or '/' or ':' or '-' or '\u2013' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);

    /// <summary>"12-15" are two numbers, "1-1/2" is one and a half; "2026-11-23" and "333-1234567" are neither.</summary>
    private static void AddRange(string text, int start, int dash, int end, SpokenLanguage separators, List<NumberToken> tokens)
    {
        var first = text.AsSpan(start, dash - start);
        var second = text.AsSpan(dash + 1, end - dash - 1);
        var isFraction = second.Contains('/');
        var from = DigitValue.Of(first, separators);
        var to = isFraction ? DigitValue.OfFraction(second) : DigitValue.Of(second, separators);
        if (from is null || to is null || !(isFraction ? to < 1 : IsRange(first, second, from.Value, to.Value)))
        {
            Add(tokens, NumberTokenKind.Code, text, start, end, null);
            return;
        }
        Add(tokens, NumberTokenKind.Number, text, start, dash, from);
        Add(tokens, isFraction ? NumberTokenKind.Fraction : NumberTokenKind.Number, text, dash + 1, end, to);
    }

    /// <summary>No leading zeros, and of like size: the rest are telephone numbers, days and codes.</summary>
    private static bool IsRange(ReadOnlySpan<char> first, ReadOnlySpan<char> second, decimal from, decimal to) =>
        !(first is ['0', >= '0' and <= '9', ..] || second is ['0', >= '0' and <= '9', ..])
        && first.Length + second.Length <= LongestRange && second.Length <= first.Length + 2
        && (to > from || (first.Length <= 3 && second.Length <= 3));

    private static void Add(List<NumberToken> tokens, NumberTokenKind kind, string text, int start, int end, decimal? value)
    {
        var raw = text[start..end];
        NumberTokenizer.Add(tokens, new NumberToken(value is null ? NumberTokenKind.Code : kind, start, end, raw, raw, value ?? 0));
    }
}
