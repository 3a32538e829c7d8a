using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Tests.Contracts;
using CommerceBot.Tests.Simulator.Stripe;
using Xunit;

namespace CommerceBot.Tests.Payments;

/// <summary>The Stripe gateway and Stripe.net against the simulator, over real HTTP.</summary>
public sealed class StripeGatewayContractTests : PaymentGatewayContract
{
    protected override async Task<IPaymentTestEnvironment> OpenEnvironmentAsync() => new Simulated(await StripeTestEnvironment.OpenAsync());

    [Fact]
    public async Task The_webhook_of_a_payment_is_a_notification_of_its_session()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        await using var world = new Simulated(environment);
        var order = Orders.Some.Order();
        var begun = (OpenSession)Pay.Begun(order, now: world.Now).Calls[0];
        var opened = Assert.IsType<SessionOpened>(await world.Gateway.SendAsync(begun, TestContext.Current.CancellationToken));
        await world.PayAsync(opened.SessionId, goodCard: true);

        var completed = await environment.WebhookAsync("checkout.session.completed");
        var session = Assert.IsType<WebhookReading.Notification>(StripeWebhook.Read(completed.Body, completed.Signature,
            [environment.Secrets.StripeWebhookSecret], environment.Time)).Value;
        Assert.Equal((opened.SessionId, order.Id.Value, true, false), (session.SessionId, session.OrderId, session.IsOurs, session.Live));
        Assert.NotNull(session.PaymentIntent);

        var charged = await environment.WebhookAsync("charge.succeeded");
        var charge = Assert.IsType<WebhookReading.Notification>(StripeWebhook.Read(charged.Body, charged.Signature,
            [environment.Secrets.StripeWebhookSecret], environment.Time)).Value;
        Assert.Equal((session.PaymentIntent, order.Id.Value), (charge.PaymentIntent, charge.OrderId));
    }

    [Fact]
    public async Task A_key_that_Stripe_does_not_know_is_a_final_failure()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        using var http = StripeGateway.NewHttpClient();
        var gateway = new StripeGateway(
            http, new StripeOptions { ApiKey = "sk_test_wrong", ApiBase = $"{environment.Address}/simulator/stripe/" }, environment.Time);

        var failed = await gateway.SendAsync(new ReadSession(new("x"), "cs_test_1"), TestContext.Current.CancellationToken);
        Assert.Equal(CallFailure.NotAllowed, Assert.IsType<CallFailed>(failed).Failure);
    }

    private sealed class Simulated(StripeTestEnvironment environment) : IPaymentTestEnvironment
    {
        private readonly HttpClient _http = StripeGateway.NewHttpClient();
        private StripeGateway? _gateway;

        public IPaymentGateway Gateway =>
            _gateway ??= new StripeGateway(
                _http,
                new StripeOptions { ApiKey = environment.Secrets.StripeApiKey, ApiBase = $"{environment.Address}/simulator/stripe/" },
                environment.Time);

        public DateTimeOffset Now => environment.Time.GetUtcNow();

        public async Task<bool> PayAsync(string sessionId, bool goodCard) =>
            (await environment.PayAsync(sessionId, goodCard ? "success" : "4000000000000002")).GetProperty("outcome").GetString() == "paid";

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await environment.DisposeAsync();
        }
    }
}
