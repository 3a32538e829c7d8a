using System.Text;
using System.Text.RegularExpressions;

namespace CommerceBot.Catalog.Search;

/// <summary>
/// Numbers with units, written alike whoever wrote them: <c>50 x 70 cm</c> is 50x70, <c>1 litro</c> is 1l, <c>250 gr</c> is
/// 250g.
/// </summary>
internal static partial class Measures
{
    /// <summary>Two or three numbers with an x between, such as 50 x 70 cm.</summary>
    public const string Sizes = @"(?<![\d.,])\d+([.,]\d+)?(\s*[x×]\s*\d+([.,]\d+)?){1,2}(\s*cm\b)?";

    /// <summary>A number and a unit of length, weight or volume.</summary>
    public const string Weights = @"(?<![\d.,])\d+([.,]\d+)?\s*"
        + "(cm|mm|ml|cl|kg|kilos?|kili|chilo|chili|gr?|grammi|grams?|lt?|litr[oie]|litres?|liters?)\\b";

    public static string Alike(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ToLowerInvariant())
            if (!char.IsWhiteSpace(sign))
                plain.Append(sign switch { '×' => 'x', ',' or '.' => 'p', _ => sign });
        var made = plain.ToString();
        if (made.Contains('x', StringComparison.Ordinal))
            return made.EndsWith("cm", StringComparison.Ordinal) ? made[..^2] : made;
        var unit = made.TrimStart("0123456789p".ToCharArray());
        return made[..^unit.Length] + Short(unit);
    }

    /// <summary>In a running text, each measure as one word.</summary>
    public static string In(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? text : Measure().IsMatch(text) ? Measure()
        .Replace(text, match => $" {Alike(match.Value)} ") : text;

    private static string Short(string unit) => unit switch
    {
        "gr" or "grammi" or "gram" or "grams" => "g",
        "kilo" or "kilos" or "kili" or "chilo" or "chili" => "kg",
        "lt" or "litro" or "litri" or "litre" or "litres" or "liter" or "liters" => "l",
        _ => unit,
    };

    [GeneratedRegex(Sizes + "|" + Weights, RegexOptions.IgnoreCase)]
    private static partial Regex Measure();
}
