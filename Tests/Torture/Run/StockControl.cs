using System.Globalization;
using System.Text;
using CommerceBot.Tests.EndToEnd;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>
/// A small shop that is filled up a little whenever the bot starts: a new feed lies there, and the bot imports it as it
/// imports every merchant's. There is never enough for all who shop just now.
/// </summary>
internal sealed class StockControl(string folder, Random dice)
{
    /// <summary>At most so many pieces of one thing are put on sale at once.</summary>
    private const int MostFresh = 7;

    /// <summary>One count in so many finds nothing at all.</summary>
    private const int Miscounts = 25;

    private static readonly (string Sku, string Title, string Group, string Size)[] Goods =
    [
        ("tazza", "Tazza grande", "", ""),
        ("moka", "Moka da tre", "", ""),
        ("candela", "Candela al miele", "", ""),
        ("grembiule", "Grembiule di lino", "", ""),
        ("tovaglia", "Tovaglia ricamata", "", ""),
        ("piatto", "Piatto fondo", "", ""),
        ("borsa-s", "Borsa di tela", "borsa", "Piccola"),
        ("borsa-l", "Borsa di tela", "borsa", "Grande"),
        ("vassoio", "Vassoio di ulivo", "", ""),
        ("lampada", "Lampada da tavolo", "", ""),
    ];

    /// <summary>What shoppers ask for.</summary>
    public static IReadOnlyList<string> Options { get; } =
    ["tazza", "moka", "candela", "grembiule", "tovaglia", "piatto", "borsa", "vassoio", "lampada"];

    /// <summary>The value of <c>Catalog:Feed</c>.</summary>
    public string Feed { get; } = Path.Combine(folder, "feed.csv");

    /// <summary>What the feed of now says of each thing.</summary>
    public IReadOnlyDictionary<string, long> Counted { get; private set; } = new Dictionary<string, long>();

    /// <summary>
    /// Writes a feed in which each thing has what is spoken for, and a few pieces more, as a rule. Only while the bot
    /// is down.
    /// </summary>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        var spoken = File.Exists(Path.Combine(folder, "commercebot.db")) ? SpokenFor() : [];
        var text = new StringBuilder(
            "id,title,description,image_link,link,product_type,brand,price,availability,item_group_id,condition,"
            + "visibility,size,variant,quantity_to_sell_on_facebook\n"
        );
        var counted = new Dictionary<string, long>();
        foreach (var (place, (sku, title, group, size)) in Goods.Index())
        {
            var fresh = dice.Next(1, MostFresh + 1);
            // Now and then the merchant finds fewer than were promised: whoever pays for those gets the money back.
            var quantity = dice.Next(Miscounts) == 0 ? 0 : spoken.GetValueOrDefault(sku) + fresh;
            counted[sku] = quantity;
            var options = size.Length == 0 ? "" : $"'size:Piccola/Grande:{size}'";
            text.Append(
                CultureInfo.InvariantCulture,
                $"{sku},{title},\"{title}, per provare il negozio fino in fondo e anche un poco oltre.\","
                + $"https://sample.invalid/{sku}.png,https://sample.invalid/{sku},Casa,Aurora,{12 + (place * 3)}.{place}0 EUR,in stock,"
                + $"{group},new,published,{size},\"{options}\",{quantity}\n"
            );
        }

        Counted = counted;
        await File.WriteAllTextAsync(Feed, text.ToString(), cancellationToken);
    }

    /// <summary>Pieces set aside; those of paid orders are gone from the merchant's stock when it is counted.</summary>
    private Dictionary<string, long> SpokenFor()
    {
        using var kept = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "commercebot.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
        kept.Open();
        using var query = kept.CreateCommand();
        query.CommandText = "SELECT sku, sum(quantity) FROM reservation GROUP BY sku";
        using var rows = query.ExecuteReader();
        var spoken = new Dictionary<string, long>();
        while (rows.Read())
            spoken[rows.GetString(0)] = rows.GetInt64(1);
        return spoken;
    }
}
