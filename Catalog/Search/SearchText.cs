using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CommerceBot.Catalog.Search;

/// <summary>What is indexed and what is asked, made alike. A shopper's text never reaches the index as syntax.</summary>
internal static partial class SearchText
{
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’´`");

    /// <summary>Changes with the rules by which stems are made; an index by other rules is made anew.</summary>
    public static string Rules { get; } = "2-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        LexiconFile.Lines("plurals")))))[..16];

    /// <summary>The stems of a text, in its order; a measure is one word.</summary>
    public static IReadOnlyList<string> Stems(string text)
    {
        var words = Of(text);
        var stems = new string[words.Count];
        for (var i = 0; i < stems.Length; i++)
            stems[i] = Endings.Drop(words[i]);
        return stems;
    }

    /// <summary>Words without case and accents, and without the s of a possessive: <c>cook's</c> is cook.</summary>
    public static IReadOnlyList<string> Of(string text) => Words.Of(Measures.In(text.AsSpan().IndexOfAny(Apostrophes) < 0 ? text
        : Possessive().Replace(text, " ")));

    /// <summary>A text as the index keeps it: stems, each behind its language's letter, with a blank between.</summary>
    public static string Index(string text, string letter = "")
    {
        var index = new StringBuilder(text.Length);
        foreach (var stem in Stems(text))
            index.Append(index.Length == 0 ? "" : " ").Append(letter).Append(stem);
        return index.ToString();
    }

    [GeneratedRegex(@"(?<=\p{L})['’´`]s\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();
}
