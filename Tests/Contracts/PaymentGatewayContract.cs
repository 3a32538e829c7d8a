using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Payments;
using Xunit;

namespace CommerceBot.Tests.Contracts;

/// <summary>A payment provider to try a gateway on: its clock, and a shopper who pays.</summary>
public interface IPaymentTestEnvironment : IAsyncDisposable
{
    IPaymentGateway Gateway { get; }

    DateTimeOffset Now { get; }

    /// <summary>False when the card is declined.</summary>
    Task<bool> PayAsync(string sessionId, bool goodCard);
}

/// <summary>What every payment gateway must do, whatever stands behind it.</summary>
public abstract class PaymentGatewayContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Order Order = Some.Order();

    protected abstract Task<IPaymentTestEnvironment> OpenEnvironmentAsync();

    [Fact]
    public async Task A_session_has_a_page_and_asks_for_what_was_agreed()
    {
        await using var environment = await OpenEnvironmentAsync();
        var asked = Ask(environment);
        var opened = await OpenAsync(environment, asked);

        Assert.Equal((Order.Id, 1, asked.ExpiresAt), (opened.Order, opened.Attempt, opened.ExpiresAt));
        Assert.True(opened.Url.IsAbsoluteUri);
        var seen = await ReadAsync(environment, opened);
        Assert.Equal((SessionStatus.Open, SessionPayment.Unpaid, Order.Total), (seen.Status, seen.Payment, seen.Amount));
        Assert.Equal((Order.Id.Value, 1, Order.Id.Value, false), (seen.OrderId, seen.Attempt, seen.ClientReference, seen.Live));
        Assert.Equal((null, null, asked.ExpiresAt), (seen.PaymentId, seen.Charge, seen.ExpiresAt!.Value));
    }

    [Fact]
    public async Task The_same_call_twice_is_one_session()
    {
        await using var environment = await OpenEnvironmentAsync();

        Assert.Equal(await OpenAsync(environment, Ask(environment)), await OpenAsync(environment, Ask(environment)));
    }

    [Fact]
    public async Task Another_call_under_the_same_key_fails_for_good()
    {
        await using var environment = await OpenEnvironmentAsync();
        await OpenAsync(environment, Ask(environment));

        var failed = Assert.IsType<CallFailed>(
            await environment.Gateway.SendAsync(Ask(environment) with { CustomerEmail = "other@example.com" }, Cancel));
        Assert.Equal((CallFailure.KeyReused, 1), (failed.Failure, failed.Attempt));
    }

    [Fact]
    public async Task Another_attempt_is_another_session()
    {
        await using var environment = await OpenEnvironmentAsync();

        Assert.NotEqual(
            (await OpenAsync(environment, Ask(environment))).SessionId,
            (await OpenAsync(environment, Ask(environment) with { Attempt = 2 })).SessionId);
    }

    [Fact]
    public async Task A_paid_session_shows_its_payment_and_confirms_the_order()
    {
        await using var environment = await OpenEnvironmentAsync();
        var begun = Pay.Begun(Order, now: environment.Now);
        var opened = await OpenAsync(environment, (OpenSession)begun.Calls[0]);
        var ledger = Pay.Hear(Order, begun.Ledger, opened, now: environment.Now).Ledger;

        Assert.False(await environment.PayAsync(opened.SessionId, goodCard: false));
        Assert.Same(Order, Pay.See(Order, ledger, await ReadAsync(environment, opened)).Order);
        Assert.True(await environment.PayAsync(opened.SessionId, goodCard: true));

        var seen = await ReadAsync(environment, opened);
        Assert.Equal((SessionStatus.Complete, SessionPayment.Paid, Order.Total), (seen.Status, seen.Payment, seen.Amount));
        Assert.Equal(new CardSeen("visa", "4242"), seen.Card);
        Assert.NotNull(seen.PaymentId);
        Assert.NotNull(seen.Charge);
        var confirmed = Pay.See(Order, ledger, seen);
        Assert.Equal((OrderState.Paid, PaymentState.Paid), (confirmed.Order.State, confirmed.Ledger.State));
    }

    [Fact]
    public async Task An_expired_session_stays_expired_and_cannot_be_paid()
    {
        await using var environment = await OpenEnvironmentAsync();
        var opened = await OpenAsync(environment, Ask(environment));

        Assert.Equal(SessionStatus.Expired, (await ExpireAsync(environment, opened)).Status);
        Assert.Equal(SessionStatus.Expired, (await ExpireAsync(environment, opened)).Status);
        Assert.False(await environment.PayAsync(opened.SessionId, goodCard: true));
        Assert.Equal(
            (SessionStatus.Expired, SessionPayment.Unpaid),
            (await ReadAsync(environment, opened)) is var seen ? (seen.Status, seen.Payment) : default);
    }

    [Fact]
    public async Task Expiring_a_paid_session_shows_that_the_payment_won()
    {
        await using var environment = await OpenEnvironmentAsync();
        var opened = await OpenAsync(environment, Ask(environment));
        Assert.True(await environment.PayAsync(opened.SessionId, goodCard: true));

        var seen = await ExpireAsync(environment, opened);
        Assert.Equal((SessionStatus.Complete, SessionPayment.Paid), (seen.Status, seen.Payment));
        Assert.Equal("4242", seen.Card?.Last4);
    }

    [Fact]
    public async Task A_session_that_does_not_exist_is_not_found()
    {
        await using var environment = await OpenEnvironmentAsync();

        Assert.Equal(
            CallFailure.NotFound,
            Assert.IsType<CallFailed>(await environment.Gateway.SendAsync(new ReadSession(Order.Id, "cs_test_nothing"), Cancel)).Failure);
        Assert.Equal(
            CallFailure.NotFound,
            Assert.IsType<CallFailed>(await environment.Gateway.SendAsync(new ExpireSession(Order.Id, "cs_test_nothing"), Cancel)).Failure);
    }

    [Fact]
    public async Task Parameters_that_are_not_accepted_fail_for_good()
    {
        await using var environment = await OpenEnvironmentAsync();
        var failed = Assert.IsType<CallFailed>(
            await environment.Gateway.SendAsync(Ask(environment) with { ExpiresAt = environment.Now.AddMinutes(5) }, Cancel));

        Assert.Equal(CallFailure.BadRequest, failed.Failure);
        Assert.Contains("expires_at", failed.Reason, StringComparison.Ordinal);
    }

    private static OpenSession Ask(IPaymentTestEnvironment environment) => Pay.Call(Order, environment.Now);

    private static async Task<SessionOpened> OpenAsync(IPaymentTestEnvironment environment, OpenSession asked) =>
        Assert.IsType<SessionOpened>(await environment.Gateway.SendAsync(asked, Cancel));

    private static async Task<SessionSnapshot> ReadAsync(IPaymentTestEnvironment environment, SessionOpened opened) =>
        Assert.IsType<SessionSeen>(await environment.Gateway.SendAsync(new ReadSession(opened.Order, opened.SessionId), Cancel)).Session;

    private static async Task<SessionSnapshot> ExpireAsync(IPaymentTestEnvironment environment, SessionOpened opened) =>
        Assert.IsType<SessionSeen>(await environment.Gateway.SendAsync(new ExpireSession(opened.Order, opened.SessionId), Cancel)).Session;
}
