using System.Text.Json;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

/// <summary>Sends payment calls to Stripe; each answer goes back into the order's lane.</summary>
internal sealed class StripeCallSender(Func<IPaymentGateway> gateway, ILogger<StripeCallSender> log) : IOutboxSender
{
    /// <summary>Where a crash test kills the process: Stripe has answered, and nobody knows of it yet.</summary>
    public const string AfterCall = "after-stripe-call";

    private readonly Lazy<IPaymentGateway> _gateway = new(gateway);

    public IReadOnlyCollection<string> Kinds { get; } = PaymentCallKinds.All;

    public OutboxQueue QueueOf(string kind) => OutboxQueue.Calls;

    /// <summary>Stripe forgets an idempotency key after 24 hours: a refund must not be asked for again after that.</summary>
    public TimeSpan GivesUpAfter(string kind) => kind switch
    {
        PaymentCallKinds.Open => PaymentAttempts.TimeToAnswer,
        PaymentCallKinds.Refund => TimeSpan.FromHours(20),
        _ => TimeSpan.FromHours(24),
    };

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _gateway.Value.SendAsync(CallOf(row), cancellationToken);
            CrashPoints.Reach(AfterCall);
            if (answer is CallFailed failed)
                log.StripeSaidNo(row.Kind, failed.Failure, LogText.Of(failed.Reason));
            return new Outcome.Done(Answer: Tell(answer));
        }
        catch (PaymentUnreachableException trouble)
        {
            log.StripeUnreachable(LogText.Of(trouble.Message));
            return new Outcome.Later(trouble.Message, trouble.RetryAfter);
        }
    }

    public Activity? AnswerWhenAbandoned(OutboxRow row, string reason) => Tell(CallFailed.Of(CallOf(row), CallFailure.GaveUp, reason));

    private static PaymentCall CallOf(OutboxRow row) =>
        JsonSerializer.Deserialize(row.Request.Span, PaymentsJson.Default.PaymentCall)
        ?? throw new JsonException($"Outbox row {row.PublicId} holds null instead of a payment call.");

    private static Activity Tell(PaymentAnswer answer) =>
        new() { Type = ActivityTypes.Event, Name = PaymentEvents.Answer, Value = PaymentEvents.Write(answer) };
}
