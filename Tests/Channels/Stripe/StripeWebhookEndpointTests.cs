using System.Net;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Orders;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Stripe;

public sealed class StripeWebhookEndpointTests
{
    [Fact]
    public async Task What_Stripe_did_not_sign_is_refused_and_leaves_no_row()
    {
        await using var host = await ShopHost.StartAsync();
        using var counted = new Counted(host);
        var body = Event("evt_1", "x");
        var now = host.Time.GetUtcNow().ToUnixTimeSeconds();
        string?[] signatures =
        [
            null, "", "t=1", $"t={now},v1=00", $"t={now},v1={new string('0', 64)}",
            Sign(host, Event("evt_2", "x"), now), Sign(host, body, now - 301), Sign(host, body, now)[..^1],
        ];
        foreach (var signature in signatures)
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(host, body, signature));
        Assert.Equal(0, host.Count("inbox"));
        Assert.Equal(signatures.Length, counted["stripe wrong-signature"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"id":"evt_1"}""")]
    [InlineData("""{"id":"evt_1","type":"\ud83d","data":{"object":{"id":"\udc00"}}}""")]
    public async Task Signed_nonsense_is_counted_and_answered_well(string body)
    {
        await using var host = await ShopHost.StartAsync();
        using var counted = new Counted(host);
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, body));
        Assert.Equal(1, counted["stripe unreadable"]);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task An_event_of_ours_is_a_notification_in_the_orders_lane_once_an_event_id()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, Event("evt_1", order.Id.Value)));
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, Event("evt_2", order.Id.Value)));
        await host.SettleAsync();
        Assert.Equal(2, host.Count($"inbox WHERE kind = 1 AND lane = '{order.Lane}'"));
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
    }

    [Fact]
    public async Task An_object_that_nobody_here_knows_is_counted_and_answered_well()
    {
        await using var host = await ShopHost.StartAsync();
        using var counted = new Counted(host);
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        var rows = host.Count("inbox");
        string[] foreign =
        [
            Event("evt_1", "0123456789abcdef-1"),
            """{"id":"evt_2","type":"charge.succeeded","livemode":false,"data":{"object":{"id":"ch_1","object":"charge"}}}""",
            Event("evt_3", order.Id.Value).Replace("\"livemode\":false", "\"livemode\":true", StringComparison.Ordinal),
            Event("evt_4", order.Id.Value)
                .Replace("\"livemode\":false", "\"livemode\":false,\"account\":\"acct_1\"", StringComparison.Ordinal),
        ];
        foreach (var body in foreign)
            Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, body));
        Assert.Equal(foreign.Length, counted["stripe not-ours"]);
        Assert.Equal(rows, host.Count("inbox"));
    }

    [Fact]
    public async Task An_order_of_ours_that_is_not_there_yet_is_asked_for_again()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await DeliverAsync(host, Event("evt_1", $"{host.Get<Database>().Id}-4242")));
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_is_refused_so_that_Stripe_sends_it_again()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        host.Run("ALTER TABLE inbox RENAME TO gone");
        Assert.Equal(HttpStatusCode.InternalServerError, await DeliverAsync(host, Event("evt_1", order.Id.Value)));
        host.Run("ALTER TABLE gone RENAME TO inbox");
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, Event("evt_1", order.Id.Value)));
        await host.SettleAsync();
        Assert.Equal(1, host.Count("inbox WHERE kind = 1 AND handled = 1"));
    }

    [Fact]
    public async Task A_body_beyond_a_megabyte_is_refused_whole()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await DeliverAsync(host, new string(' ', (1024 * 1024) + 1)));
    }

    [Theory]
    [InlineData(
        """{"id":"evt_1","id":"evt_2","type":"a.b","type":"4242424242424242","data":{"object":{"id":"x","id":"y","4242424242424242":"""
        + """1,"4242424242424242":2}}}"""
    )]
    [InlineData(
        """{"id":"evt_1","type":"charge.succeeded","data":{"object":{"id":"ch_1","object":"charge","metadata":"""
        + """{"order":"a","order":"4242424242424242"}}},"data":{}}"""
    )]
    [InlineData(
        """{"id":"4242424242424242","type":"checkout.session.completed","data":{"object":"""
        + """{"id":"4242424242424242","object":"checkout.session","client_reference_id":"\u0000"}}}"""
    )]
    public async Task A_name_that_comes_twice_is_answered_well_and_nothing_of_it_is_logged(string body)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, body));
        Assert.Equal(0, host.Count("inbox"));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("4242424242424242", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("type")]
    [InlineData("object")]
    [InlineData("order")]
    public async Task An_id_without_end_is_none(string where)
    {
        await using var host = await ShopHost.StartAsync();
        using var counted = new Counted(host);
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        var rows = host.Count("inbox");
        var big = new string('x', 400_000);
        var body = where switch
        {
            "id" => Event(big, order.Id.Value),
            "type" => Event("evt_1", order.Id.Value).Replace("checkout.session.completed", big, StringComparison.Ordinal),
            "object" => Event("evt_1", "-").Replace("cs_evt_1", big, StringComparison.Ordinal),
            _ => Event("evt_1", big),
        };
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(host, body));
        Assert.Equal(rows, host.Count("inbox"));
        Assert.Equal(1, counted["stripe unreadable"] + counted["stripe not-ours"]);
    }

    private static string Event(string id, string order) =>
        $$$"""{"id":"{{{id}}}","object":"event","type":"checkout.session.completed","livemode":false,"data":{"object":"""
        + $$$"""{"id":"cs_{{{id}}}","object":"checkout.session","metadata":{"order":"{{{order}}}"} } } }""";

    private static Task<HttpStatusCode> DeliverAsync(ShopHost host, string body) =>
        PostAsync(host, body, Sign(host, body, host.Time.GetUtcNow().ToUnixTimeSeconds()));

    private static async Task<HttpStatusCode> PostAsync(ShopHost host, string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/stripe")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Sign(ShopHost host, string body, long time)
    {
        var key = Encoding.UTF8.GetBytes(host.Get<SimulatorSecrets>().StripeWebhookSecret);
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }
}
