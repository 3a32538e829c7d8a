using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>
/// Italy's provinces, towns and postcodes, as far as they are public (<c>Data/italy-*.tsv</c>): enough to doubt "20121 Roma", and not
/// to be sure of any village. What it does not know it does not doubt.
/// </summary>
public static partial class ItalianPlaces
{
    private static readonly Lazy<List<Province>> Table = new(() => [.. DataFile.Rows("italy-provinces", 6)
        .Select(row => new Province(row[0], row[1], DataFile.List(row[2]), DataFile.List(row[3], ' ')))]);

    private static readonly Lazy<Dictionary<string, Province>> ByName = new(Named);

    private static readonly Lazy<ILookup<string, Province>> Towns = new(() => DataFile.Rows("italy-towns", 2)
        .SelectMany(row =>
            DataFile.List(row[1]).SelectMany(Spellings).Distinct().Select(town => (Town: town, Province: ByName.Value[row[0]])))
        .ToLookup(pair => pair.Town, pair => pair.Province));

    private static readonly Lazy<List<City>> Cities = new(() => [.. DataFile.Rows("italy-cities", 4)
        .SelectMany(row => Spellings(row[0]).Distinct().Select(name => new City(name, row[0], row[2], row[3])))]);

    /// <summary>Names in use beside ISTAT's.</summary>
    private static readonly Dictionary<string, string> AlsoCalled = new()
    {
        ["REGGIO EMILIA"] = "REGGIO NELL EMILIA", ["REGGIO CALABRIA"] = "REGGIO DI CALABRIA", ["AQUILA"] = "L AQUILA",
        ["SPEZIA"] = "LA SPEZIA", ["ROME"] = "ROMA", ["MILAN"] = "MILANO", ["TURIN"] = "TORINO", ["NAPLES"] = "NAPOLI",
        ["FLORENCE"] = "FIRENZE", ["VENICE"] = "VENEZIA", ["BOZEN"] = "BOLZANO", ["MERAN"] = "MERANO", ["BRIXEN"] = "BRESSANONE",
        ["BRUNECK"] = "BRUNICO", ["AOSTE"] = "AOSTA", ["GENOA"] = "GENOVA", ["PADUA"] = "PADOVA", ["MANTUA"] = "MANTOVA",
        ["SYRACUSE"] = "SIRACUSA", ["LEGHORN"] = "LIVORNO",
    };

    /// <param name="Name">Folded to words.</param>
    private sealed record City(string Name, string Shown, string First, string Last)
    {
        /// <summary>Within its zones, its old general code included (20100 for Milano).</summary>
        public bool Has(string postcode) =>
            string.CompareOrdinal(postcode[..3], First[..3]) >= 0 && string.CompareOrdinal(postcode[..3], Last[..3]) <= 0;

        public bool Owns(string postcode) => string.CompareOrdinal(postcode, First) >= 0 && string.CompareOrdinal(postcode, Last) <= 0;
    }

    /// <summary>Italy's provinces, in the order of the table.</summary>
    public static IReadOnlyList<Province> Provinces => Table.Value;

    /// <summary>A province by its code or name ("RM", "prov. di Roma"); null when there is none.</summary>
    public static Province? FindProvince(string text) => ByName.Value.GetValueOrDefault(FoldedText.Words(ProvinceOf().Replace(text, "")));

    /// <summary>The provinces in which a town of that name lies; none when it is unknown (a hamlet, or misspelt).</summary>
    public static IReadOnlyList<Province> ProvincesOfTown(string town) => [.. Towns.Value[Town(town)]];

    /// <summary>A town and its province from "Roma (RM)" or "Milano MI"; the town alone when nothing follows.</summary>
    public static (string Town, Province? Province) Split(string city)
    {
        var match = TownAndCode().Match(city);
        if (!match.Success || FindProvince(match.Groups["code"].Value) is not { } province)
            return (city, null);
        var town = match.Groups["town"].Value.TrimEnd(' ', ',', '-');
        var certain = match.Groups["open"].Success || ProvincesOfTown(town).Contains(province);
        return certain ? (town, province) : (city, null);
    }

    /// <summary>The one province that a town and its postcode agree on; null when there is none, or more.</summary>
    public static Province? ProvinceOf(string town, string? postcode)
    {
        var possible = ProvincesOfTown(town).Where(province => postcode is null || province.Has(postcode)).ToList();
        return possible.Count == 1 ? possible[0] : null;
    }

    /// <summary>
    /// The provinces in which a town of that name and that postcode may lie: those on which both agree, else those of either. A hamlet
    /// that no list has lies where its postcode does.
    /// </summary>
    public static IReadOnlyList<Province> PossibleProvinces(string town, string postcode)
    {
        var named = ProvincesOfTown(town);
        var agreed = named.Where(province => province.Has(postcode)).ToList();
        return agreed.Count > 0 ? agreed : [.. named.Concat(Provinces.Where(province => province.Has(postcode))).Distinct()];
    }

    /// <summary>Whether a postcode may be a town's: null when the town is unknown.</summary>
    public static bool? Fits(string postcode, string town)
    {
        if (postcode.Length != 5)
            return null;
        var name = Town(town);
        if (Cities.Value.FirstOrDefault(city => city.Name == name) is { } own)
            return own.Has(postcode);
        var provinces = ProvincesOfTown(town);
        if (provinces.Count == 0)
            return null;
        return provinces.Any(province => province.Has(postcode)) && CityOf(postcode) is null;
    }

    /// <summary>
    /// What a right answer looks like beside a town: its first postcode, or the first digits of its province's; null when unknown.
    /// </summary>
    internal static string? PostcodesOf(string town)
    {
        var name = Town(town);
        if (Cities.Value.FirstOrDefault(city => city.Name == name) is { } own)
            return own.First == own.Last ? own.First : $"{own.First}-{own.Last}";
        var provinces = ProvincesOfTown(town);
        return provinces.Count == 0
            ? null
            : string.Join(", ", provinces.SelectMany(province => province.Prefixes).Distinct().Select(prefix => prefix + ".."));
    }

    /// <summary>The city that alone has a postcode; null for the others.</summary>
    internal static string? CityOf(string postcode) => Cities.Value.FirstOrDefault(city => city.Owns(postcode))?.Shown;

    private static string Town(string town)
    {
        var words = FoldedText.Words(town);
        return AlsoCalled.GetValueOrDefault(words, words);
    }

    private static IEnumerable<string> Spellings(string town) => town.Split('/').Append(town).Select(FoldedText.Words);

    private static Dictionary<string, Province> Named()
    {
        var named = new Dictionary<string, Province>(StringComparer.Ordinal);
        foreach (var (row, province) in DataFile.Rows("italy-provinces", 6).Zip(Table.Value))
            foreach (var name in (string[])[row[0], row[1], .. DataFile.List(row[4], ' '), .. DataFile.List(row[5])])
                named.TryAdd(FoldedText.Words(name), province);
        return named;
    }

    [GeneratedRegex(@"^\(?(prov(incia|\.)? *(di|del|della|dell'|of)? +)?|\)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProvinceOf();

    [GeneratedRegex(@"^(?<town>.{1,90}?)(?:[ ,-]*(?<open>\()(?<code>[^()]{2,30})\)|[ ,-]+(?<code>[A-Za-z]{2}))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TownAndCode();
}
