using System.Net;
using CommerceBot.Tests.Simulator.Stripe;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Payments.StripeNet;

/// <summary>The table of Stripe's refusals: what the simulator answers, and what Stripe.net makes of it.</summary>
public sealed class ErrorTests(ErrorTests.TestEnvironment environment) : IClassFixture<ErrorTests.TestEnvironment>
{
    private const string Invalid = "invalid_request_error";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Name; status, type, code, param; whether Stripe tells its libraries to try again.</summary>
    public static TheoryData<string, HttpStatusCode, string, string?, string?, string?> Rows => new()
    {
        { "a wrong key", HttpStatusCode.Unauthorized, Invalid, null, null, null },
        { "a missing parameter", HttpStatusCode.BadRequest, Invalid, "parameter_missing", "mode", null },
        { "an unknown parameter", HttpStatusCode.BadRequest, Invalid, "parameter_unknown", "colour", null },
        { "an empty parameter", HttpStatusCode.BadRequest, Invalid, "parameter_invalid_empty", "client_reference_id", null },
        { "no whole number", HttpStatusCode.BadRequest, Invalid, "parameter_invalid_integer", "line_items[0][quantity]", null },
        { "no address of a page", HttpStatusCode.BadRequest, Invalid, "url_invalid", "success_url", null },
        { "no address of a person", HttpStatusCode.BadRequest, Invalid, "email_invalid", "customer_email", null },
        { "too small a sum", HttpStatusCode.BadRequest, Invalid, "amount_too_small", null, null },
        { "too large a sum", HttpStatusCode.BadRequest, Invalid, "amount_too_large", null, null },
        { "a customer who is nobody", HttpStatusCode.BadRequest, Invalid, "resource_missing", "customer", null },
        { "a session that is none", HttpStatusCode.NotFound, Invalid, "resource_missing", "session", null },
        { "an intent that is none", HttpStatusCode.NotFound, Invalid, "resource_missing", "intent", null },
        { "a charge that is none", HttpStatusCode.NotFound, Invalid, "resource_missing", "charge", null },
        { "a refund that is none", HttpStatusCode.NotFound, Invalid, "resource_missing", "refund", null },
        { "a dispute that is none", HttpStatusCode.NotFound, Invalid, "resource_missing", "dispute", null },
        { "an address that is none", HttpStatusCode.NotFound, Invalid, null, null, null },
        { "expiring what is paid", HttpStatusCode.BadRequest, Invalid, null, null, null },
        { "refunding nothing named", HttpStatusCode.BadRequest, Invalid, "parameter_missing", null, null },
        { "refunding more than came", HttpStatusCode.BadRequest, Invalid, null, "amount", null },
        { "refunding twice", HttpStatusCode.BadRequest, Invalid, "charge_already_refunded", null, null },
        { "refunding what is charged back", HttpStatusCode.BadRequest, Invalid, "charge_disputed", null, null },
        { "refunding a declined charge", HttpStatusCode.BadRequest, Invalid, null, "charge", null },
        { "refunding an intent without money", HttpStatusCode.BadRequest, Invalid, null, "payment_intent", null },
        { "cancelling a refund that is done", HttpStatusCode.BadRequest, Invalid, null, "refund", null },
        { "other parameters under the same key", HttpStatusCode.BadRequest, "idempotency_error", null, null, null },
        { "a key in use", HttpStatusCode.Conflict, Invalid, "idempotency_key_in_use", null, "true" },
        { "a thing in use", HttpStatusCode.Conflict, Invalid, "lock_timeout", null, "true" },
        { "too many calls", HttpStatusCode.TooManyRequests, Invalid, "rate_limit", null, null },
        { "trouble at Stripe's", HttpStatusCode.InternalServerError, "api_error", null, null, null },
        { "the same trouble again", HttpStatusCode.InternalServerError, "api_error", null, null, "false" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_refusal_is_Stripes_and_Stripe_net_reads_it(
        string name, HttpStatusCode status, string type, string? code, string? param, string? shouldRetry)
    {
        var refused = await Assert.ThrowsAsync<StripeException>(() => ProvokeAsync(environment.Open, name));
        Assert.Equal(
            (status, type, code, param),
            (refused.HttpStatusCode, refused.StripeError.Type, refused.StripeError.Code, refused.StripeError.Param));
        Assert.Equal(refused.StripeError.Message, refused.Message);
        Assert.StartsWith("req_", refused.StripeResponse.RequestId, StringComparison.Ordinal);
        Assert.Null(refused.StripeError.DeclineCode);
        Assert.Equal(code is null ? null : $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}", refused.StripeError.DocUrl);
        var headers = refused.StripeResponse.Headers;
        Assert.Equal(shouldRetry, headers.TryGetValues("Stripe-Should-Retry", out var said) ? said.Single() : null);
        Assert.Equal(status == HttpStatusCode.TooManyRequests, headers.Contains("Retry-After"));
        Assert.Empty(AnswerCheck.OfError(refused.StripeResponse.Content));
    }

    /// <summary>A decline is no refusal of the API's: the payment intent remembers it.</summary>
    [Theory]
    [InlineData("declined", "card_error", "card_declined", "generic_decline")]
    [InlineData("insufficient_funds", "card_error", "card_declined", "insufficient_funds")]
    [InlineData("expired", "card_error", "expired_card", "expired_card")]
    [InlineData("bad_cvc", "card_error", "incorrect_cvc", "incorrect_cvc")]
    public async Task Each_decline_is_remembered_by_the_payment_intent(string card, string type, string code, string? decline)
    {
        var id = (await environment.Open.CreateAsync()).Id;
        Assert.Equal("declined", await environment.Open.PayAsync(id, new { card }));
        var error = (await environment.Open.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel)).First().LastPaymentError;
        Assert.Equal((type, code, decline), (error.Type, error.Code, error.DeclineCode));
    }

    private static Task ProvokeAsync(StripeTestEnvironment environment, string name) =>
        name switch
        {
            "a wrong key" => environment.ClientWith("sk_test_wrong").V1.Balance.GetAsync(cancellationToken: Cancel),
            "a missing parameter" => CreateAsync(environment, options => options.Mode = null),
            "an unknown parameter" => CreateAsync(environment, options => options.AddExtraParam("colour", "red")),
            "an empty parameter" => CreateAsync(environment, options => options.ClientReferenceId = ""),
            "no whole number" => CreateAsync(environment, options => options.LineItems[0].Quantity = 0),
            "no address of a page" => CreateAsync(environment, options => options.SuccessUrl = "/thanks"),
            "no address of a person" => CreateAsync(environment, options => options.CustomerEmail = "anna"),
            "too small a sum" => environment.CreateAsync(StripeTestEnvironment.Cart(49, 1)),
            "too large a sum" => environment.CreateAsync(StripeTestEnvironment.Cart(99_999_999, 2)),
            "a customer who is nobody" => CreateAsync(
                environment,
                options => (options.CustomerEmail, options.Customer) = (null, "cus_nobody")),
            "a session that is none" => environment.GetAsync("cs_test_none"),
            "an intent that is none" => environment.Stripe.V1.PaymentIntents.GetAsync("pi_none", cancellationToken: Cancel),
            "a charge that is none" => environment.Stripe.V1.Charges.GetAsync("ch_none", cancellationToken: Cancel),
            "a refund that is none" => environment.Stripe.V1.Refunds.GetAsync("re_none", cancellationToken: Cancel),
            "a dispute that is none" => environment.Stripe.V1.Disputes.GetAsync("du_none", cancellationToken: Cancel),
            "an address that is none" => environment.Stripe.V1.Coupons.GetAsync("summer", cancellationToken: Cancel),
            "expiring what is paid" => ExpirePaidAsync(environment),
            "too many calls" => WithNextAsync(
                environment, "tooMany",
                () => environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)),
            "a thing in use" => WithNextAsync(
                environment, "conflict",
                () => environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)),
            "a key in use" => WithNextAsync(environment, "conflict", () => environment.CreateAsync()),
            "trouble at Stripe's" => WithNextAsync(
                environment, "error",
                () => environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)),
            "the same trouble again" => AgainAsync(environment, "again", "error", StripeTestEnvironment.Cart()),
            "other parameters under the same key" => AgainAsync(environment, "other", null, StripeTestEnvironment.Cart(100)),
            _ => RefundAsync(environment, name),
        };

    private static async Task RefundAsync(StripeTestEnvironment environment, string name)
    {
        var refunds = environment.Stripe.V1.Refunds;
        var intent = await environment.PaidAsync(
            name is "refunding a declined charge" ? "declined"
            : name is "refunding an intent without money" ? "async"
            : "success");
        var options = new RefundCreateOptions { PaymentIntent = intent?.Id };
        switch (name)
        {
            case "refunding nothing named":
                options.PaymentIntent = null;
                break;
            case "refunding more than came":
                options.Amount = 4981;
                break;
            case "refunding twice":
                await refunds.CreateAsync(options, cancellationToken: Cancel);
                break;
            case "refunding what is charged back":
                await environment.ControlAsync($"charges/{intent!.LatestChargeId}/dispute", new { });
                break;
            case "refunding a declined charge":
                options.Charge = (await environment.Stripe.V1.Charges.ListAsync(cancellationToken: Cancel)).First().Id;
                break;
            case "cancelling a refund that is done":
                await refunds.CancelAsync((await refunds.CreateAsync(options, cancellationToken: Cancel)).Id, cancellationToken: Cancel);
                break;
        }
        await refunds.CreateAsync(options, cancellationToken: Cancel);
    }

    private static Task CreateAsync(StripeTestEnvironment environment, Action<SessionCreateOptions> change)
    {
        var options = StripeTestEnvironment.Cart();
        change(options);
        return environment.CreateAsync(options);
    }

    private static async Task ExpirePaidAsync(StripeTestEnvironment environment)
    {
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id);
        await environment.Stripe.V1.Checkout.Sessions.ExpireAsync(id, cancellationToken: Cancel);
    }

    private static async Task WithNextAsync(StripeTestEnvironment environment, string fault, Func<Task> call)
    {
        await environment.ControlAsync("faults", new { next = new[] { new { fault } } });
        await call();
    }

    private static async Task AgainAsync(StripeTestEnvironment environment, string key, string? fault, SessionCreateOptions second)
    {
        if (fault is not null) await environment.ControlAsync("faults", new { next = new[] { new { fault } } });
        var sessions = environment.Stripe.V1.Checkout.Sessions;
        var first = sessions.CreateAsync(StripeTestEnvironment.Cart(), new RequestOptions { IdempotencyKey = key }, Cancel);
        if (fault is null) await first;
        else await Assert.ThrowsAsync<StripeException>(() => first);
        await sessions.CreateAsync(second, new RequestOptions { IdempotencyKey = key }, Cancel);
    }

    /// <summary>One simulator for the whole table.</summary>
    public sealed class TestEnvironment : IAsyncLifetime
    {
        internal StripeTestEnvironment Open { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Open = await StripeTestEnvironment.OpenAsync();
            Open.StripeNet.NonsenseIsWanted = true;
        }

        public ValueTask DisposeAsync() => Open.DisposeAsync();
    }
}
