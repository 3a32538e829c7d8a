using System.Globalization;
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

    /// <param name="language">Whose thousands and decimals: 1.500 is fifteen hundred in Italian.</param>
    public static IReadOnlyList<QueryToken> Of(string text, Language language)
    {
        var asked = Possessive().Replace(text.Length > Longest ? text[..Longest] : text, " ");
        var tokens = new List<QueryToken>();
        foreach (Match match in Token().Matches(asked))
            if (match.Groups["size"].Success || match.Groups["measure"].Success)
                tokens.Add(Measure(match.Value));
            else if (match.Groups["number"].Success)
                tokens.Add(new QueryToken(match.Value, match.Value, Value(match.Value, language), isMeasure: false));
            else if (match.Groups["mark"].Success)
                tokens.Add(new QueryToken(match.Value == "-" ? "-" : Mark(match.Value), Mark(match.Value), null, isMeasure: false));
            else
                foreach (var word in Words.Of(match.Value))
                    tokens.Add(Whole(word, language));
        return tokens;
    }

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

    private const string Others = @"(?<number>\d+([.,']\d{3})*([.,]\d+)?)|(?<mark>[€$£\-–—])|[\p{L}\p{M}\p{N}]+";

    [GeneratedRegex("(?<size>" + Measures.Sizes + ")|(?<measure>" + Measures.Weights + ")|" + Others, RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
