using System.Net;
using System.Text.Json;
using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class PanelTests
{
    private const string Address = "/simulator/stripe/panel";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_panel_shows_what_happened_and_needs_nothing_from_elsewhere()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await environment.PaidAsync();
        using var page = await environment.Browser.GetAsync(Address, Cancel);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(intent.LatestChargeId, html, StringComparison.Ordinal);
        Assert.Contains("€49.80", html, StringComparison.Ordinal);
        Assert.Contains("order-7K3", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//(?!127\\.0\\.0\\.1)", html);
        using var root = await environment.Browser.GetAsync("/simulator/stripe/", Cancel);
        Assert.Equal(Address, root.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await environment.Browser.GetAsync($"{Address}/assets/panel.css", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Every_button_does_what_it_says()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (open, coming, gone) = (await environment.CreateAsync(), await environment.CreateAsync(), await environment.CreateAsync());
        await environment.PayAsync(coming.Id, new { card = "async" });
        await environment.PayAsync(gone.Id, new { card = "async" });
        await PressAsync(environment, ("act", "expire"), ("id", open.Id));
        await PressAsync(environment, ("act", "settle-succeeded"), ("id", coming.Id));
        await PressAsync(environment, ("act", "settle-failed"), ("id", gone.Id));
        Assert.Equal("expired", (await environment.GetAsync(open.Id)).Status);
        Assert.Equal("paid", (await environment.GetAsync(coming.Id)).PaymentStatus);
        Assert.Equal("requires_payment_method", (await environment.GetAsync(gone.Id, "payment_intent")).PaymentIntent.Status);

        var charge = (await environment.GetAsync(coming.Id, "payment_intent")).PaymentIntent.LatestChargeId;
        var refund = await PressAsync(environment, ("act", "refund"), ("id", charge), ("amount", "12,5"));
        Assert.Equal(
            (1250L, "pending"), ((await RefundAsync(environment, refund)).Amount, (await RefundAsync(environment, refund)).Status));
        await PressAsync(environment, ("act", "refund-succeeded"), ("id", refund));
        Assert.Equal("succeeded", (await RefundAsync(environment, refund)).Status);
        await PressAsync(environment, ("act", "refund-failed"), ("id", refund));
        Assert.Equal("failed", (await RefundAsync(environment, refund)).Status);

        var dispute = await PressAsync(environment, ("act", "dispute"), ("id", charge), ("amount", ""), ("reason", "general"));
        await PressAsync(environment, ("act", "dispute-won"), ("id", dispute));
        var second = await PressAsync(environment, ("act", "dispute"), ("id", charge), ("amount", "10"), ("reason", "fraudulent"));
        await PressAsync(environment, ("act", "dispute-to-under_review"), ("id", second));
        await PressAsync(environment, ("act", "dispute-lost"), ("id", second));
        await PressAsync(environment, ("act", "dispute-to-appeal_under_review"), ("id", second));
        await PressAsync(environment, ("act", "dispute-lost"), ("id", second));
        var disputes = await environment.Stripe.V1.Disputes.ListAsync(cancellationToken: Cancel);
        Assert.Equal([("lost", 1000L), ("won", 4980L)], disputes.Select(each => (each.Status, each.Amount)));

        await PressAsync(environment, ("act", "webhooks-stop"));
        Assert.Equal("stopped", (await environment.LedgerAsync()).GetProperty("webhooks").GetProperty("delivery").GetString());
        await PressAsync(environment, ("act", "webhooks-resume"));
        Assert.Equal("running", (await environment.LedgerAsync()).GetProperty("webhooks").GetProperty("delivery").GetString());
    }

    [Fact]
    public async Task Every_card_names_the_order_and_the_shopper()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        options.PaymentIntentData.Description = "BA-7K3Q";
        var id = (await environment.CreateAsync(options)).Id;
        Assert.Contains("Order BA-7K3Q · anna@example.com", await PanelAsync(environment), StringComparison.Ordinal);
        await environment.PayAsync(id, new { card = "success", name = "Anna Rossi" });
        var charge = (await environment.GetAsync(id, "payment_intent")).PaymentIntent.LatestChargeId;
        await environment.ControlAsync($"charges/{charge}/refund", new { amount = 100 });
        await environment.ControlAsync($"charges/{charge}/dispute", new { });
        // The session, the payment, the refund and the dispute.
        Assert.Equal(4, (await PanelAsync(environment)).Split("Order BA-7K3Q · Anna Rossi, anna@example.com").Length - 1);
    }

    private static async Task<string> PanelAsync(StripeTestEnvironment environment) =>
        WebUtility.HtmlDecode(await environment.Browser.GetStringAsync(Address, Cancel));

    [Fact]
    public async Task Faults_are_set_in_percent_and_put_off_at_once()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await PressAsync(
            environment, ("act", "faults"), ("seed", "7"), ("webhooks.lose", "5"), ("api.timeout", "2,5"), ("refunds.pending", ""),
            ("delayMilliseconds", "900"), ("timeoutMilliseconds", "15000"));
        var faults = await FaultsAsync(environment);
        Assert.Equal(
            (7, 0.05, 900),
            (
                faults.GetProperty("seed").GetInt32(), faults.GetProperty("webhooks").GetProperty("lose").GetDouble(),
                faults.GetProperty("webhooks").GetProperty("delayMilliseconds").GetInt32()));
        Assert.Equal(
            (0.025, 15000),
            (
                faults.GetProperty("api").GetProperty("timeout").GetDouble(),
                faults.GetProperty("api").GetProperty("timeoutMilliseconds").GetInt32()));
        Assert.Contains(
            "name=\"webhooks.lose\" value=\"5\"", await environment.Browser.GetStringAsync(Address, Cancel), StringComparison.Ordinal);
        await PressAsync(environment, ("act", "faults-off"));
        Assert.Equal(0, (await FaultsAsync(environment)).GetProperty("webhooks").GetProperty("lose").GetDouble());
    }

    [Theory]
    [InlineData("act=refund&id=CHARGE&amount=49.81", "greater than unrefunded amount")]
    [InlineData("act=refund&id=CHARGE&amount=1.005", "is no amount in EUR")]
    [InlineData("act=refund&id=CHARGE&amount=1.250", "may stand for thousands or for decimals")]
    [InlineData("act=refund&id=CHARGE&amount=2,500", "may stand for thousands or for decimals")]
    [InlineData("act=dispute&id=CHARGE&reason=general&amount=1.500", "may stand for thousands or for decimals")]
    [InlineData("act=refund&id=CHARGE&amount=-1", "is no amount in EUR")]
    [InlineData("act=refund&id=CHARGE&amount=<b>", "is no amount in EUR")]
    [InlineData("act=refund&id=ch_none", "No such charge")]
    [InlineData("act=dispute&id=CHARGE&reason=bored", "Invalid reason")]
    [InlineData("act=settle-succeeded&id=cs_none", "No such checkout.session")]
    [InlineData("act=faults&seed=1&delayMilliseconds=1&timeoutMilliseconds=1&api.error=101", "from 0 to 1")]
    [InlineData("act=faults&seed=x", "write a whole number")]
    [InlineData("act=explode", "no button explode")]
    public async Task What_cannot_be_done_is_explained_on_the_page(string form, string word)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var charge = (await environment.PaidAsync()).LatestChargeId;
        var fields = form.Replace("CHARGE", charge, StringComparison.Ordinal)
            .Split('&')
            .Select(pair => (pair.Split('=')[0], pair.Split('=')[1]));
        using var refused = await PostAsync(environment, [.. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Matches($"role=\"alert\">[^<]*{word}", page);
        Assert.Empty((await environment.LedgerAsync()).GetProperty("refunds").EnumerateArray());
    }

    [Theory]
    [InlineData("1.250", 2, true)]
    [InlineData("1,000", 0, true)]
    [InlineData(" 12.500 ", 2, true)]
    [InlineData("1'250", 2, true)]
    [InlineData("1,250", 3, true)]
    [InlineData("1.250", 3, false)]
    [InlineData("0.250", 2, false)]
    [InlineData("1250.000", 2, false)]
    [InlineData("12.50", 2, false)]
    [InlineData("1250", 0, false)]
    [InlineData("", 2, false)]
    public void A_mark_that_may_stand_for_thousands_is_not_guessed(string typed, int digits, bool isAmbiguous) =>
        Assert.Equal(isAmbiguous, global::CommerceBot.Simulator.Stripe.Panel.TypedAmount.IsAmbiguous(typed, digits));

    [Fact]
    public async Task A_page_from_elsewhere_presses_no_button()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync();
        using var body = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["act"] = "expire",
                ["id"] = session.Id,
                ["token"] = new string('0', 64),
            }
        );
        using var forged = await environment.Browser.PostAsync(Address, body, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var stranger = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent([]) };
        stranger.Headers.Add("Origin", "https://evil.example");
        using var refused = await environment.Browser.SendAsync(stranger, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("open", (await environment.GetAsync(session.Id)).Status);
    }

    /// <returns>The id of the thing that the page goes back to.</returns>
    private static async Task<string> PressAsync(StripeTestEnvironment environment, params (string Field, string Value)[] fields)
    {
        using var done = await PostAsync(environment, fields);
        Assert.True(done.StatusCode == HttpStatusCode.SeeOther, await done.Content.ReadAsStringAsync(Cancel));
        return done.Headers.Location!.ToString().Split('#')[1];
    }

    private static async Task<HttpResponseMessage> PostAsync(StripeTestEnvironment environment, (string Field, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Field, field => field.Value);
        form["token"] = CheckoutForm.TokenOf(await environment.Browser.GetStringAsync(Address, Cancel));
        using var body = new FormUrlEncodedContent(form);
        return await environment.Browser.PostAsync(Address, body, Cancel);
    }

    private static Task<Refund> RefundAsync(StripeTestEnvironment environment, string id) =>
        environment.Stripe.V1.Refunds.GetAsync(id, cancellationToken: Cancel);

    private static async Task<JsonElement> FaultsAsync(StripeTestEnvironment environment) =>
        JsonElement.Parse(await environment.Browser.GetStringAsync("/simulator/stripe/control/faults", Cancel));
}
