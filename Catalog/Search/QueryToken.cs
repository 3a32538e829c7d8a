using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommerceBot.Catalog.Amounts;

namespace CommerceBot.Catalog.Search;

/// <summary>A word, number or mark of what was written. Whoever understands it takes it; what nobody takes is searched for.</summary>
internal sealed class QueryToken(string word, string stem, decimal? number, bool isMeasure)
{
    /// <summary>Without case and accents.</summary>
    public string Word => word;

    public string Stem => stem;

    /// <summary>The value of digits; null for words.</summary>
    public decimal? Number => number;

    /// <summary>A number with its unit, made alike: <c>16cm</c>, <c>50x70</c>, <c>1kg</c>.</summary>
    public bool IsMeasure => isMeasure;

    public bool IsTaken { get; set; }

    public override string ToString() => word;
}

/// <summary>Cuts what a shopper writes, and what a merchant says, into tokens.</summary>
internal static partial class QueryTokens
{
    private const int Longest = 400;

    /// <summary>How many tokens a sentence has, mostly.</summary>
    private const int Expected = 16;

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’´`");

    /// <param name="language">Whose thousands and decimals: 1.500 is fifteen hundred in Italian.</param>
    public static IReadOnlyList<QueryToken> Of(string text, Language language)
    {
        var asked = text.Length > Longest ? text[..Longest] : text;
        asked = asked.AsSpan().ContainsAny(Apostrophes) ? Possessive().Replace(asked, " ") : asked;
        var tokens = new List<QueryToken>(Expected);
        for (var at = 0; at < asked.Length;)
            at = char.IsDigit(asked[at]) && AddNumber(asked, at, language, tokens) is > 0 and var read ? read
                : AddOther(asked, at, language, tokens);
        return tokens;
    }

    /// <returns>Where it ends; 0 when no number or measure begins here.</returns>
    private static int AddNumber(string text, int at, Language language, List<QueryToken> tokens)
    {
        if (End(Size(), text, at) is > 0 and var size)
            return Add(tokens, Measure(text[at..size]), size);
        if (End(Weight(), text, at) is > 0 and var weight)
            return Add(tokens, Measure(text[at..weight]), weight);
        if (End(Number(), text, at) is not (> 0 and var end))
            return 0;
        var number = text[at..end];
        return Add(tokens, new QueryToken(number, number, Value(number, language), isMeasure: false), end);
    }

    /// <summary>A word, a mark, or a sign that says nothing.</summary>
    private static int AddOther(string text, int at, Language language, List<QueryToken> tokens)
    {
        var end = at;
        while (end < text.Length && IsOfWord(text[end]))
            end++;
        if (end > at)
            AddWords(text[at..end], language, tokens);
        else if (text[end++] is '€' or '$' or '£' or '-' or '–' or '—')
            tokens.Add(new QueryToken(Mark(text[at..end]), Mark(text[at..end]), null, isMeasure: false));
        return end;
    }

    private static int Add(List<QueryToken> tokens, QueryToken token, int end)
    {
        tokens.Add(token);
        return end;
    }

    /// <summary>Where what a pattern says ends, if it begins here; 0 when it does not. No match of its own is kept.</summary>
    private static int End(Regex pattern, string text, int at)
    {
        foreach (var match in pattern.EnumerateMatches(text, at))
            return match.Index == at ? match.Index + match.Length : 0;
        return 0;
    }

    private static void AddWords(string run, Language language, List<QueryToken> tokens)
    {
        if (Ascii.IsValid(run))
            tokens.Add(Whole(run.ToLowerInvariant(), language));
        else
            foreach (var word in Words.Of(run))
                tokens.Add(Whole(word, language));
    }

    private static bool IsOfWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign > '\u007F'
        && char.GetUnicodeCategory(sign) <= UnicodeCategory.OtherNumber;

    // nn is non, and x is per, where it is not the x of 50 x 70
    private static QueryToken Whole(string word, Language language)
    {
        word = language != Language.Italian ? word : word switch { "nn" => "non", "x" => "per", _ => word };
        return new QueryToken(word, Endings.Drop(word), null, isMeasure: false);
    }

    private static QueryToken Measure(string text)
    {
        var made = Measures.Alike(text);
        return new QueryToken(made, made, null, isMeasure: true);
    }

    private static string Mark(string mark) => mark is "-" or "–" or "—" ? "-" : mark;

    private static decimal? Value(string text, Language language)
    {
        if (!WrittenNumber.TryRead(text, out var number))
            return null;
        var isThousands = number.IsAmbiguous && (number.Mark == '.') == (language == Language.Italian);
        return decimal.Parse(isThousands ? number.Whole + number.Decimals : $"{number.Whole}.{number.Decimals}",
            CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"(?<=\p{L})['’´`]s\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\G(?:" + Measures.Sizes + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Size();

    [GeneratedRegex(@"\G(?:" + Measures.Weights + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Weight();

    [GeneratedRegex(@"\G\d+([.,']\d{3})*([.,]\d+)?")]
    private static partial Regex Number();
}
