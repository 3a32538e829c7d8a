using System.Net;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Events of Stripe's that name an object and say nothing more.</summary>
public sealed class ThinEventTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_thin_event_about_a_refund_leads_to_a_look_at_its_payment()
    {
        await shop.PlayAsync(Shopping.Orders("vera", "Cappuccino") + """
            pays: success
            bot: RECEIPT
            stripe holds webhooks
            stripe refunds: 100
            bot is silent
            """);
        var refund = (await shop.Checkout.ListAsync("refunds"))[^1].GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync("evt_thin_1", "v1.refund.created", "refund", refund));
        Assert.Equal(100, shop.Merchant.LedgerOf(shop.Merchant.OrderOf("vera@example.com")).GivenBack!.Value.Minor);
        await shop.PlayAsync("stripe sends webhooks");
    }

    [Theory]
    [InlineData("v1.refund.created", "refund", "re_nobody")]
    [InlineData("v1.charge.dispute.created", "dispute", "du_nobody")]
    [InlineData("v1.invented.tomorrow", "invention", "inv_1")]
    public async Task A_thin_event_about_something_that_nobody_has_is_counted_and_answered_well(string type, string kind, string id)
    {
        var rows = shop.Now.Count("inbox");
        Assert.Equal(HttpStatusCode.OK, await DeliverAsync($"evt_{id}", type, kind, id));
        Assert.Equal(rows, shop.Now.Count("inbox"));
    }

    [Fact]
    public async Task A_thin_event_whose_object_cannot_be_read_now_is_sent_again()
    {
        await shop.PlayAsync("stripe fails: api.tooMany 1");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await DeliverAsync("evt_thin_9", "v1.refund.updated", "refund", "re_later"));
        await shop.PlayAsync("stripe is well");
    }

    private async Task<HttpStatusCode> DeliverAsync(string id, string type, string kind, string about)
    {
        var body =
            $$$"""{"id":"{{{id}}}","object":"v2.core.event","type":"{{{type}}}","livemode":false,"created":"2026-11-27T12:00:"""
            + $$$"""00.000Z","related_object":{"id":"{{{about}}}","type":"{{{kind}}}","url":"/v1/x/{{{about}}}"}}""";
        var time = shop.Now.Time.GetUtcNow().ToUnixTimeSeconds();
        var key = Encoding.UTF8.GetBytes(shop.Now.Get<SimulatorSecrets>().StripeWebhookSecret);
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/api/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Stripe-Signature",
            $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{time}.{body}")))}");
        using var answer = await shop.Now.Http.SendAsync(request);
        await shop.Now.SettleAsync();
        return answer.StatusCode;
    }
}
