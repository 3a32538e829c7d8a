using System.Globalization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Countries by code, name and flag, as shoppers write them and as they read them.</summary>
public static class CountryNames
{
    private const int LongestName = 80;
    private const int ShortestMisspelt = 5;

    /// <summary>Answers to a question before they are countries: nobody means Slovenia by "si" or Norway by "no".</summary>
    private static readonly HashSet<string> YesAndNo = ["SI", "NO"];

    /// <summary>What stands before a country's name in a sentence.</summary>
    private static readonly HashSet<string> Before =
    [
        "IN", "NEL", "NEI", "NELLE", "NEGLI", "NELLA", "DA", "DAL", "DALL", "DALLA", "DALLE", "DAGLI", "IL", "LO", "LA", "L", "I", "GLI",
        "LE", "THE",
        "FROM", "TO", "VIVO", "ABITO", "SONO", "STO", "SIAMO", "LIVE", "AM", "M", "IM", "WE", "RE", "ARE", "PAESE", "COUNTRY", "IT", "S",
        "IS", "E",
    ];

    /// <summary>The country, where the text means one and no other; false otherwise. See <see cref="Find"/>.</summary>
    public static bool TryFind(string? text, out Country country)
    {
        country = Find(text) is CountryMatch.Found found ? found.Country : default;
        return country != default;
    }

    /// <summary>
    /// What a shopper means by a name in one of many languages, an ISO code or a flag. Names of five letters and more may have one
    /// slip; two countries that are as near are both named.
    /// </summary>
    public static CountryMatch Find(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length > LongestName)
            return new CountryMatch.Unknown();
        var (flag, rest) = Flags.Take(typed);
        var name = TextNormalization.OneLine(rest);
        if (YesAndNo.Contains(name.ToUpperInvariant()))
            return new CountryMatch.Unknown();
        var named = FoldedText.Letters(name).Length == 0 ? null : Named(name);
        return (flag, named) switch
        {
            (null, _) => named ?? new CountryMatch.Unknown(),
            (_, null) => flag,
            (_, CountryMatch.Found found) when found.Country != flag.Country => new CountryMatch.Ambiguous([flag.Country, found.Country]),
            _ => flag,
        };
    }

    /// <summary>The name to show, such as Germania for DE in Italian; the code where nobody knows a name.</summary>
    public static string Show(Country country, Language language)
    {
        if (CountryTable.Of(country) is not { } row)
            return country.Code;
        if (language == Language.Italian)
            return row.Italian;
        if (language == Language.English)
            return row.English;
        try
        {
            return new RegionInfo($"{language.Code}-{country.Code}").NativeName;
        }
        catch (ArgumentException)
        {
            return row.English;
        }
    }

    internal static bool Exists(string code) =>
        code is { Length: 2 } && code.All(char.IsAsciiLetterUpper) && CountryTable.Of(new Country(code)) is not null;

    /// <summary>Found by its name letter by letter; null when it takes a guess.</summary>
    internal static CountryMatch.Found? Exactly(string name) => CountryTable.Find(FoldedText.Letters(name)) as CountryMatch.Found;

    private static CountryMatch Named(string name)
    {
        var words = FoldedText.Words(name).Split(' ');
        if (CountryTable.Find(FoldedText.Letters(name)) is { } whole)
            return whole;
        for (var from = 1; from < words.Length && Before.Contains(words[from - 1]); from++)
        {
            var rest = string.Concat(words[from..]);
            if ((rest.Length > 2 || rest is "UK" or "US") && CountryTable.Find(rest) is { } found)
                return found;
        }
        return Misspelt(FoldedText.Letters(name));
    }

    private static CountryMatch Misspelt(string key)
    {
        if (key.Length < ShortestMisspelt)
            return new CountryMatch.Unknown();
        Country[] near = [.. CountryTable.Forgiving.Where(known =>
            known.Key.Length >= ShortestMisspelt && FoldedText.OneSlipApart(known.Key, key))
            .SelectMany(known => Countries(known.Value)).Distinct().OrderBy(country => country.Code, StringComparer.Ordinal)];
        return near switch
        {
            [] => new CountryMatch.Unknown(),
            [var only] => new CountryMatch.Found(only, Misspelt: true),
            _ => new CountryMatch.Ambiguous(near),
        };
    }

    private static IReadOnlyList<Country> Countries(CountryMatch match) => match switch
    {
        CountryMatch.Found found => [found.Country],
        CountryMatch.Ambiguous several => several.Countries,
        _ => [],
    };
}
