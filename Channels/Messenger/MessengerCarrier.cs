using System.Globalization;
using CommerceBot.Runtime;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Polly;
using Outcome = CommerceBot.Runtime.Outcome;
using Polly.CircuitBreaker;

namespace CommerceBot.Channels.Messenger;

/// <summary>Carries Messenger's outbox rows to Graph: messages, and reads of a person's profile.</summary>
internal sealed class MessengerCarrier(MessengerChannel channel, TimeProvider time) : ICarryOut
{
    /// <summary>While Graph is down, rows wait without each of them finding out for itself.</summary>
    private readonly ResiliencePipeline<FacebookAnswer> _breaker = new ResiliencePipelineBuilder<FacebookAnswer> { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<FacebookAnswer>
        {
            ShouldHandle = new PredicateBuilder<FacebookAnswer>().HandleResult(answer => answer is { Succeeded: false, Status: null or >= 500 }),
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(5),
        })
        .Build();

    public const string Profile = "messenger.profile";

    /// <summary>Messages wait out an outage of a day; the 24-hour window closes on them by itself.</summary>
    private static readonly TimeSpan MessagesLive = TimeSpan.FromHours(24);

    private static readonly TimeSpan ProfilesLive = TimeSpan.FromMinutes(5);

    public IReadOnlyCollection<string> Kinds { get; } = [MessengerChannel.Messages, Profile];

    public OutboxQueue QueueOf(string kind) => kind == Profile ? OutboxQueue.Calls : OutboxQueue.Messages;

    public TimeSpan GivesUpAfter(string kind) => kind == Profile ? ProfilesLive : MessagesLive;

    public async Task<Outcome> CarryOutAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        var asked = await _breaker.ExecuteOutcomeAsync(Ask, context, (channel.Graph, row));
        ResilienceContextPool.Shared.Return(context);
        if (asked.Exception is BrokenCircuitException broken)
            return new Outcome.Later("Graph failed too often just now: messages wait.", broken.RetryAfter);
        asked.ThrowIfException();
        return row.Kind == Profile ? Learnt(asked.Result!, row.Attempts) : Sent(asked.Result!, row.Attempts);
    }

    private static Outcome Sent(FacebookAnswer answer, int tries) => answer.Succeeded ? new Outcome.Done(answer.MessageId) : Failed(answer, tries);

    /// <summary>Many people's profiles may not be read: that is an answer too.</summary>
    private static Outcome Learnt(FacebookAnswer answer, int tries)
    {
        if (answer.Succeeded)
            return new Outcome.Done(Answer: FirstContact.ProfileAnswer(answer.Body));
        var failed = Failed(answer, tries);
        return failed is Outcome.Dead ? new Outcome.Done(Answer: FirstContact.ProfileAnswer("{}")) : failed;
    }

    private static ValueTask<Polly.Outcome<FacebookAnswer>> Ask(ResilienceContext context, (FacebookClientWrapper Graph, OutboxRow Row) call) => CaughtAsync(
        call.Row.Kind == Profile
            ? call.Graph.GetProfileAsync(call.Row.Target, cancellationToken: context.CancellationToken)
            : call.Graph.CallAsync(MethodOf(call.Row), TargetOf(call.Row), call.Row.Request, cancellationToken: context.CancellationToken));

    /// <summary>The breaker wants to be told of an exception, not to meet it.</summary>
    private static async ValueTask<Polly.Outcome<FacebookAnswer>> CaughtAsync(Task<FacebookAnswer> call)
    {
        try
        {
            return Polly.Outcome.FromResult(await call);
        }
        catch (Exception problem)
        {
            return Polly.Outcome.FromException<FacebookAnswer>(problem);
        }
    }

    private static HttpMethod MethodOf(OutboxRow row) => HttpMethod.Parse(row.Target.AsSpan(0, row.Target.IndexOf(' ', StringComparison.Ordinal)));

    private static string TargetOf(OutboxRow row) => row.Target[(row.Target.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static Outcome Failed(FacebookAnswer answer, int tries)
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"{answer.Class}: status {answer.Status}, code {answer.Code}/{answer.Subcode}: {answer.ErrorMessage}");
        return answer.Class switch
        {
            FacebookErrorClass.CheckBeforeRetry or FacebookErrorClass.UnknownOutcome => new Outcome.Unknown(reason),
            FacebookErrorClass.Retry or FacebookErrorClass.NotSent => new Outcome.Later(reason, answer.RetryAfter),
            FacebookErrorClass.Backoff => new Outcome.Later(reason, answer.RetryAfter ?? TimeSpan.FromSeconds(30)),
            FacebookErrorClass.RetryLimited when tries < 5 => new Outcome.Later(reason, answer.RetryAfter),
            _ => new Outcome.Dead(reason),
        };
    }
}
