namespace CommerceBot.Catalog;

/// <summary>Bottega Aurora, the shop that a first start without keys sells from: feeds and pictures beside the program.</summary>
internal static class SampleShop
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Catalog", "Sample");

    /// <summary>In the order in which they are imported: the goods in English, then the Italian texts. Prices are in EUR.</summary>
    public static IReadOnlyList<string> Feeds { get; } = [Path.Combine(Folder, "feed.csv"), Path.Combine(Folder, "feed.it_IT.csv")];

    /// <summary>What the host serves at <c>/sample/pictures</c> (PNG files), see <see cref="SampleLinks"/>.</summary>
    public static string Pictures { get; } = Path.Combine(Folder, "pictures");
}
