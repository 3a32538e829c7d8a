using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Messenger.Webhooks;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

public sealed class WebhookTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_a_shopper_says_is_posted_with_a_signature_over_its_very_bytes()
    {
        await using var host = await MessengerHost.StartAsync();
        var psid = await host.WelcomeAsync("anna", "Anna", "it_IT");
        await host.DoAsync("anna", "say", new { text = "Un caffè/tè, 100% <buono> 😀 \"sì\" a@b.it" });
        var got = await host.Bot.NextAsync();

        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(host.Secrets.FacebookAppSecret), got.Body);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(hash), got.Signature);
        var raw = Encoding.ASCII.GetString(got.Body);
        Assert.DoesNotContain(got.Body, b => b > 0x7e);
        Assert.Contains(
            @"Un caff\u00e8\/t\u00e8, 100\u0025 \u003Cbuono> \ud83d\ude00 \""s\u00ec\"" a\u0040b.it", raw, StringComparison.Ordinal);

        var entry = got.Json.GetProperty("entry")[0];
        Assert.Equal("page", got.Json.GetProperty("object").GetString());
        Assert.Equal(host.Secrets.FacebookPageId, entry.GetProperty("id").GetString());
        Assert.Equal(psid, got.Event.GetProperty("sender").GetProperty("id").GetString());
        Assert.Equal(host.Clock.GetUtcNow().ToUnixTimeMilliseconds(), got.Event.GetProperty("timestamp").GetInt64());
        Assert.Equal("Un caffè/tè, 100% <buono> 😀 \"sì\" a@b.it", got.Event.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(host.Secrets.FacebookVerifyToken, host.Bot.VerifyToken);
        Assert.Equal(1, host.Bot.Verifications);
    }

    [Theory]
    [InlineData("\\\\u00E8", "\\\\u00E8")]
    [InlineData("\\u00E8", "\\u00e8")]
    [InlineData("\\n\\\"", "\\n\\\"")]
    public void An_escape_of_the_shopper_is_not_taken_for_one_of_ours(string inside, string expected) =>
        Assert.Equal($"\"{expected}\"", MetaBody.Escape($"\"{inside}\""));

    [Fact]
    public void A_body_says_the_same_before_and_after_the_escapes()
    {
        const string text = "é\\u00e9\\\\ / \u0001 \t \u2028 😀";
        var body = MetaBody.Write(new JsonObject { ["text"] = text });
        Assert.Equal(text, JsonNode.Parse(body)!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_refused_event_comes_again_at_once_then_after_1_2_4_up_to_60_seconds()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        for (var i = 0; i < 10; i++)
            host.Bot.Answers.Enqueue(500);
        await host.DoAsync("anna", "say", new { text = "Ciao" });
        var first = await host.Bot.NextAsync();
        Assert.Equal(first.Body, (await host.Bot.NextAsync()).Body);
        foreach (var pause in (int[])[1, 2, 4, 8, 16, 32, 60, 60])
        {
            await host.Clock.PassAsync(pause * Second);
            Assert.Equal(first.Body, (await host.Bot.NextAsync()).Body);
        }

        await host.Clock.PassAsync(60 * Second);
        Assert.Equal(200, (await host.Bot.NextAsync()).Answered);
        await host.DoAsync("anna", "say", new { text = "Basta" });
        Assert.Equal("Basta", (await host.Bot.NextAsync()).Event.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public void The_pauses_double_up_to_a_minute_and_an_hour_is_enough()
    {
        Assert.Equal([0, 0, 1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 10).Select(i => Webhook.PauseAfter(i).TotalSeconds));
        var webhook = new Webhook("messages", "1", null, [], DateTimeOffset.UnixEpoch);
        Assert.False(webhook.IsTooOld(DateTimeOffset.UnixEpoch.AddMinutes(59)));
        Assert.True(webhook.IsTooOld(DateTimeOffset.UnixEpoch.AddHours(1)));
    }

    [Fact]
    public async Task While_the_bot_is_away_everything_waits_and_then_comes_in_order()
    {
        var bot = await FakeBot.StartAsync();
        var port = bot.Address.Port;
        await bot.DisposeAsync();
        await using var host = await MessengerHost.StartAsync(bot: bot);
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        await host.DoAsync("anna", "say", new { text = "uno" });
        await host.Clock.PassAsync(Second);
        await using var back = await FakeBot.StartAsync(port);
        await host.DoAsync("anna", "say", new { text = "due" });
        await host.DoAsync("anna", "say", new { text = "tre" });
        foreach (var text in (string[])["uno", "due", "tre"])
            Assert.Equal(text, (await back.NextAsync()).Event.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task One_refused_event_does_not_hold_up_the_others()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        host.Bot.Answers.Enqueue(500);
        host.Bot.Answers.Enqueue(500);
        await host.DoAsync("anna", "say", new { text = "uno" });
        await host.Bot.NextAsync();
        await host.Bot.NextAsync();
        host.Bot.Answers.Enqueue(500);
        await host.DoAsync("anna", "say", new { text = "due" });
        // Which of the two is refused and comes again is not promised, only that the refused one does not hold up the other.
        var received = new HashSet<string?>();
        while (received.Count < 2)
            received.Add(await NextTextAsync(host));
        Assert.Equal(["due", "uno"], received.Order());
    }

    private static async Task<string?> NextTextAsync(MessengerHost host) =>
        (await host.Bot.NextAsync()).Event.GetProperty("message").GetProperty("text").GetString();

    [Fact]
    public async Task Nothing_is_posted_to_a_bot_that_does_not_repeat_the_challenge()
    {
        await using var host = await MessengerHost.StartAsync();
        host.Bot.RepeatsChallenge = false;
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        await host.DoAsync("anna", "say", new { text = "uno" });
        await host.Clock.PassAsync(Second);
        Assert.True(host.Bot.HasNothingMore);
        var state = await host.GetAsync("/simulator/messenger/webhooks");
        Assert.False(state.GetProperty("verified").GetBoolean());
        host.Bot.RepeatsChallenge = true;
        await host.DoAsync("anna", "say", new { text = "due" });
        Assert.Equal("uno", (await host.Bot.NextAsync()).Event.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Held_events_come_when_the_switch_is_on_again_and_dropped_ones_never()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        await host.SwitchAsync(new { webhooks = "drop" });
        await host.DoAsync("anna", "say", new { text = "perso" });
        await host.SwitchAsync(new { webhooks = "hold" });
        await host.DoAsync("anna", "say", new { text = "dopo" });
        await host.SwitchAsync(new { webhooks = "on" });
        Assert.Equal("dopo", (await host.Bot.NextAsync()).Event.GetProperty("message").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Every_event_comes_twice_when_asked()
    {
        await using var host = await MessengerHost.StartAsync();
        await host.WelcomeAsync("anna", "Anna", "it_IT");
        await host.SwitchAsync(new { webhooks = "duplicate" });
        await host.DoAsync("anna", "say", new { text = "uno" });
        Assert.Equal((await host.Bot.NextAsync()).Body, (await host.Bot.NextAsync()).Body);
    }

    [Fact]
    public async Task Only_the_fields_that_the_app_subscribed_to_are_sent()
    {
        var (host, psid) = await MessengerHost.WithAnnaAsync();
        await using var _ = host;
        var (status, _) = await host.GraphAsync(
            HttpMethod.Post, "me/subscribed_apps?subscribed_fields=messages,message_reads");
        Assert.Equal(200, status);
        await host.SendAsync(psid, new { text = "no echo of this" });
        await host.DoAsync("anna", "read");
        Assert.True((await host.Bot.NextAsync()).Event.TryGetProperty("read", out var _));
        Assert.Equal(400, (await host.GraphAsync(HttpMethod.Post, "me/subscribed_apps?subscribed_fields=gossip")).Status);
    }
}
