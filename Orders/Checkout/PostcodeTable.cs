using System.Globalization;
using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>One form of a country's postcodes.</summary>
/// <param name="Break">Signs before the blank or dash (from the end when below zero); 0 means there is none.</param>
/// <param name="Lead">Letters that belong to the code and are often left out, such as LV.</param>
internal sealed record PostcodeForm(Country Country, Regex Pattern, string Example, int Break, char Between, string Lead)
{
    /// <summary>The code as it is written on an envelope; it must fit <see cref="Pattern"/>.</summary>
    public string Write(string compact)
    {
        var whole = Lead.Length == 0 || compact.StartsWith(Lead, StringComparison.Ordinal) ? compact : Lead + compact;
        var at = Break < 0 ? whole.Length + Break : Break;
        return at <= 0 || at >= whole.Length ? whole : $"{whole[..at]}{Between}{whole[at..]}";
    }
}

/// <summary><c>Data/postcodes.tsv</c>, read once.</summary>
internal static class PostcodeTable
{
    private static readonly Lazy<Dictionary<Country, Entry>> Table = new(Read);

    /// <param name="Required">Whether every address has one.</param>
    /// <param name="Forms">Empty where a country has no postcodes.</param>
    /// <param name="Abroad">What is written in front of one in letters from abroad: IT, ITA, I.</param>
    internal sealed record Entry(bool Required, IReadOnlyList<PostcodeForm> Forms, IReadOnlyList<string> Abroad);

    public static IEnumerable<Country> Countries => Table.Value.Keys;

    public static Entry Of(Country country) => Table.Value.GetValueOrDefault(country) ?? new Entry(false, [], [country.Code]);

    private static Dictionary<Country, Entry> Read()
    {
        var table = new Dictionary<Country, Entry>();
        foreach (var row in DataFile.Rows("postcodes", 7))
        {
            var country = new Country(row[0]);
            var forms = table.TryGetValue(country, out var before) ? before.Forms : [];
            if (row[2].Length > 0)
                forms = [.. forms, Form(country, row)];
            table[country] = new Entry(row[1] == "yes", forms, DataFile.List(row[6], ' '));
        }

        return table;
    }

    private static PostcodeForm Form(Country country, string[] row)
    {
        var layout = row[4];
        var at = layout.Length == 0 ? 0 : int.Parse(layout[..^1], CultureInfo.InvariantCulture);
        return new PostcodeForm(country, DataFile.Pattern(row[2]), row[3], at, layout.EndsWith('-') ? '-' : ' ', row[5]);
    }
}
