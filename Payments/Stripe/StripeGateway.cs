using Polly;
using Polly.CircuitBreaker;
using Stripe;
using Stripe.Checkout;

namespace CommerceBot.Payments.Stripe;

/// <summary>Payment calls carried out by Stripe.net, one HTTP request each, with no retries of its own.</summary>
public sealed class StripeGateway : IPaymentGateway
{
    /// <summary>Longer than Stripe needs, shorter than a shopper waits.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(10);

    private static readonly SessionGetOptions WithItsCharge = new() { Expand = ["payment_intent.latest_charge"] };

    private readonly SessionService _sessions;
    private readonly MoneyCalls _money;
    private readonly ResiliencePipeline _breaker;

    /// <param name="http">Owned by the caller; its time-out is <see cref="Timeout"/>.</param>
    public StripeGateway(HttpClient http, StripeOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            throw new ArgumentException(
                "Stripe:ApiKey is missing: add \"Stripe\": { \"ApiKey\": \"sk_test_...\" } to appsettings.json.", nameof(options));
        var client = ClientOf(http, options);
        _sessions = new SessionService(client);
        _money = new MoneyCalls(client, time);
        _breaker = Breaker(time);
    }

    /// <summary>A client as this gateway wants it: no redirects, and new connections now and then, so that DNS changes are seen.</summary>
    public static HttpClient NewHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    })
    {
        Timeout = Timeout,
    };

    internal static StripeClient ClientOf(HttpClient http, StripeOptions options) => new(new StripeClientOptions
    {
        ApiKey = options.ApiKey.Trim(),
        // Stripe.net puts "/v1/..." behind it as it is: a slash at the end would make two.
        ApiBase = options.ApiBase.TrimEnd('/'),
        // Telemetry would write a file into the home folder.
        HttpClient = new SystemNetHttpClient(http, maxNetworkRetries: 0, appInfo: null, enableTelemetry: false),
    });

    /// <summary>Fails at once, with the time to try again, when Stripe failed too often just now.</summary>
    public async Task<PaymentAnswer> SendAsync(PaymentCall asked, CancellationToken cancellationToken)
    {
        try
        {
            return await _breaker.ExecuteAsync(async token => await AskAsync(asked, token), cancellationToken);
        }
        catch (BrokenCircuitException broken)
        {
            throw new PaymentUnreachableException(
                "Stripe failed too often just now: calls wait.", broken.RetryAfter, isOutage: true, broken);
        }
    }

    private async Task<PaymentAnswer> AskAsync(PaymentCall asked, CancellationToken cancellationToken)
    {
        try
        {
            return asked switch
            {
                OpenSession open => await OpenAsync(open, cancellationToken),
                ExpireSession expire => await ExpireAsync(expire, cancellationToken),
                ReadSession read => await ReadAsync(read.Order, read.SessionId, cancellationToken),
                ReadPayment read => await _money.ReadAsync(read, cancellationToken),
                RefundPayment refund => await _money.RefundAsync(refund, cancellationToken),
                ReadRefunds read => await _money.ReadAsync(read, cancellationToken),
                ReadDisputes read => await _money.ReadAsync(read, cancellationToken),
                _ => throw new ArgumentException($"{asked.GetType().Name} is no call that Stripe knows.", nameof(asked)),
            };
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested && StripeErrors.IsFromOutside(trouble))
        {
            return StripeErrors.Final(asked, trouble) ?? throw StripeErrors.Transient(trouble);
        }
    }

    private async Task<PaymentAnswer> OpenAsync(OpenSession asked, CancellationToken cancellationToken)
    {
        var session = await _sessions.CreateAsync(
            SessionRequest.Of(asked), new RequestOptions { IdempotencyKey = asked.Key }, cancellationToken);
        return Uri.TryCreate(session.Url, UriKind.Absolute, out var page)
            ? new SessionOpened(
                asked.Order, asked.Attempt, StripeErrors.Required(session.Id, "an id"), page,
                SessionReading.Expiry(session) ?? asked.ExpiresAt)
            : new CallFailed(
                asked.Order, asked.Attempt, CallFailure.BadRequest, $"Stripe made session {session.Id} without a page to pay on.");
    }

    /// <summary>Stripe expires open sessions only; for any other, what it is now is the answer.</summary>
    private async Task<PaymentAnswer> ExpireAsync(ExpireSession asked, CancellationToken cancellationToken)
    {
        try
        {
            var expired = await _sessions.ExpireAsync(asked.SessionId, cancellationToken: cancellationToken);
            return new SessionSeen(asked.Order, SessionReading.Of(expired));
        }
        catch (StripeException refused) when (StripeErrors.IsPlainRefusal(refused))
        {
            var seen = await ReadAsync(asked.Order, asked.SessionId, cancellationToken);
            if (seen is SessionSeen { Session.Status: SessionStatus.Open })
                throw;
            return seen;
        }
    }

    private async Task<PaymentAnswer> ReadAsync(Orders.OrderId order, string session, CancellationToken cancellationToken) =>
        new SessionSeen(order, SessionReading.Of(await _sessions.GetAsync(session, WithItsCharge, cancellationToken: cancellationToken)));

    private static ResiliencePipeline Breaker(TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<PaymentUnreachableException>(trouble => trouble.IsOutage),
            FailureRatio = 0.5,
            MinimumThroughput = 8,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(10),
        })
        .Build();
}
