using System.Globalization;
using System.Text;

namespace CommerceBot.Catalog.Search;

/// <summary>Cuts text into words without case or accents: <c>L'Olio di Caffè</c> is l, olio, di, caffe.</summary>
internal static class Words
{
    private const int Small = 64;

    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        if (Ascii.IsValid(text))
        {
            Plain(text, words);
            return words;
        }

        var word = new StringBuilder();
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                continue;
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Spell(Rune.ToLowerInvariant(rune)));
            else
                End(words, word);
        }

        End(words, word);
        return words;
    }

    /// <summary>Most texts need no folding: nothing is made but the words themselves.</summary>
    private static void Plain(ReadOnlySpan<char> text, List<string> words)
    {
        Span<char> small = stackalloc char[Small];
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                end++;
            if (end == at)
                continue;
            var word = text[at..end];
            words.Add(word.Length <= Small && word.ToLowerInvariant(small) is var length ? small[..length].ToString() : word.ToString()
                .ToLowerInvariant());
            at = end;
        }
    }

    // Half of a surrogate pair, which a cut or a hostile client leaves behind, cannot be normalized.
    private static string Whole(string text) => text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;

    // Letters that no decomposition takes apart.
    private static string Spell(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => rune.ToString(),
    };

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }
}
