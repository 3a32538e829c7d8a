using System.Diagnostics.Metrics;
using System.Globalization;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Outbox;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Messenger;

/// <summary>Carries Messenger's outbox rows to Graph: messages, and reads of a person's profile.</summary>
internal sealed class MessengerSender(
    MessengerChannel channel, Bulkhead bulkhead, IMeterFactory meters, GraphAccessCheck access, TimeProvider time,
    ILogger<MessengerSender> log) : IOutboxSender
{
    private readonly GraphBreaker _breaker = new(time);

    private readonly Counter<long> _unrecognized = meters.Create("CommerceBot")
        .CreateCounter<long>("commercebot.messenger.unrecognized_errors", "{error}", "Refusals of Graph by a code that is not known here");

    public const string Profile = "messenger.profile";

    /// <summary>Messages wait out an outage of a day; the 24-hour window closes on them by itself.</summary>
    private static readonly TimeSpan MessagesLive = TimeSpan.FromHours(24);

    /// <summary>An error that nobody knows passes within an hour and a half, or keeps what comes after it waiting no longer.</summary>
    private const int MostGuesses = 20;

    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ProfilesLive = TimeSpan.FromMinutes(5);

    public IReadOnlyCollection<string> Kinds { get; } = [MessengerChannel.Messages, Profile];

    public OutboxQueue QueueOf(string kind) => kind == Profile ? OutboxQueue.Calls : OutboxQueue.Messages;

    public TimeSpan GivesUpAfter(string kind) => kind == Profile ? ProfilesLive : MessagesLive;

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Attempts > 0 && _breaker.Wait() is { } pause)
            return new Outcome.Later("Graph failed too often just now: messages wait.", pause);
        FacebookAnswer answer;
        try
        {
            answer = await bulkhead.RunAsync(
                row.Lane, (channel.Graph, Row: row), static (call, stop) => AskAsync(call.Graph, call.Row, stop), cancellationToken);
        }
        catch (ArgumentException)
        {
            // Its text would name the id, which somebody outside chose.
            const string reason = "It can never be sent: the id of the Page or the person cannot be part of an address.";
            return new Outcome.Dead(reason, AnswerWhenAbandoned(row, reason));
        }

        _breaker.Note(answer);
        access.Note(answer);
        if (answer.Class == FacebookErrorClass.Unrecognized)
            Tell(row, answer);
        return row.Kind == Profile ? Learnt(answer, row) : Sent(answer, row);
    }

    /// <summary>Who waits for a profile goes on without one.</summary>
    public Microsoft.Bot.Schema.Activity? AnswerWhenAbandoned(OutboxRow row, string reason) =>
        row.Kind == Profile ? FirstMessageProfile.ProfileAnswer("{}") : null;

    private void Tell(OutboxRow row, FacebookAnswer answer)
    {
        log.GraphCodeUnrecognized(row.PublicId, answer.Status, answer.Code, answer.Subcode);
        _unrecognized.Add(1, new KeyValuePair<string, object?>("code", answer.Code));
    }

    private static Outcome Sent(FacebookAnswer answer, OutboxRow row) =>
        answer.Succeeded ? new Outcome.Done(answer.MessageId) : Failed(answer, row);

    /// <summary>Many people's profiles may not be read: that is an answer too.</summary>
    private static Outcome Learnt(FacebookAnswer answer, OutboxRow row)
    {
        if (answer.Succeeded)
            return new Outcome.Done(Answer: FirstMessageProfile.ProfileAnswer(answer.Body));
        var failed = Failed(answer, row);
        return failed switch
        {
            Outcome.Dead => new Outcome.Done(Answer: FirstMessageProfile.ProfileAnswer("{}")),
            // What is only read may be read again, and no echo tells of it.
            Outcome.Unknown unknown => new Outcome.Later(unknown.Reason),
            _ => failed,
        };
    }

    private static Task<FacebookAnswer> AskAsync(FacebookClientWrapper graph, OutboxRow row, CancellationToken cancellationToken) =>
        row.Kind == Profile
        ? graph.GetProfileAsync(row.Target, cancellationToken: cancellationToken)
        : graph.CallAsync(MethodOf(row), TargetOf(row), row.Request, cancellationToken: cancellationToken);

    private static HttpMethod MethodOf(OutboxRow row) =>
        HttpMethod.Parse(row.Target.AsSpan(0, row.Target.IndexOf(' ', StringComparison.Ordinal)));

    private static string TargetOf(OutboxRow row) => row.Target[(row.Target.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static Outcome Failed(FacebookAnswer answer, OutboxRow row)
    {
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"{answer.Class}: status {answer.Status}, code {answer.Code}/{answer.Subcode}: {answer.ErrorMessage}");
        return answer.Class switch
        {
            FacebookErrorClass.CheckBeforeRetry or FacebookErrorClass.UnknownOutcome => new Outcome.Unknown(reason),
            FacebookErrorClass.Retry or FacebookErrorClass.NotSent => new Outcome.Later(reason, answer.RetryAfter),
            FacebookErrorClass.Backoff => new Outcome.Later(reason, answer.RetryAfter ?? Patience(row)),
            FacebookErrorClass.Unrecognized when row.Attempts < MostGuesses =>
                new Outcome.Later(reason, answer.RetryAfter ?? Patience(row)),
            FacebookErrorClass.RetryLimited when row.Attempts < 5 => new Outcome.Later(reason, answer.RetryAfter),
            _ => new Outcome.Dead(reason),
        };
    }

    /// <summary>
    /// More calls only lengthen a limit: 30 seconds, then twice as long each time, up to five minutes; not all rows at once.
    /// </summary>
    private static TimeSpan Patience(OutboxRow row) => Backoff.Of(row, LeastPatience / Backoff.Least, MostPatience / Backoff.Least);
}
