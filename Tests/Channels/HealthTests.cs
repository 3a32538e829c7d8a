using System.Net;
using System.Text.Json;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Health;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Storage;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Runtime;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace CommerceBot.Tests.Channels;

public sealed class HealthTests
{
    [Fact]
    public async Task A_shop_that_cannot_store_anything_is_not_ready_and_is_again_when_it_can()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        Assert.Equal((HttpStatusCode.OK, "Healthy", null), await AskAsync(shop));
        Run(shop, "ALTER TABLE meta RENAME TO gone");
        await shop.StepAsync(TimeSpan.FromSeconds(1));
        var (status, _, reason) = await AskAsync(shop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("the store", reason, StringComparison.Ordinal);
        Assert.Contains(shop.Log.Lines, line => line.Message.StartsWith("Nothing can be stored", StringComparison.Ordinal));
        Run(shop, "ALTER TABLE gone RENAME TO meta");
        await shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((HttpStatusCode.OK, "Healthy", null), await AskAsync(shop));
    }

    [Fact]
    public async Task A_full_disk_is_told_without_a_word_of_where_it_is()
    {
        FlakyStore? store = null;
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            Bot = _ => new DelegateBot((_, _) => Task.CompletedTask),
            LastWord = services => FlakyStore.PutInto(services, made => store = made),
        });
        store!.Fail(nameof(IRuntimeStore.CheckWritableAsync));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy", "the store cannot be written"), await AskAsync(shop));
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

    [Fact]
    public async Task Each_check_has_its_name_and_nothing_else_is_told()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        using var ready = await ReadAsync(shop, "ready");
        Assert.Equal(
            ["dead-letters", "disk", "host", "lanes", "messenger", "outbox", "returned-mails", "writes"],
            ready.RootElement.GetProperty("checks").EnumerateObject().Select(check => check.Name).Order());
        using var live = await ReadAsync(shop, "live");
        Assert.Equal(["process"], live.RootElement.GetProperty("checks").EnumerateObject().Select(check => check.Name));
        Assert.All(
            ready.RootElement.GetProperty("checks").EnumerateObject(),
            check => Assert.Equal(["status", "description", "data"], check.Value.EnumerateObject().Select(part => part.Name)));
    }

    [Fact]
    public async Task A_dead_letter_of_the_last_day_is_told_and_the_shop_stays_open()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        var died = shop.Time.GetUtcNow().ToUnixTimeMilliseconds();
        Run(shop, $"""
            INSERT INTO outbox (seq, n, lane, kind, target, request, state, created, closed, reason)
            VALUES (1, 0, 'facebook:1:anna', 'messenger', 't', x'00', 2, {died}, {died}, 'limit')
            """);
        Assert.Equal(("Degraded", "all", 1), await CheckAsync(shop, "dead-letters"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(shop)).Status);
        await shop.StepAsync(TimeSpan.FromDays(1));

        Assert.Equal(("Healthy", "all", 1), await CheckAsync(shop, "dead-letters"));
    }

    [Fact]
    public async Task A_message_that_cannot_leave_is_told_after_a_quarter_of_an_hour()
    {
        var calls = new TestCalls { Answer = (_, _) => new Outcome.Later("out of order") };
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            Services = services => services.AddSingleton<IOutboxSender>(calls),
            Bot = _ => new DelegateBot((turn, _) =>
            {
                TestCalls.Ask(turn, "one");
                return Task.CompletedTask;
            }),
        });
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.PassAsync(TimeSpan.FromMinutes(14));
        Assert.Equal("Healthy", (await CheckAsync(shop, "outbox")).Status);
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        var (status, _, seconds) = await CheckAsync(shop, "outbox");
        Assert.Equal("Degraded", status);
        Assert.InRange(seconds, 15 * 60, 17 * 60);
        calls.Answer = (_, _) => new Outcome.Done();
        await shop.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(("Healthy", "oldestSeconds", 0), await CheckAsync(shop, "outbox"));
    }

    [Fact]
    public async Task More_rows_than_turns_can_take_are_told()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        Assert.Equal(("Healthy", "rows", 0), await CheckAsync(shop, "lanes"));
        for (var row = 0; row < Backlog.Most; row++)
            shop.Get<Backlog>().Enter();

        Assert.Equal(("Degraded", "rows", Backlog.Most), await CheckAsync(shop, "lanes"));
    }

    [Theory]
    [InlineData(0, HealthStatus.Degraded)]
    [InlineData(DiskSpaceCheck.Least - 1, HealthStatus.Degraded)]
    [InlineData(DiskSpaceCheck.Least, HealthStatus.Healthy)]
    public async Task A_disk_that_is_nearly_full_is_told_before_nothing_can_be_stored(long free, HealthStatus status) =>
        Assert.Equal(status, (await new DiskSpaceCheck(() => free).CheckHealthAsync(new HealthCheckContext())).Status);

    [Fact]
    public async Task A_check_that_throws_tells_nothing_of_what_it_met()
    {
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            Bot = _ => new DelegateBot((_, _) => Task.CompletedTask),
            Services = services => services.AddHealthChecks()
                .AddCheck("broken", () => throw new IOException("/home/anna/secret.db is gone"), [HealthTags.Ready]),
        });
        var (status, _, reason) = await AskAsync(shop);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the check itself failed"), (status, reason));
        using var answer = await shop.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>What <c>/health/ready</c> answers, and the reason of the check that fails; null when none does.</summary>
    private static async Task<(HttpStatusCode Status, string Word, string? Reason)> AskAsync(ShopHost shop)
    {
        using var answer = await shop.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var failing = json.RootElement.GetProperty("checks").EnumerateObject()
            .Where(check => check.Value.GetProperty("status").GetString() == "Unhealthy")
            .Select(check => check.Value.GetProperty("description").GetString());
        return (answer.StatusCode, json.RootElement.GetProperty("status").GetString()!, failing.SingleOrDefault());
    }

    private static async Task<(string Status, string Name, long Value)> CheckAsync(ShopHost shop, string name)
    {
        using var json = await ReadAsync(shop, "ready");
        var check = json.RootElement.GetProperty("checks").GetProperty(name);
        var datum = Assert.Single(check.GetProperty("data").EnumerateObject());
        return (check.GetProperty("status").GetString()!, datum.Name, datum.Value.GetInt64());
    }

    private static async Task<JsonDocument> ReadAsync(ShopHost shop, string tag) =>
        JsonDocument.Parse(await shop.Http.GetStringAsync(new Uri($"/health/{tag}", UriKind.Relative)));

    private static void Run(ShopHost shop, string sql)
    {
        using var session = shop.Get<Database>().OpenSession();
        session.Run(sql);
    }
}
