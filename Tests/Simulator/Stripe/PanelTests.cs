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
        await using var town = await StripeTown.OpenAsync();
        var intent = await town.PaidAsync();
        using var page = await town.Browser.GetAsync(Address, Cancel);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Cancel));
        Assert.Contains(intent.LatestChargeId, html, StringComparison.Ordinal);
        Assert.Contains("€49.80", html, StringComparison.Ordinal);
        Assert.Contains("order-7K3", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//(?!127\\.0\\.0\\.1)", html);
        using var root = await town.Browser.GetAsync("/simulator/stripe/", Cancel);
        Assert.Equal(Address, root.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await town.Browser.GetAsync($"{Address}/assets/panel.css", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Every_button_does_what_it_says()
    {
        await using var town = await StripeTown.OpenAsync();
        var (open, coming, gone) = (await town.CreateAsync(), await town.CreateAsync(), await town.CreateAsync());
        await town.PayAsync(coming.Id, new { card = "async" });
        await town.PayAsync(gone.Id, new { card = "async" });
        await PressAsync(town, ("act", "expire"), ("id", open.Id));
        await PressAsync(town, ("act", "settle-succeeded"), ("id", coming.Id));
        await PressAsync(town, ("act", "settle-failed"), ("id", gone.Id));
        Assert.Equal("expired", (await town.GetAsync(open.Id)).Status);
        Assert.Equal("paid", (await town.GetAsync(coming.Id)).PaymentStatus);
        Assert.Equal("requires_payment_method", (await town.GetAsync(gone.Id, "payment_intent")).PaymentIntent.Status);

        var charge = (await town.GetAsync(coming.Id, "payment_intent")).PaymentIntent.LatestChargeId;
        var refund = await PressAsync(town, ("act", "refund"), ("id", charge), ("amount", "12,5"));
        Assert.Equal((1250L, "pending"), ((await RefundAsync(town, refund)).Amount, (await RefundAsync(town, refund)).Status));
        await PressAsync(town, ("act", "refund-succeeded"), ("id", refund));
        Assert.Equal("succeeded", (await RefundAsync(town, refund)).Status);
        await PressAsync(town, ("act", "refund-failed"), ("id", refund));
        Assert.Equal("failed", (await RefundAsync(town, refund)).Status);

        var dispute = await PressAsync(town, ("act", "dispute"), ("id", charge), ("amount", ""), ("reason", "general"));
        await PressAsync(town, ("act", "dispute-won"), ("id", dispute));
        var second = await PressAsync(town, ("act", "dispute"), ("id", charge), ("amount", "10"), ("reason", "fraudulent"));
        await PressAsync(town, ("act", "dispute-lost"), ("id", second));
        var disputes = await town.Stripe.V1.Disputes.ListAsync(cancellationToken: Cancel);
        Assert.Equal([("lost", 1000L), ("won", 4980L)], disputes.Select(each => (each.Status, each.Amount)));

        await PressAsync(town, ("act", "webhooks-stop"));
        Assert.Equal("stopped", (await town.LedgerAsync()).GetProperty("webhooks").GetProperty("delivery").GetString());
        await PressAsync(town, ("act", "webhooks-resume"));
        Assert.Equal("running", (await town.LedgerAsync()).GetProperty("webhooks").GetProperty("delivery").GetString());
    }

    [Fact]
    public async Task Every_card_names_the_order_and_the_shopper()
    {
        await using var town = await StripeTown.OpenAsync();
        var options = StripeTown.Cart();
        options.PaymentIntentData.Description = "BA-7K3Q";
        var id = (await town.CreateAsync(options)).Id;
        Assert.Contains("Order BA-7K3Q · anna@example.com", await PanelAsync(town), StringComparison.Ordinal);
        await town.PayAsync(id, new { card = "success", name = "Anna Rossi" });
        var charge = (await town.GetAsync(id, "payment_intent")).PaymentIntent.LatestChargeId;
        await town.ControlAsync($"charges/{charge}/refund", new { amount = 100 });
        await town.ControlAsync($"charges/{charge}/dispute", new { });
        // The session, the payment, the refund and the dispute.
        Assert.Equal(4, (await PanelAsync(town)).Split("Order BA-7K3Q · Anna Rossi, anna@example.com").Length - 1);
    }

    private static async Task<string> PanelAsync(StripeTown town) =>
        WebUtility.HtmlDecode(await town.Browser.GetStringAsync(Address, Cancel));

    [Fact]
    public async Task Faults_are_set_in_percent_and_put_off_at_once()
    {
        await using var town = await StripeTown.OpenAsync();
        await PressAsync(
            town, ("act", "faults"), ("seed", "7"), ("webhooks.lose", "5"), ("api.timeout", "2,5"), ("refunds.pending", ""),
            ("delayMilliseconds", "900"), ("timeoutMilliseconds", "15000"));
        var faults = await FaultsAsync(town);
        Assert.Equal((7, 0.05, 900), (faults.GetProperty("seed").GetInt32(), faults.GetProperty("webhooks").GetProperty("lose").GetDouble(), faults.GetProperty("webhooks").GetProperty("delayMilliseconds").GetInt32()));
        Assert.Equal((0.025, 15000), (faults.GetProperty("api").GetProperty("timeout").GetDouble(), faults.GetProperty("api").GetProperty("timeoutMilliseconds").GetInt32()));
        Assert.Contains("name=\"webhooks.lose\" value=\"5\"", await town.Browser.GetStringAsync(Address, Cancel), StringComparison.Ordinal);
        await PressAsync(town, ("act", "faults-off"));
        Assert.Equal(0, (await FaultsAsync(town)).GetProperty("webhooks").GetProperty("lose").GetDouble());
    }

    [Theory]
    [InlineData("act=refund&id=CHARGE&amount=49.81", "greater than unrefunded amount")]
    [InlineData("act=refund&id=CHARGE&amount=1.005", "is no amount in EUR")]
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
        await using var town = await StripeTown.OpenAsync();
        var charge = (await town.PaidAsync()).LatestChargeId;
        var fields = form.Replace("CHARGE", charge, StringComparison.Ordinal).Split('&').Select(pair => (pair.Split('=')[0], pair.Split('=')[1]));
        using var refused = await PostAsync(town, [.. fields]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Matches($"role=\"alert\">[^<]*{word}", page);
        Assert.Empty((await town.LedgerAsync()).GetProperty("refunds").EnumerateArray());
    }

    [Fact]
    public async Task A_page_from_elsewhere_presses_no_button()
    {
        await using var town = await StripeTown.OpenAsync();
        var session = await town.CreateAsync();
        using var body = new FormUrlEncodedContent(new Dictionary<string, string> { ["act"] = "expire", ["id"] = session.Id, ["token"] = new string('0', 64) });
        using var forged = await town.Browser.PostAsync(Address, body, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var stranger = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent([]) };
        stranger.Headers.Add("Origin", "https://evil.example");
        using var refused = await town.Browser.SendAsync(stranger, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("open", (await town.GetAsync(session.Id)).Status);
    }

    /// <returns>The id of the thing that the page goes back to.</returns>
    private static async Task<string> PressAsync(StripeTown town, params (string Field, string Value)[] fields)
    {
        using var done = await PostAsync(town, fields);
        Assert.True(done.StatusCode == HttpStatusCode.SeeOther, await done.Content.ReadAsStringAsync(Cancel));
        return done.Headers.Location!.ToString().Split('#')[1];
    }

    private static async Task<HttpResponseMessage> PostAsync(StripeTown town, (string Field, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Field, field => field.Value);
        form["token"] = CheckoutForm.TokenOf(await town.Browser.GetStringAsync(Address, Cancel));
        using var body = new FormUrlEncodedContent(form);
        return await town.Browser.PostAsync(Address, body, Cancel);
    }

    private static Task<Refund> RefundAsync(StripeTown town, string id) => town.Stripe.V1.Refunds.GetAsync(id, cancellationToken: Cancel);

    private static async Task<JsonElement> FaultsAsync(StripeTown town) =>
        JsonElement.Parse(await town.Browser.GetStringAsync("/simulator/stripe/control/faults", Cancel));
}
