using System.Net;
using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

public sealed class HostingTests
{
    [Fact]
    public void Two_processes_that_start_together_read_the_same_secrets()
    {
        var folder = Directory.CreateTempSubdirectory("secrets-").FullName;
        var all = new SimulatorSecrets[8];
        Parallel.For(0, all.Length, i => all[i] = SimulatorSecrets.ReadOrCreate(Path.Combine(folder, "data")));
        Assert.Single(all.Distinct());
        Assert.Equal(["simulator.json"], Directory.GetFiles(Path.Combine(folder, "data")).Select(Path.GetFileName));
        Assert.StartsWith("sk_test_", all[0].StripeApiKey, StringComparison.Ordinal);
        Assert.StartsWith("whsec_", all[0].StripeWebhookSecret, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Broken_secrets_are_named_with_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("secrets-").FullName;
        File.WriteAllText(Path.Combine(folder, "simulator.json"), "{}");
        var wrong = Assert.Throws<InvalidOperationException>(() => SimulatorSecrets.ReadOrCreate(folder));
        Assert.Contains("Delete it", wrong.Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", "GET", null, null, true)]
    [InlineData("::1", "127.0.0.1", "POST", null, null, true)]
    [InlineData("::1", "shop.localhost", "POST", "http://shop.localhost", null, true)]
    [InlineData("::ffff:127.0.0.1", "[::1]:3978", "GET", null, null, true)]
    [InlineData("192.168.1.9", "localhost", "GET", null, null, false)]
    [InlineData("127.0.0.1", "evil.example", "GET", null, null, false)]
    [InlineData("127.0.0.1", "localhost.evil.example", "GET", null, null, false)]
    [InlineData("127.0.0.1", "localhost:3978", "POST", "http://localhost:3978", null, true)]
    [InlineData("127.0.0.1", "localhost:3978", "POST", "http://evil.example", null, false)]
    [InlineData("127.0.0.1", "localhost:3978", "POST", "null", null, false)]
    [InlineData("127.0.0.1", "localhost:3978", "POST", "http://localhost:3980", null, false)]
    [InlineData("127.0.0.1", "localhost:3978", "GET", "http://evil.example", null, true)]
    [InlineData("127.0.0.1", "localhost:3978", "GET", null, "203.0.113.9", false)]
    public void Only_this_machine_and_its_own_pages_may_use_the_simulator(
        string from, string host, string method, string? origin, string? forwarded, bool allowed)
    {
        var context = Request(from, host, method, origin);
        if (forwarded is not null)
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(allowed, SimulatorGuard.Refusal(context, new SimulatorOptions()) is null);
    }

    [Fact]
    public void An_open_simulator_answers_others_but_never_a_strangers_page()
    {
        var open = new SimulatorOptions { Enabled = SimulatorReach.Any };
        Assert.Null(SimulatorGuard.Refusal(Request("203.0.113.9", "shop.example", "POST", null), open));
        Assert.NotNull(SimulatorGuard.Refusal(Request("203.0.113.9", "shop.example", "POST", "http://evil.example"), open));
    }

    [Fact]
    public async Task The_guard_stands_before_every_address()
    {
        await using var host = await MessengerHost.StartAsync();
        foreach (var path in (string[])["/chat", "/chat/chat.js", "/simulator/messenger/shoppers", "/simulator/graph/v26.0/me"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = "evil.example";
            using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_simulator_that_is_never_there_has_no_address()
    {
        await using var host = await MessengerHost.StartAsync(settings: "--Simulator:Enabled=never");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/chat", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Simulator:Enabled", "yes")]
    [InlineData("Simulator:Url", "localhost:3980")]
    [InlineData("Simulator:BotUrl", "ftp://localhost")]
    public void A_wrong_setting_is_named(string key, string value)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();
        var wrong = Assert.Throws<InvalidOperationException>(() => SimulatorOptions.Read(configuration));
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", wrong.Message, StringComparison.Ordinal);
    }

    private static DefaultHttpContext Request(string from, string host, string method, string? origin)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Request.Method = method;
        if (origin is not null)
            context.Request.Headers.Origin = origin;
        return context;
    }
}
