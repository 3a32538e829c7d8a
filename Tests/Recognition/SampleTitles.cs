using CommerceBot.Catalog;

namespace CommerceBot.Tests.Recognition;

/// <summary>The titles of the sample shop, in both languages.</summary>
internal static class SampleTitles
{
    public static IEnumerable<string> All => SampleShop.Feeds.SelectMany(Titles).Distinct();

    private static List<string> Titles(string feed)
    {
        using var csv = Sylvan.Data.Csv.CsvDataReader.Create(feed);
        var (titles, column) = (new List<string>(), csv.GetOrdinal("title"));
        while (csv.Read())
            titles.Add(csv.GetString(column));
        return titles;
    }
}
