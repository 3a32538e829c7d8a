using System.Text.RegularExpressions;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary><c>Data/territories.tsv</c>, read once.</summary>
internal static class TerritoryTable
{
    // Article 5 of Directive 2006/112/EC: the 27, each with its parts below; Monaco is a row of the table.
    private static readonly HashSet<string> Union =
    [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT",
        "RO", "SK", "SI", "ES", "SE",
    ];

    private sealed record Row(Country Country, Regex? Postcodes, string Town, Territory Territory);

    private static readonly Lazy<ILookup<Country, Row>> Rows =
        new(() => DataFile.Rows("territories", 9).Select(Read).ToLookup(row => row.Country));

    /// <summary>Every territory that the table names.</summary>
    public static IEnumerable<Territory> All => Rows.Value.SelectMany(rows => rows.Select(row => row.Territory));

    public static Territory Find(Country country, string? postcode, string? city)
    {
        var compact = PostcodeRule.Compact(postcode ?? "");
        var codes = PostcodeTable.Of(country).Abroad.Where(sign => compact.StartsWith(sign, StringComparison.Ordinal))
            .Select(sign => compact[sign.Length..]).Prepend(compact).ToList();
        var town = FoldedText.Words(city ?? "");
        return Rows.Value[country].FirstOrDefault(row => Fits(row, codes, town))?.Territory ?? Whole(country);
    }

    private static bool Fits(Row row, List<string> codes, string town) =>
        (row.Postcodes is null || codes.Any(row.Postcodes.IsMatch))
        && (row.Town.Length == 0 || town.Length == 0 || town.Contains(row.Town, StringComparison.Ordinal));

    private static Territory Whole(Country country)
    {
        var inside = Union.Contains(country.Code);
        return new Territory(country.Code, country, inside ? VatArea.Inside : VatArea.Outside, inside
            ? CustomsArea.Inside
            : CustomsArea.Outside,
            CountryNames.Show(country, Language.Italian), CountryNames.Show(country, Language.English));
    }

    private static Row Read(string[] row) => new(
        new Country(row[0]),
        row[1].Length == 0 ? null : DataFile.Pattern(row[1]),
        row[2],
        new Territory(row[3], new Country(row[4]), Vat(row[5]), Customs(row[6]), row[7], row[8]));

    private static VatArea Vat(string cell) => cell switch
    {
        "in" => VatArea.Inside,
        "own" => VatArea.OwnRates,
        "out" => VatArea.Outside,
        _ => throw new InvalidOperationException($"'{cell}' in territories.tsv is none of in, own, out."),
    };

    private static CustomsArea Customs(string cell) => cell switch
    {
        "in" => CustomsArea.Inside,
        "union" => CustomsArea.Union,
        "out" => CustomsArea.Outside,
        _ => throw new InvalidOperationException($"'{cell}' in territories.tsv is none of in, union, out."),
    };
}
