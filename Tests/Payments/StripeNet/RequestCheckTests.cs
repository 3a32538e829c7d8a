using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Tests.Simulator.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>The check that every test's calls to Stripe pass through, itself checked.</summary>
public sealed class RequestCheckTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        typeof(SessionCreateOptions),
        "mode=payment&line_items[0][quantity]=2&line_items[0][price_data][product_data][images][0]=http%3A%2F%2Fa.example")]
    [InlineData(
        typeof(SessionCreateOptions),
        "metadata[order]=7K3&expires_at=1795426199&allow_promotion_codes=false&locale=pt-BR&ui_mode=hosted_page")]
    [InlineData(typeof(SessionCreateOptions), "line_items=&expand=")]
    [InlineData(typeof(SessionCreateOptions), "line_items[0][price_data][unit_amount_decimal]=10.5")]
    [InlineData(typeof(SessionListOptions), "?limit=3&starting_after=cs_1&created[gte]=1795426199&customer_details[email]=a%40b.example")]
    [InlineData(typeof(RefundListOptions), "created=1795426199&charge=ch_1")]
    [InlineData(typeof(RefundCreateOptions), "payment_intent=pi_1&amount=100&reason=duplicate&metadata=")]
    public void What_Stripe_net_can_say_passes(Type options, string form) => Assert.Empty(RequestCheck.Of(options, form));

    [Theory]
    [InlineData(typeof(SessionCreateOptions), "payment_method_types[0]=card", "no payment_method_types")]
    [InlineData(typeof(SessionCreateOptions), "line_items[0][price_data][product_data][colour]=red", "no colour")]
    [InlineData(typeof(SessionCreateOptions), "line_items[0][quantity]=two", "not a whole number")]
    [InlineData(typeof(SessionCreateOptions), "line_items[first][quantity]=2", "not a place")]
    [InlineData(typeof(SessionCreateOptions), "line_items=2", "not a value")]
    [InlineData(typeof(SessionCreateOptions), "mode[a]=payment", "has no a")]
    [InlineData(typeof(SessionCreateOptions), "mode=pay", "not one of")]
    [InlineData(typeof(SessionCreateOptions), "ui_mode=hosted", "not one of")]
    [InlineData(typeof(SessionCreateOptions), "allow_promotion_codes=yes", "not true or false")]
    [InlineData(typeof(SessionCreateOptions), "adaptive_pricing=true", "is a value")]
    [InlineData(typeof(SessionCreateOptions), "expires_at=2026-11-23", "not a whole number")]
    [InlineData(typeof(SessionCreateOptions), "metadata[a][b]=c", "not a key and a text")]
    [InlineData(typeof(SessionCreateOptions), "a[b[c]]=d", "no name")]
    [InlineData(typeof(RefundCreateOptions), "reason=because", "not one of")]
    [InlineData(typeof(RefundListOptions), "created[since]=1", "has no since")]
    public void What_it_cannot_say_is_named(Type options, string form, string complaint) =>
        Assert.Contains(complaint, Assert.Single(RequestCheck.Of(options, form)), StringComparison.Ordinal);

    [Fact]
    public void The_words_of_Stripe_nets_documentation_were_found() => Assert.InRange(WireNames.Enumerations, 500, 50_000);

    [Fact]
    public void Every_call_of_the_simulator_is_one_that_Stripe_net_knows() => Assert.Equal(
        Operations.All.Select(operation => $"{operation.Method} {operation.Path}").Order(),
        StripeCalls.All.Select(call => $"{call.Method} {call.Path}").Order());

    [Fact]
    public async Task A_test_whose_call_Stripe_net_could_not_send_fails()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        options.AddExtraParam("payment_method_types[0]", "card");
        await Assert.ThrowsAsync<StripeException>(() => environment.CreateAsync(options));
        await Assert.ThrowsAsync<StripeException>(() => environment.Stripe.V1.Coupons.GetAsync("summer", cancellationToken: Cancel));
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => environment.DisposeAsync().AsTask());
        Assert.Contains("SessionCreateOptions has no payment_method_types", failed.Message, StringComparison.Ordinal);
        Assert.Contains("/v1/coupons/summer: no call", failed.Message, StringComparison.Ordinal);
        Assert.Equal(2, environment.StripeNet.Seen);
        Directory.Delete(environment.Folder, recursive: true);
    }

    [Fact]
    public async Task The_calls_of_a_whole_purchase_are_seen()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.PaidAsync();
        Assert.Equal(2, environment.StripeNet.Seen);
        Assert.Empty(environment.StripeNet.Wrong);
    }
}
