namespace CommerceBot.Orders;

/// <summary><c>Data/country-names.tsv</c>, read once, and the names of parts and pairs of countries.</summary>
internal static class CountryTable
{
    /// <summary>Parts that people name in place of the country, by ISO 3166-2.</summary>
    private static readonly (string Part, string Names)[] Parts =
    [
        ("GB-ENG", "England;Inghilterra;Angleterre;Inglaterra;Engeland"),
        ("GB-SCT", "Scotland;Scozia;Schottland;Écosse;Escocia;Schotland"),
        ("GB-WLS", "Wales;Galles;Il Galles;Pays de Galles;Gales;Cymru"),
        ("GB-NIR", "Northern Ireland;Irlanda del Nord;Nordirland;Irlande du Nord;Ulster;N Ireland"),
        ("ES-CN", "Canarie;Isole Canarie;Canary Islands;The Canary Islands;Canaries;Canarias;Islas Canarias;Tenerife;Gran Canaria"),
        ("ES-IB", "Baleari;Isole Baleari;Balearic Islands;Maiorca;Mallorca;Majorca;Ibiza;Minorca;Menorca"),
        ("ES-CE", "Ceuta"),
        ("ES-ML", "Melilla"),
        ("PT-30", "Madeira;Madera"),
        ("PT-20", "Azzorre;Azores;The Azores;Açores"),
        ("FR-20R", "Corsica;Corse;Korsika;Córcega"),
        ("IT-82", "Sicilia;Sicily"),
        ("IT-88", "Sardegna;Sardinia"),
        ("US-HI", "Hawaii;Hawaï"),
        ("US-AK", "Alaska"),
    ];

    /// <summary>Names that more than one country has.</summary>
    private static readonly (string Names, string Countries)[] Shared =
    [
        ("Corea;Korea;Corée;Coreia;Kore", "KP KR"),
        ("Congo;Kongo;The Congo;Il Congo", "CD CG"),
        ("Isole Vergini;Virgin Islands", "VG VI"),
        ("Guiana;Guyane;Le Guyane", "GF GY"),
        ("Isole del Canale;Channel Islands;The Channel Islands", "GG JE"),
        ("Antille Olandesi;Netherlands Antilles;Antille", "BQ CW SX"),
    ];

    private static readonly Lazy<Dictionary<Country, Row>> Rows = new(() =>
        DataFile.Rows("country-names", 6)
            .Select(row => new Row(new Country(row[0]), row[1], row[2], row[3], DataFile.List(row[4]), DataFile.List(row[5])))
            .ToDictionary(row => row.Country));

    private static readonly Lazy<Dictionary<string, CountryMatch>> Near = new(() => Collect(foreign: false));

    private static readonly Lazy<Dictionary<string, CountryMatch>> Names = new(() => Collect(foreign: true));

    /// <param name="More">Variants, common names, and those by which a country calls itself.</param>
    /// <param name="Foreign">Names in other languages, taken letter by letter alone.</param>
    internal sealed record Row(Country Country, string Alpha3, string Italian, string English, IReadOnlyList<string> More,
        IReadOnlyList<string> Foreign);

    public static IEnumerable<Country> Countries => Rows.Value.Keys;

    /// <summary>The names in which a slip is forgiven, folded to their letters: "grazie" is one from what Czechs call Georgia.</summary>
    public static IReadOnlyDictionary<string, CountryMatch> Forgiving => Near.Value;

    public static Row? Of(Country country) => Rows.Value.GetValueOrDefault(country);

    /// <summary>What a name, folded to its letters, means; null when nothing is called so.</summary>
    public static CountryMatch? Find(string letters) => Names.Value.GetValueOrDefault(letters);

    private static Dictionary<string, CountryMatch> Collect(bool foreign)
    {
        var names = new Dictionary<string, CountryMatch>(StringComparer.Ordinal);
        var rows = Rows.Value.Values.ToList();
        foreach (var (shared, countries) in Shared)
            Add(names, new CountryMatch.Ambiguous([.. DataFile.List(countries, ' ').Select(code => new Country(code))]),
                DataFile.List(shared));
        foreach (var row in rows)
            Add(names, new CountryMatch.Found(row.Country), [row.Country.Code, row.Alpha3]);
        foreach (var row in rows)
            Add(names, new CountryMatch.Found(row.Country), [row.Italian, row.English]);
        foreach (var (part, called) in Parts)
            Add(names, new CountryMatch.Found(new Country(part[..2]), part), DataFile.List(called));
        foreach (var row in rows)
            Add(names, new CountryMatch.Found(row.Country), row.More);
        foreach (var row in foreign ? rows : [])
            Add(names, new CountryMatch.Found(row.Country), row.Foreign);
        names.Remove("");
        return names;
    }

    private static void Add(Dictionary<string, CountryMatch> names, CountryMatch match, IEnumerable<string> called)
    {
        foreach (var name in called)
            names.TryAdd(FoldedText.Letters(name), match);
    }
}
