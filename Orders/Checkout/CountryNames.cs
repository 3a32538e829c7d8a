using System.Globalization;
using System.Text;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Countries by code and by name, as shoppers write them and as they read them.</summary>
public static class CountryNames
{
    /// <summary>What people write that is no country's name in any book.</summary>
    private static readonly (string Alias, string Code)[] Aliases =
    [
        ("UK", "GB"), ("Great Britain", "GB"), ("Gran Bretagna", "GB"), ("England", "GB"), ("Inghilterra", "GB"), ("Scotland", "GB"),
        ("Scozia", "GB"), ("Wales", "GB"), ("Galles", "GB"), ("Northern Ireland", "GB"), ("Irlanda del Nord", "GB"), ("Britain", "GB"),
        ("USA", "US"), ("U.S.A.", "US"), ("America", "US"), ("United States of America", "US"), ("Stati Uniti d'America", "US"),
        ("Holland", "NL"), ("Olanda", "NL"), ("The Netherlands", "NL"), ("Czech Republic", "CZ"), ("Repubblica Ceca", "CZ"),
        ("Vatican", "VA"), ("Vaticano", "VA"), ("Republic of Ireland", "IE"), ("Eire", "IE"), ("Repubblica di San Marino", "SM"),
    ];

    /// <summary>Answers to a question before they are countries: nobody means Slovenia by "si" or Norway by "no".</summary>
    private static readonly HashSet<string> YesAndNo = ["SI", "NO"];

    private static readonly Lazy<Dictionary<string, string>> Names = new(Collect);

    public static bool TryFind(string? text, out Country country)
    {
        country = default;
        var trimmed = (text ?? "").Trim();
        if (YesAndNo.Contains(trimmed.ToUpperInvariant()) || trimmed.Length > 80)
            return false;
        if (!Names.Value.TryGetValue(Key(trimmed), out var code))
            return false;
        country = new Country(code);
        return true;
    }

    /// <summary>The name to show, such as Germania for DE in Italian; the code where nobody knows a name.</summary>
    public static string Show(Country country, Language language)
    {
        try
        {
            return new RegionInfo($"{language.Code}-{country.Code}").NativeName;
        }
        catch (ArgumentException)
        {
            return country.Code;
        }
    }

    internal static bool Exists(string code) => Names.Value.GetValueOrDefault(Key(code)) == code;

    private static Dictionary<string, string> Collect()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var regions = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Where(culture => culture.Name.Length > 0)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName is { Length: 2 } code && code.All(char.IsAsciiLetterUpper))
            .ToList();
        foreach (var (alias, code) in Aliases)
            names[Key(alias)] = code;
        foreach (var code in regions.Select(region => region.TwoLetterISORegionName).Distinct().Order(StringComparer.Ordinal))
        {
            names.TryAdd(Key(code), code);
            names.TryAdd(Key(Show(new Country(code), Language.Italian)), code);
            names.TryAdd(Key(Show(new Country(code), Language.English)), code);
        }

        // After all Italian and English names, those by which a country calls itself.
        foreach (var region in regions)
        {
            names.TryAdd(Key(region.ThreeLetterISORegionName), region.TwoLetterISORegionName);
            names.TryAdd(Key(region.NativeName), region.TwoLetterISORegionName);
        }

        names.Remove("");
        return names;
    }

    /// <summary>Letters alone, without case and accents: "Österreich", "osterreich" and "U.K." are found.</summary>
    private static string Key(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(sign => char.IsLetter(sign) && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark))
        .ToUpperInvariant();
}
