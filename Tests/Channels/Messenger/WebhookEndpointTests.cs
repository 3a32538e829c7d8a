using System.Net;
using System.Text;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

public sealed class WebhookEndpointTests
{
    [Fact]
    public async Task Meta_is_given_its_bare_challenge_back()
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var answer = await host.Http.GetAsync(
            $"/api/facebook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={host.Get<SimulatorSecrets>().FacebookVerifyToken}"
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("1158201444", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1")]
    [InlineData("?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token={right}")]
    [InlineData("?hub.challenge=1&hub.verify_token={right}")]
    [InlineData("")]
    public async Task A_stranger_is_not_told_that_this_is_the_webhook(string query)
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var answer = await host.Http.GetAsync(
            "/api/facebook" + query.Replace("{right}", host.Get<SimulatorSecrets>().FacebookVerifyToken, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_Meta_did_not_sign_is_refused_and_leaves_no_row()
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        var body = Encoding.UTF8.GetBytes(Meta.Batch(Meta.Message("m1", "ciao")));
        var other = Encoding.UTF8.GetBytes(Meta.Batch(Meta.Message("m2", "ciao")));
        string?[] signatures =
        [
            null,
            "",
            "sha256=",
            "sha256=zz",
            Meta.Sign(host, other),
            Meta.Sign(host, body)[7..],
            "sha1=" + new string('0', 40),
            Meta.Sign(host, body) + "00",
        ];
        foreach (var signature in signatures)
            Assert.Equal(HttpStatusCode.Unauthorized, await host.PostAsync(body, signature));
        await host.SettleAsync();
        Assert.Equal(0, host.Count("inbox"));
        Assert.Equal(signatures.Length, counted["messenger wrong-signature"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"object":"page"}""")]
    [InlineData("""{"object":"page","entry":{}}""")]
    [InlineData("""{"object":"page","entry":[null,3,"x"]}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1","messaging":"x"}]}""")]
    public async Task Signed_nonsense_is_counted_and_answered_well(string body)
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var counted = new Counted(host);
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        Assert.True(counted["messenger Malformed"] > 0);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_four_megabytes_is_refused_whole(bool chunked)
    {
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await host.DeliverAsync(new byte[(4 * 1024 * 1024) + 1], chunked));
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(Meta.Batch(Meta.Message("m1", "ciao"))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_of_a_megabyte_and_a_half_is_read_whole(bool chunked)
    {
        await using var host = await ShopHost.WithEchoAsync();
        var filler = Enumerable.Repeat(
            Meta.Event(""" "delivery":{"watermark":1458668856253,"mids":["m_mid.1458668856218:ed81099e15d3f4f233"]} """), 9000);
        var body = Encoding.UTF8.GetBytes(Meta.Batch([Meta.Message("first", "uno"), .. filler, Meta.Message("last", "due")]));
        Assert.True(body.Length > 1_500_000, $"It has only {body.Length} bytes.");
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body, chunked));
        Assert.Equal(2, host.Count("inbox WHERE kind = 0"));
    }

    [Fact]
    public async Task A_bad_event_harms_none_of_its_neighbours()
    {
        await using var host = await ShopHost.WithEchoAsync();
        string[] bad =
        [
            "null", "3", "{}", """{"message":{}}""", """{"sender":{"id":"7001"},"message":"TEST_MESSAGE"}""",
            Meta.Event(""" "message":{"mid":"x","text":"\ud83d","attachments":[null,{"type":7}]} """), Meta.Event(""" "postback":null """),
            """{"sender":{"id":{"a":1}},"recipient":[],"timestamp":{},"message":{"mid":[],"text":{}}}""",
        ];
        foreach (var (each, number) in bad.Select((each, number) => (each, number)))
            Assert.Equal(
                HttpStatusCode.OK,
                await host.DeliverAsync(Meta.Batch(Meta.Message($"a{number}", "prima"), each, Meta.Message($"b{number}", "dopo"))));
        await host.SettleAsync();
        Assert.True(host.Count("inbox WHERE kind = 0") >= 2 * bad.Length);
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
    }

    [Fact]
    public async Task Every_sample_of_what_Meta_and_others_sent_is_answered_well()
    {
        await using var host = await ShopHost.StartAsync();
        var samples = Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples", "webhooks"))
            .Where(path => path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".body", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
            Assert.Equal((sample, HttpStatusCode.OK), (sample, await host.DeliverAsync(await File.ReadAllBytesAsync(sample))));
        await host.SettleAsync();
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
    }

    [Fact]
    public async Task A_delivery_that_comes_twice_is_one_message()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var body = Meta.Batch(Meta.Message("m1", "ciao"));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        Assert.Equal(
            HttpStatusCode.OK,
            await host.DeliverAsync(Meta.Batch(Meta.Message("m1", "ciao"), Meta.Message("m1", "ciao"), Meta.Message("m2", "ciao"))));
        await host.SettleAsync();
        Assert.Equal(2, host.Count("inbox WHERE kind = 0"));
        Assert.Equal(2, host.Count("outbox WHERE kind = 'messenger'"));
    }

    [Fact]
    public async Task An_event_for_another_app_starts_no_turn()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var standby = Meta.Batch(Meta.Message("m1", "ciao")).Replace("\"messaging\"", "\"standby\"", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(standby));
        Assert.Equal(
            HttpStatusCode.OK,
            await host.DeliverAsync(Meta.Batch(Meta.Event(""" "read":{"watermark":1} """), Meta.Event(""" "delivery":{"watermark":1} """)))
        );
        await host.SettleAsync();
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_is_refused_so_that_Meta_sends_it_again()
    {
        await using var host = await ShopHost.WithEchoAsync();
        var body = Meta.Batch(Meta.Message("m1", "ciao"));
        host.Run("ALTER TABLE inbox RENAME TO gone");
        Assert.Equal(HttpStatusCode.InternalServerError, await host.DeliverAsync(body));
        host.Run("ALTER TABLE gone RENAME TO inbox");
        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync(body));
        await host.SettleAsync();
        Assert.Equal(1, host.Count("inbox WHERE kind = 0 AND handled = 1"));
    }
}
