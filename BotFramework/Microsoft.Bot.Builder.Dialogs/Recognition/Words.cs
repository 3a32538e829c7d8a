using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>
/// A word, an emoji or a punctuation mark, from <see cref="Start"/> up to <see cref="End"/>. Folded: no case, no
/// accents.
/// </summary>
internal readonly record struct Word(int Start, int End, string Folded, bool IsPunctuation);

internal static class Words
{
    /// <summary>An answer is short. What comes after is not read, so that a book costs no more than a page.</summary>
    public const int LongestAnswer = 2_000;

    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Letters and digits make words; an emoji is a word; every other mark is punctuation.</summary>
    public static List<Word> In(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < Math.Min(text.Length, LongestAnswer);)
        {
            var kind = KindAt(text, i, out var length);
            var end = i + length;
            if (kind == Kind.Letter)
                end = EndOfWord(text, end);
            else if (kind == Kind.Symbol)
                end = EndOfSymbol(text, end);
            if (kind != Kind.Space && !JoinsLetters(text, i))
                words.Add(
                    new Word(
                        i, end, kind == Kind.Letter ? Fold(text.AsSpan(i, end - i)) : text.Substring(i, length), kind == Kind.Punctuation));
            i = end;
        }
        return words;
    }

    /// <summary>"Caffè" and "caffe" become the same.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        return Fold(word.ToString());
    }

    /// <summary>The word itself when there is nothing to fold.</summary>
    public static string Fold(string word)
    {
        var lower = word.ToLowerInvariant();
        if (Ascii.IsValid(lower))
            return lower;
        var folded = new StringBuilder(lower.Length);
        foreach (var letter in Decomposed(lower))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(letter);
        }
        return folded.ToString();
    }

    /// <summary>Text with half a surrogate pair has no normal form; it is compared as it is.</summary>
    private static string Decomposed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 ? text : text.Normalize(NormalizationForm.FormD);

    /// <summary>An apostrophe inside "l'ultimo" or "don't" parts words and is none; at the end ("si'") it is an accent.</summary>
    private static bool JoinsLetters(string text, int i) =>
        text[i] is '\'' or '\u2019' or '`' && i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    private static int EndOfWord(string text, int i)
    {
        while (i < text.Length && KindAt(text, i, out var length) == Kind.Letter)
            i += length;
        return i;
    }

    /// <summary>What follows an emoji and belongs to it: variation selectors, skin tones, and whatever is joined on.</summary>
    private static int EndOfSymbol(string text, int i)
    {
        while (i < text.Length && Rune.TryGetRuneAt(text, i, out var rune))
        {
            if (rune.Value == ZeroWidthJoiner)
                i += i + 1 < text.Length && Rune.TryGetRuneAt(text, i + 1, out var joined) ? 1 + joined.Utf16SequenceLength : 1;
            else if (rune.Value is 0xFE0E or 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF))
                i += rune.Utf16SequenceLength;
            else
                break;
        }
        return i;
    }

    private static Kind KindAt(string text, int i, out int length)
    {
        length = 1;
        if (!Rune.TryGetRuneAt(text, i, out var rune))
            return Kind.Punctuation;
        length = rune.Utf16SequenceLength;
        if (Rune.IsWhiteSpace(rune))
            return Kind.Space;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherNumber => Kind.Letter,
            UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol when rune.Value > 0x7F => Kind.Symbol,
            UnicodeCategory.Control or UnicodeCategory.Format => Kind.Space,
            _ => Kind.Punctuation,
        };
    }

    private enum Kind
    {
        Space,
        Letter,
        Symbol,
        Punctuation,
    }
}
