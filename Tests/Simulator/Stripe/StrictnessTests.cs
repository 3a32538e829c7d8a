using System.Net;
using System.Text;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class StrictnessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const string Good =
        "mode=payment&success_url=http://shop.example/ok&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
        + "&line_items[0][price_data][unit_amount]=1000&line_items[0][price_data][product_data][name]=Tazza";

    /// <summary>
    /// What is added to (or put in the place of a part of) a good request; the code and the parameter that Stripe
    /// blames.
    /// </summary>
    public static TheoryData<string, string, string?, string?> Wrong =>
        new()
        {
            { "", "payment_method_types[0]=card", "parameter_unknown", "payment_method_types" },
            { "", "ui_mode=hosted", null, "ui_mode" },
            {
                "",
                "line_items[0][price_data][product_data][colour]=red",
                "parameter_unknown",
                "line_items[0][price_data][product_data][colour]"
            },
            { "mode=payment&", "", "parameter_missing", "mode" },
            { "mode=payment", "mode=pay", null, "mode" },
            { "mode=payment", "mode=subscription", "not_simulated", "mode=subscription" },
            { "success_url=http://shop.example/ok&", "", "parameter_missing", "success_url" },
            { "success_url=http://shop.example/ok", "success_url=/ok", "url_invalid", "success_url" },
            { "success_url=http://shop.example/ok", "success_url=javascript:alert(1)", "url_invalid", "success_url" },
            { "&line_items[0][price_data][currency]=eur", "", "parameter_missing", "line_items[0][price_data][currency]" },
            { "currency]=eur", "currency]=lira", null, "line_items[0][price_data][currency]" },
            { "unit_amount]=1000", "unit_amount]=19.99", "parameter_invalid_integer", "line_items[0][price_data][unit_amount]" },
            { "unit_amount]=1000", "unit_amount]=-1", "parameter_invalid_integer", "line_items[0][price_data][unit_amount]" },
            { "unit_amount]=1000", "unit_amount]=49", "amount_too_small", null },
            { "&line_items[0][price_data][unit_amount]=1000", "", "parameter_missing", "line_items[0][price_data][unit_amount]" },
            { "", "line_items[0][price_data][unit_amount_decimal]=1000", null, "line_items[0][price_data][unit_amount_decimal]" },
            {
                "unit_amount]=1000",
                "unit_amount_decimal]=ten",
                "parameter_invalid_decimal",
                "line_items[0][price_data][unit_amount_decimal]"
            },
            {
                "unit_amount]=1000",
                "unit_amount_decimal]=-0.5",
                "parameter_invalid_decimal",
                "line_items[0][price_data][unit_amount_decimal]"
            },
            {
                "unit_amount]=1000",
                "unit_amount_decimal]=1000.1234567890123",
                "parameter_invalid_decimal",
                "line_items[0][price_data][unit_amount_decimal]"
            },
            {
                "unit_amount]=1000",
                "unit_amount_decimal]=100000000",
                "parameter_invalid_decimal",
                "line_items[0][price_data][unit_amount_decimal]"
            },
            {
                "unit_amount]=1000",
                "unit_amount_decimal]=1e3",
                "parameter_invalid_decimal",
                "line_items[0][price_data][unit_amount_decimal]"
            },
            { "unit_amount]=1000", "unit_amount_decimal]=49.4", "amount_too_small", null },
            {
                "unit_amount]=1000",
                "unit_amount]=99999999&shipping_options[0][shipping_rate_data][display_name]=x&"
                + "shipping_options[0][shipping_rate_data][fixed_amount][amount]=1&"
                + "shipping_options[0][shipping_rate_data][fixed_amount][currency]=eur",
                "amount_too_large",
                null
            },
            { "[quantity]=1", "[quantity]=0", "parameter_invalid_integer", "line_items[0][quantity]" },
            { "line_items[0]", "line_items[2]", null, "line_items" },
            { "", "line_items=", null, "line_items" },
            { "", "allow_promotion_codes=yes", null, "allow_promotion_codes" },
            { "", "allow_promotion_codes=true", "not_simulated", "allow_promotion_codes" },
            { "", "client_reference_id=" + new string('x', 201), null, "client_reference_id" },
            { "", "client_reference_id=", "parameter_invalid_empty", "client_reference_id" },
            { "", "locale=xx", null, "locale" },
            { "", "customer_email=anna", "email_invalid", "customer_email" },
            { "", "customer_email=a@example.com&customer=cus_1", null, "customer_email" },
            { "", "expires_at=1795426199", null, "expires_at" },
            { "", "expires_at=tomorrow", "parameter_invalid_integer", "expires_at" },
            { "", "metadata[" + new string('k', 41) + "]=v", null, "metadata[" + new string('k', 41) + "]" },
            { "", "metadata[k]=" + new string('v', 501), null, "metadata[k]" },
            { "", "metadata[a[b]]=v", null, "metadata[a[b]]" },
            { "", "payment_intent_data[description]=" + new string('d', 1001), null, "payment_intent_data[description]" },
            { "", "payment_intent_data[statement_descriptor_suffix]=1234", null, "payment_intent_data[statement_descriptor_suffix]" },
            { "", "shipping_address_collection[allowed_countries][0]=Italy", null, "shipping_address_collection[allowed_countries][0]" },
            { "", "custom_text[submit][message]=" + new string('m', 1201), null, "custom_text[submit][message]" },
            { "", "submit_type=buy", null, "submit_type" },
            { "", "consent_collection[terms_of_service]=maybe", null, "consent_collection[terms_of_service]" },
            { "", "adaptive_pricing=true", null, "adaptive_pricing" },
            { "", "mode=payment", null, "mode" },
            { "", "expand[0]=lines", null, "expand" },
            {
                "currency]=eur",
                "currency]=kwd&line_items[0][price_data][unit_amount]=1005",
                "parameter_invalid_integer",
                "line_items[0][price_data][unit_amount]"
            },
        };

    [Fact]
    public async Task Every_wrong_session_is_refused_with_the_parameter_named()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        environment.StripeNet.NonsenseIsWanted = true;
        foreach (var row in Wrong.Select(row => row.Data))
        {
            var (part, instead, code, param) = row;
            var body = part.Length == 0 ? $"{Good}&{instead}" : Good.Replace(part, instead, StringComparison.Ordinal);
            if (instead.Contains("=kwd&", StringComparison.Ordinal))
                body = body.Replace("&line_items[0][price_data][unit_amount]=1000", "", StringComparison.Ordinal);
            var (status, error) = await PostAsync(environment, "checkout/sessions", body);
            Assert.True(status == HttpStatusCode.BadRequest, $"{instead} was answered {status}");
            Assert.Equal("invalid_request_error", error!.Type);
            Assert.True(code == error.Code && param == error.Param, $"{instead}: {error.Code} {error.Param} {error.Message}");
        }
        Assert.Empty(await environment.Stripe.V1.Checkout.Sessions.ListAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_good_plain_session_is_taken()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(environment, "checkout/sessions", Good)).Status);
    }

    [Theory]
    [InlineData("jpy", 50, true)]
    [InlineData("jpy", 49, false)]
    [InlineData("kwd", 5000, true)]
    [InlineData("kwd", 5005, false)]
    [InlineData("ugx", 500000, true)]
    [InlineData("ugx", 500050, false)]
    [InlineData("gbp", 30, true)]
    [InlineData("gbp", 29, false)]
    [InlineData("huf", 17500, true)]
    [InlineData("EUR", 50, true)]
    public async Task Amounts_follow_the_rules_of_their_currency(string currency, long amount, bool good)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var creating = environment.CreateAsync(StripeTestEnvironment.Cart(amount, 1, currency));
        if (good) Assert.Equal(amount, (await creating).AmountTotal);
        else await Assert.ThrowsAsync<StripeException>(() => creating);
    }

    [Theory]
    [InlineData(29, 59, false)]
    [InlineData(30, 0, true)]
    [InlineData(24 * 60, 0, true)]
    [InlineData(24 * 60, 1, false)]
    public async Task A_session_lives_between_half_an_hour_and_a_day(int minutes, int seconds, bool good)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        options.ExpiresAt = StripeTestEnvironment.Opening.UtcDateTime.AddMinutes(minutes).AddSeconds(seconds);
        if (good) Assert.Equal(options.ExpiresAt, (await environment.CreateAsync(options)).ExpiresAt);
        else await Assert.ThrowsAsync<StripeException>(() => environment.CreateAsync(options));
    }

    [Fact]
    public async Task A_hundred_lines_and_fifty_keys_are_the_most()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart();
        var line = options.LineItems[0];
        options.LineItems = [.. Enumerable.Repeat(line, 100)];
        options.Metadata = Enumerable.Range(0, 50).ToDictionary(i => $"k{i}", _ => new string('v', 500));
        Assert.Equal(100 * 4980, (await environment.CreateAsync(options)).AmountTotal);
        options.LineItems = [.. Enumerable.Repeat(line, 101)];
        Assert.Equal("line_items", (await Assert.ThrowsAsync<StripeException>(() => environment.CreateAsync(options))).StripeError.Param);
        options.LineItems = [line];
        options.Metadata["one-more"] = "v";
        Assert.Equal("metadata", (await Assert.ThrowsAsync<StripeException>(() => environment.CreateAsync(options))).StripeError.Param);
    }

    [Theory]
    [InlineData("sk_test_wrong")]
    [InlineData("sk_live_1234567890")]
    public async Task Another_key_is_refused(string key)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var refused = await Assert.ThrowsAsync<StripeException>(() =>
            environment.ClientWith(key).V1.Checkout.Sessions.ListAsync(cancellationToken: Cancel));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.HttpStatusCode);
        Assert.Equal("invalid_request_error", refused.StripeError.Type);
        Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_and_an_unknown_address_are_answered_as_Stripe_does()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        environment.StripeNet.NonsenseIsWanted = true;
        using var keyless = await environment.Browser.GetAsync("/simulator/stripe/v1/charges", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
        Assert.StartsWith("req_", keyless.Headers.GetValues("Request-Id").Single(), StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<StripeException>(() => environment.Stripe.V1.Coupons.ListAsync(cancellationToken: Cancel));
        Assert.Equal(HttpStatusCode.NotFound, unknown.HttpStatusCode);
        Assert.Contains("Unrecognized request URL", unknown.StripeError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_exist_is_missing()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await IsMissing(() => environment.GetAsync("cs_test_none"), "session");
        await IsMissing(() => environment.Stripe.V1.PaymentIntents.GetAsync("pi_none", cancellationToken: Cancel), "intent");
        await IsMissing(() => environment.Stripe.V1.Charges.GetAsync("ch_none", cancellationToken: Cancel), "charge");
        await IsMissing(() => environment.Stripe.V1.Refunds.GetAsync("re_none", cancellationToken: Cancel), "refund");
        await IsMissing(() => environment.Stripe.V1.Events.GetAsync("evt_none", cancellationToken: Cancel), "id");
        await IsMissing(() => environment.Stripe.V1.Customers.GetAsync("cus_none", cancellationToken: Cancel), "id");
    }

    [Fact]
    public async Task The_version_asked_for_is_echoed()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var balance = await environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel);
        Assert.Equal(StripeConfiguration.ApiVersion, balance.StripeResponse.Headers.GetValues("Stripe-Version").Single());
    }

    private static async Task IsMissing(Func<Task> call, string param)
    {
        var missing = await Assert.ThrowsAsync<StripeException>(call);
        Assert.Equal(
            (HttpStatusCode.NotFound, "resource_missing", param),
            (missing.HttpStatusCode, missing.StripeError.Code, missing.StripeError.Param));
    }

    private static async Task<(HttpStatusCode Status, StripeError? Error)> PostAsync(
        StripeTestEnvironment environment, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/simulator/stripe/v1/{path}");
        request.Headers.Authorization = new("Bearer", environment.Secrets.StripeApiKey);
        request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await environment.Browser.SendAsync(request, Cancel);
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return (response.StatusCode, json.RootElement.TryGetProperty("error", out var error)
            ? System.Text.Json.JsonSerializer.Deserialize<StripeError>(error, StripeConfiguration.SerializerOptions)
            : null);
    }
}
