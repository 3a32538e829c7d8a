using System.Net;
using System.Text.RegularExpressions;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed partial class CheckoutPageTests
{
    [Fact]
    public async Task An_ended_session_has_a_page_that_says_so()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var paid = await environment.CreateAsync();
        await environment.PayAsync(paid.Id);
        using var complete = await environment.Browser.GetAsync(paid.Url, Cancel);
        Assert.Contains("This payment is complete", await complete.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var gone = await environment.CreateAsync();
        await environment.ControlAsync($"sessions/{gone.Id}/expire");
        using var expired = await environment.Browser.GetAsync(gone.Url, Cancel);
        Assert.Equal(HttpStatusCode.Gone, expired.StatusCode);
        using var missing = await environment.Browser.GetAsync("/simulator/stripe/checkout/cs_test_none", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task The_page_speaks_the_sessions_language_or_the_browsers()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var italian = await environment.CreateAsync(With(options => options.Locale = "it"));
        Assert.Contains("lang=\"it\"", await environment.Browser.GetStringAsync(italian.Url, Cancel), StringComparison.Ordinal);
        var any = await environment.CreateAsync();
        Assert.Contains("lang=\"en\"", await environment.Browser.GetStringAsync(any.Url, Cancel), StringComparison.Ordinal);
        environment.Browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("it-IT,it;q=0.9,en;q=0.5");
        Assert.Contains("lang=\"it\"", await environment.Browser.GetStringAsync(any.Url, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_may_be_framed_by_the_chat_only_and_hides_nothing_a_shop_wrote()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var session = await environment.CreateAsync(
            With(options => options.LineItems[0].PriceData.ProductData.Name = "<script>alert(1)</script>"));
        using var page = await environment.Browser.GetAsync(session.Url, Cancel);
        Assert.Contains("frame-ancestors 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK, (await environment.Browser.GetAsync("/simulator/stripe/checkout/assets/checkout.js", Cancel)).StatusCode);
    }
}
