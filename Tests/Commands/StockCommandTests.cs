using CommerceBot.Commands;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Commands;

public sealed class StockCommandTests(TempFolder folder) : IClassFixture<TempFolder>
{
    [LongFact]
    public async Task The_merchant_counts_one_thing_and_sees_the_stock()
    {
        await using var host = await ShopHost.StartAsync();
        var before = await Run.BesideAsync(host, "stock", "show", "vase");
        Assert.True(before.Code == 0, before.ToString());
        var set = await Run.BesideAsync(host, "stock", "set", "vase", "7");
        Assert.True(set.Code == 0, set.ToString());
        Assert.Equal(["vase", "7", "0", "0", "7"], Cells(set.Out, "vase"));
        var all = await Run.BesideAsync(host, "stock", "show");
        Assert.Equal(["vase", "7", "0", "0", "7"], Cells(all.Out, "vase"));
        Assert.Contains("moka-1", all.Out, StringComparison.Ordinal);
        Assert.Contains("and more", (await Run.BesideAsync(host, "stock", "show", "--take", "3")).Out, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task What_cannot_be_is_told_and_changes_nothing()
    {
        await using var host = await ShopHost.StartAsync();
        var before = await Run.BesideAsync(host, "stock", "show", "vase");
        foreach (var (words, told) in new (string[], string)[]
        {
            (["set", "nothing", "3"], "no variant 'nothing'"),
            (["set", "vase", "-3"], "'-3'"),
            (["set", "vase", "2.5"], "'2.5'"),
            (["set", "vase", "99999999999"], "'99999999999'"),
            (["set", "vase", "3", "--as-of", "2199-01-01T00:00Z"], "2199-01-01T00:00:00+00:00"),
            (["set", "vase", "3", "--as-of", "2020-01-01T00:00Z"], "counted later"),
            (["set", "vase", "3", "--as-of", "2026-11-23T09:00"], "offset"),
            (["show", "nothing"], "no variant 'nothing'"),
        })
        {
            var said = await Run.BesideAsync(host, ["stock", .. words]);
            Assert.True(said.Code == 1 && said.Errors.Contains(told, StringComparison.Ordinal), $"{string.Join(' ', words)}: {said}");
        }

        Assert.Equal(before.Out, (await Run.BesideAsync(host, "stock", "show", "vase")).Out);
    }

    [LongFact]
    public async Task A_feed_may_say_when_it_was_counted()
    {
        var feed = Path.Combine(folder.Path, "feed.csv");
        await File.WriteAllTextAsync(feed, "id,title,price,availability,quantity_to_sell_on_facebook\nmug,Mug,5 EUR,in stock,4\n");
        var future = await Run.OnAsync(folder.Path, "import", feed, "--as-of", "2199-01-01T00:00Z");
        Assert.Equal((1, ""), (future.Code, future.Out));
        Assert.Contains("still to come", future.Errors, StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(feed, new DateTime(2199, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("still to come", (await Run.OnAsync(folder.Path, "import", feed)).Errors, StringComparison.Ordinal);

        var imported = await Run.OnAsync(folder.Path, "import", feed, "--as-of", "2026-06-01T12:00+02:00");
        Assert.True(imported.Code == 0, imported.ToString());
        Assert.Contains("2026-06-01 10:00:00Z; 0 rows", imported.Out, StringComparison.Ordinal);
        var older = await Run.OnAsync(folder.Path, "import", feed, "--as-of", "2026-05-01T12:00+02:00", "--dry-run");
        Assert.Contains("1 rows were counted later", older.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T18:30+01:00", "2026-11-23T17:30:00.0000000+00:00")]
    [InlineData("2026-11-23T18:30Z", "2026-11-23T18:30:00.0000000+00:00")]
    [InlineData("2026-11-23T18:30:15.25-05:00", "2026-11-23T23:30:15.2500000+00:00")]
    [InlineData("2026-11-23T18:30", null)]
    [InlineData("2026-11-23 18:30Z", null)]
    [InlineData("23/11/2026 18:30Z", null)]
    [InlineData("2026-13-23T18:30Z", null)]
    [InlineData("yesterday", null)]
    public void A_time_has_a_day_an_hour_and_an_offset(string text, string? read) =>
        Assert.Equal(read, AsOf.Read(text)?.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>SKU and the four numbers of its row.</summary>
    private static string[] Cells(string table, string sku)
    {
        var cells = table
            .Split('\n')
            .Select(line => line.Split(['│', '|']).Select(cell => cell.Trim()).ToArray())
            .Single(line => line.Length > 7 && line[1] == sku);
        return [cells[1], .. cells[3..7]];
    }
}
