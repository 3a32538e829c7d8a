using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Cuts an answer into words, numbers in digits, and marks.</summary>
internal static class NumberTokenizer
{
    /// <summary>With the blank behind it, mostly at least.</summary>
    private const int LettersOfAWord = 5;

    public static List<NumberToken> Tokens(string text, SpokenLanguage separators)
    {
        var plain = NumberText.Normalize(text, separators);
        var tokens = new List<NumberToken>(2 + plain.Length / LettersOfAWord);
        for (var i = 0; i < plain.Length;)
        {
            if (DigitRun.BeginsAt(plain, i))
                i = DigitRun.Read(plain, i, separators, tokens);
            else if (IsInWord(plain, i, out var length))
                i = AddWord(plain, i, tokens);
            else
                i = AddMark(plain, i, length, tokens);
        }
        return tokens;
    }

    /// <summary>Adds a token, and notes whether it touches the one before.</summary>
    public static void Add(List<NumberToken> tokens, NumberToken token) =>
        tokens.Add(token with { Touches = tokens is [.., var before] && before.End == token.Start });

    private static int AddWord(string text, int start, List<NumberToken> tokens)
    {
        var (end, hasDigit) = (start, false);
        while (end < text.Length && IsInWord(text, end, out var length))
        {
            hasDigit |= char.IsAsciiDigit(text[end]);
            end += length;
        }
        var raw = text[start..end];
        var isElided = JoinsLetters(text, end);
        Add(tokens, hasDigit
            ? new NumberToken(NumberTokenKind.Code, start, end, raw, raw)
            : new NumberToken(NumberTokenKind.Word, start, end, raw, Words.Fold(raw)) { IsElided = isElided });
        return isElided ? end + 1 : end;
    }

    private static int AddMark(string text, int i, int length, List<NumberToken> tokens)
    {
        var raw = text.Substring(i, length);
        var value = CharUnicodeInfo.GetNumericValue(text, i);
        if (value is > 0 and < 1)
            Add(tokens, new NumberToken(NumberTokenKind.Fraction, i, i + length, raw, raw, (decimal)value));
        else if (!IsSpace(text, i))
            Add(tokens, new NumberToken(NumberTokenKind.Mark, i, i + length, raw, raw));
        return i + length;
    }

    private static bool IsSpace(string text, int i) =>
        char.IsWhiteSpace(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static bool IsInWord(string text, int i, out int length)
    {
        length = 1;
        if (!Rune.TryGetRuneAt(text, i, out var rune))
            return false;
        length = rune.Utf16SequenceLength;
        return Rune.GetUnicodeCategory(rune) <= UnicodeCategory.LetterNumber;
    }

    private static bool JoinsLetters(string text, int i) =>
        i + 1 < text.Length && text[i] is '\'' or '\u2019' or '`' && char.IsLetter(text[i + 1]);
}
