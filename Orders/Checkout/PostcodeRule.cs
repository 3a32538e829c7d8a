using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>Postcodes by country: their pattern without blanks, an example, and where the blank or dash goes.</summary>
internal static class PostcodeRule
{
    /// <param name="Break">Signs before the blank or dash (from the end when below zero); 0 means there is none.</param>
    private sealed record Form(string Country, string Pattern, string Example, int Break = 0, string Between = " ");

    private static readonly Form[] Forms =
    [
        new("IT", "[0-9]{5}", "20121"),
        new("SM", "4789[0-9]", "47890"),
        new("VA", "00120", "00120"),
        new("FR", "[0-9]{5}", "75001"),
        new("MC", "980[0-9]{2}", "98000"),
        new("DE", "[0-9]{5}", "10115"),
        new("ES", "(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", "28013"),
        new("AT", "[1-9][0-9]{3}", "1010"),
        new("CH", "[1-9][0-9]{3}", "8001"),
        new("LI", "94(8[5-9]|9[0-8])", "9490"),
        new("BE", "[1-9][0-9]{3}", "1000"),
        new("LU", "[1-9][0-9]{3}", "1009"),
        new("NL", "[1-9][0-9]{3}[A-Z]{2}", "1012 AB", 4),
        new("GB", "([A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}|GIR0AA)", "SW1A 1AA", -3),
        new("IE", "([AC-FHKNPRTV-Y][0-9]{2}|D6W)[0-9AC-FHKNPRTV-Y]{4}", "D02 X285", 3),
        new("US", "[0-9]{5}([0-9]{4})?", "10001", 5, "-"),
        new("CA", "[ABCEGHJ-NPRSTVXY][0-9][A-Z][0-9][A-Z][0-9]", "K1A 0B1", 3),
        new("AU", "[0-9]{4}", "2000"),
        new("JP", "[0-9]{7}", "100-0001", 3, "-"),
        new("PT", "[1-9][0-9]{6}", "1100-148", 4, "-"),
        new("PL", "[0-9]{5}", "00-950", 2, "-"),
        new("SE", "[1-9][0-9]{4}", "114 55", 3),
        new("DK", "[0-9]{4}", "1050"),
        new("NO", "[0-9]{4}", "0150"),
        new("FI", "[0-9]{5}", "00100"),
        new("CZ", "[1-7][0-9]{4}", "110 00", 3),
        new("SK", "[089][0-9]{4}", "811 01", 3),
        new("HU", "[1-9][0-9]{3}", "1051"),
        new("RO", "[0-9]{6}", "010011"),
        new("BG", "[1-9][0-9]{3}", "1000"),
        new("HR", "[1-5][0-9]{4}", "10000"),
        new("SI", "[1-9][0-9]{3}", "1000"),
        new("GR", "[1-8][0-9]{4}", "105 57", 3),
        new("CY", "[1-9][0-9]{3}", "1010"),
        new("MT", "[A-Z]{3}[0-9]{4}", "VLT 1117", 3),
        new("EE", "[0-9]{5}", "10111"),
        new("LV", "(LV)?[0-9]{4}", "LV-1010", -4, "-"),
        new("LT", "(LT)?[0-9]{5}", "LT-01100", -5, "-"),
    ];

    private static readonly Dictionary<string, (Form Form, Regex Regex)> Table = Forms.ToDictionary(
        form => form.Country,
        form => (form, new Regex($"^(?:{form.Pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)));

    private static readonly Regex Elsewhere = new("^[0-9A-Z]{2,10}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static IEnumerable<(Country Country, string Example)> Known => Forms.Select(form => (new Country(form.Country), form.Example));

    public static Entry Read(string tidy, Country country)
    {
        var compact = string.Concat(tidy.Where(sign => sign is not (' ' or '-' or '.'))).ToUpperInvariant();
        if (!Table.TryGetValue(country.Code, out var known))
            return tidy == "-" || Elsewhere.IsMatch(compact) ? Entry.Right(tidy.ToUpperInvariant()) : Entry.Wrong(EntryFault.NotAPostcode);
        if (!known.Regex.IsMatch(compact))
            compact = WithoutPrefix(compact, country);
        return known.Regex.IsMatch(compact) ? Entry.Right(Written(compact, known.Form)) : Entry.Wrong(EntryFault.NotAPostcode, known.Form.Example);
    }

    /// <summary>Letters go abroad as I-20121 or D-10115, and people copy them.</summary>
    private static string WithoutPrefix(string compact, Country country)
    {
        string[] prefixes = [country.Code, country.Code[..1], "FIN"];
        var prefix = prefixes.FirstOrDefault(prefix => compact.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is null ? compact : compact[prefix.Length..];
    }

    private static string Written(string compact, Form form)
    {
        var at = form.Break < 0 ? compact.Length + form.Break : form.Break;
        return at <= 0 || at >= compact.Length ? compact : $"{compact[..at]}{form.Between}{compact[at..]}";
    }
}
