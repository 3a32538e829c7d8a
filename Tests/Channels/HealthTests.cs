using System.Net;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels;

public sealed class HealthTests
{
    [Fact]
    public async Task A_shop_that_cannot_store_anything_is_not_ready_and_is_again_when_it_can()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(shop));
        Run(shop, "ALTER TABLE meta RENAME TO gone");
        await shop.StepAsync(TimeSpan.FromSeconds(1));
        var (status, text) = await AskAsync(shop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("not ready: the store", text, StringComparison.Ordinal);
        Assert.Contains(shop.Log.Lines, line => line.Message.StartsWith("Nothing can be stored", StringComparison.Ordinal));
        Run(shop, "ALTER TABLE gone RENAME TO meta");
        await shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((HttpStatusCode.OK, "ready"), await AskAsync(shop));
    }

    [Fact]
    public async Task A_full_disk_is_told_without_a_word_of_where_it_is()
    {
        FlakyStore? store = null;
        await using var shop = await ShopHost.StartAsync(new ShopHostWishes
        {
            Bot = _ => new TalkingBot((_, _) => Task.CompletedTask),
            LastWord = services => FlakyStore.PutInto(services, made => store = made),
        });
        store!.Fail(nameof(IRuntimeStore.CheckWritableAsync));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: the store cannot be written"), await AskAsync(shop));
    }

    [Fact]
    public async Task However_many_ask_little_is_written()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        await AskAsync(shop);
        Run(shop, "ALTER TABLE meta RENAME TO gone");
        for (var asked = 0; asked < 50; asked++)
            Assert.Equal(HttpStatusCode.OK, (await AskAsync(shop)).Status);
    }

    [Fact]
    public async Task A_process_whose_store_fails_is_alive()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        Run(shop, "ALTER TABLE meta RENAME TO gone");
        using var answer = await shop.Http.GetAsync(new Uri("/health/live", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(ShopHost shop)
    {
        using var answer = await shop.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static void Run(ShopHost shop, string sql)
    {
        using var session = shop.Get<Database>().OpenSession();
        session.Run(sql);
    }
}
