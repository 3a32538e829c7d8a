using System.Net;
using System.Text.Json;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class ApiFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RequestOptions Key(string key) => new() { IdempotencyKey = key };

    [Theory]
    [InlineData("conflict", HttpStatusCode.Conflict, "invalid_request_error", "idempotency_key_in_use")]
    [InlineData("tooMany", HttpStatusCode.TooManyRequests, "invalid_request_error", "rate_limit")]
    public async Task A_call_that_is_refused_leaves_nothing_behind(string fault, HttpStatusCode status, string type, string code)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await NextAsync(environment, new { method = "POST", path = "/v1/checkout/sessions", fault });
        var refused = await Assert.ThrowsAsync<StripeException>(() => CreateAsync(environment, "cs:1"));
        Assert.Equal((status, type, code), (refused.HttpStatusCode, refused.StripeError.Type, refused.StripeError.Code));
        Assert.Equal(fault == "tooMany", refused.StripeResponse.Headers.Contains("Retry-After"));
        var made = await CreateAsync(environment, "cs:1");
        Assert.False(made.StripeResponse.Headers.Contains("Idempotent-Replayed"));
        Assert.Single((await environment.LedgerAsync()).GetProperty("sessions").EnumerateArray());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_500_that_began_is_replayed_whether_the_work_was_done_or_not(bool done, int sessions)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await NextAsync(environment, new { method = "POST", path = "/v1/checkout/sessions", fault = "error", done });
        var broken = await Assert.ThrowsAsync<StripeException>(() => CreateAsync(environment, "cs:1"));
        Assert.Equal((HttpStatusCode.InternalServerError, "api_error"), (broken.HttpStatusCode, broken.StripeError.Type));
        var again = await Assert.ThrowsAsync<StripeException>(() => CreateAsync(environment, "cs:1"));
        Assert.Equal(HttpStatusCode.InternalServerError, again.HttpStatusCode);
        Assert.Equal(("true", "false"), (Header(again, "Idempotent-Replayed"), Header(again, "Stripe-Should-Retry")));
        Assert.Equal(Header(broken, "Request-Id"), Header(again, "Original-Request"));
        Assert.Equal(sessions, (await environment.LedgerAsync()).GetProperty("sessions").GetArrayLength());

        var other = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(100), Key("cs:1"), Cancel));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (other.HttpStatusCode, other.StripeError.Type));
        Assert.Equal("open", (await CreateAsync(environment, "cs:2")).Status);
    }

    [Fact]
    public async Task A_500_outlives_a_restart_of_the_simulator()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        await NextAsync(environment, new { fault = "error" });
        await Assert.ThrowsAsync<StripeException>(() => CreateAsync(environment, "cs:1"));
        await environment.CloseAsync();
        await using var reopened = await StripeTestEnvironment.OpenAsync(environment.Folder);
        Assert.Equal(
            HttpStatusCode.InternalServerError,
            (await Assert.ThrowsAsync<StripeException>(() => CreateAsync(reopened, "cs:1"))).HttpStatusCode);
    }

    [Fact]
    public async Task Wrong_parameters_are_refused_before_a_500_can_be_kept()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await NextAsync(environment, new { fault = "error", times = 2 });
        var wrong = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(1, 1), Key("cs:1"), Cancel));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.HttpStatusCode);
        Assert.Equal(
            HttpStatusCode.InternalServerError,
            (await Assert.ThrowsAsync<StripeException>(() => environment.GetAsync("cs_test_1"))).HttpStatusCode);
        Assert.Equal("open", (await CreateAsync(environment, "cs:1")).Status);
    }

    [Fact]
    public async Task An_answer_is_lost_after_the_work_was_done()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await NextAsync(environment, new { method = "POST", path = "/v1/refunds", fault = "loseAnswer" });
        var intent = await environment.PaidAsync();
        var options = new RefundCreateOptions { PaymentIntent = intent.Id, Amount = 1000 };
        await Assert.ThrowsAsync<HttpRequestException>(() => environment.Stripe.V1.Refunds.CreateAsync(options, Key("rf:1"), Cancel));
        Assert.Single((await environment.LedgerAsync()).GetProperty("refunds").EnumerateArray());
        var replayed = await environment.Stripe.V1.Refunds.CreateAsync(options, Key("rf:1"), Cancel);
        Assert.Equal("true", replayed.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Single((await environment.LedgerAsync()).GetProperty("refunds").EnumerateArray());
    }

    [Fact]
    public async Task A_time_out_does_nothing_at_all()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { api = new { timeoutMilliseconds = 0 }, next = new[] { new { fault = "timeout" } } });
        await Assert.ThrowsAsync<HttpRequestException>(() => CreateAsync(environment, "cs:1"));
        Assert.Empty((await environment.LedgerAsync()).GetProperty("sessions").EnumerateArray());
        Assert.False((await CreateAsync(environment, "cs:1")).StripeResponse.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task A_caller_without_patience_gives_up_first()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await NextAsync(environment, new { fault = "timeout" });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), null, patience.Token));
        Assert.Empty((await environment.LedgerAsync()).GetProperty("sessions").EnumerateArray());
    }

    [Fact]
    public async Task A_fault_ordered_for_a_path_strikes_there_as_often_as_ordered()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await NextAsync(environment, new { method = "POST", path = "/v1/checkout/sessions/{id}/expire", fault = "conflict", times = 2 });
        Assert.Equal("open", (await environment.GetAsync(id)).Status);
        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<StripeException>(() =>
                environment.Stripe.V1.Checkout.Sessions.ExpireAsync(id, cancellationToken: Cancel));
        Assert.Equal("expired", (await environment.Stripe.V1.Checkout.Sessions.ExpireAsync(id, cancellationToken: Cancel)).Status);
        var faults = JsonElement.Parse(await environment.Browser.GetStringAsync("/simulator/stripe/control/faults", Cancel));
        Assert.Equal(
            (0, 2), (faults.GetProperty("next").GetArrayLength(), faults.GetProperty("struck").GetProperty("api.conflict").GetInt32()));
    }

    [Fact]
    public async Task Each_share_strikes_about_that_often_and_the_same_calls_for_the_same_seed()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var plan = new { seed = 7, api = new { conflict = 0.1, tooMany = 0.1, error = 0.1, loseAnswer = 0.1 } };
        await environment.ControlAsync("faults", plan);
        var first = await DrawAsync(environment, 300);
        await environment.ControlAsync("faults", plan);
        Assert.Equal(first, await DrawAsync(environment, 300));
        foreach (var answer in new[] { "409", "429", "500", "lost" }) Assert.InRange(first.Count(each => each == answer), 15, 45);
        await environment.ControlAsync("faults", new { seed = 8, plan.api });
        Assert.NotEqual(first, await DrawAsync(environment, 300));
        await environment.ControlAsync("faults", new { });
        Assert.All(await DrawAsync(environment, 20), answer => Assert.Equal("200", answer));
    }

    [Theory]
    [InlineData("""{"webhooks":{"duplicate":1.5}}""")]
    [InlineData("""{"webhooks":{"dupplicate":0.5}}""")]
    [InlineData("""{"api":{"conflict":0.6,"error":0.6}}""")]
    [InlineData("""{"api":{"timeoutMilliseconds":-1}}""")]
    [InlineData("""{"api":null}""")]
    [InlineData("""{"refunds":{"pending":-0.1}}""")]
    [InlineData("""{"next":[{"fault":"explode"}]}""")]
    [InlineData("""{"next":[{"fault":"none"}]}""")]
    [InlineData("""{"next":[{"fault":"conflict","done":true}]}""")]
    [InlineData("""{"next":[{"path":"/v1/refunds"}]}""")]
    [InlineData("""null""")]
    [InlineData("""faults""")]
    public async Task Faults_that_cannot_be_are_refused_and_change_nothing(string body)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { seed = 5 });
        using var content = new StringContent(body);
        using var refused = await environment.Browser.PostAsync("/simulator/stripe/control/faults", content, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            5, JsonElement
                .Parse(await environment.Browser.GetStringAsync("/simulator/stripe/control/faults", Cancel))
                .GetProperty("seed")
                .GetInt32());
    }

    private static async Task<List<string>> DrawAsync(StripeTestEnvironment environment, int calls)
    {
        var answers = new List<string>();
        using var http = new HttpClient { BaseAddress = new Uri(environment.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", environment.Secrets.StripeApiKey);
        for (var i = 0; i < calls; i++)
        {
            try
            {
                using var response = await http.GetAsync("/simulator/stripe/v1/balance", Cancel);
                answers.Add($"{(int)response.StatusCode}");
            }
            catch (HttpRequestException)
            {
                answers.Add("lost");
            }
        }
        return answers;
    }

    private static Task NextAsync(StripeTestEnvironment environment, object fault) =>
        environment.ControlAsync("faults", new { next = new[] { fault } });

    private static Task<Session> CreateAsync(StripeTestEnvironment environment, string key) =>
        environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(key), Cancel);

    private static string Header(StripeException of, string name) => of.StripeResponse.Headers.GetValues(name).Single();
}
