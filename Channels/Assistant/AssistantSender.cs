using System.ClientModel;
using System.Text.Json;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Assistant;

/// <summary>
/// Sends questions to the language model, each once and for four seconds at most. However a call ends, its row is done and the
/// conversation is told: a question that failed is worth no second one, and no dead letter.
/// </summary>
internal sealed class AssistantSender(
    AssistantClient client, AssistantPrompt prompt, AssistantCircuitBreaker breaker, AssistantMetrics metrics, TimeProvider time,
    ILogger<AssistantSender> log) : IOutboxSender
{
    public IReadOnlyCollection<string> Kinds { get; } = [AssistantEvents.CallKind];

    public OutboxQueue QueueOf(string kind) => OutboxQueue.Calls;

    /// <summary>Never: <see cref="SendAsync"/> ends what is too old without a call, where giving up would leave a dead letter.</summary>
    public TimeSpan GivesUpAfter(string kind) => TimeSpan.MaxValue;

    public async Task<Outcome> SendAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var question =
            JsonSerializer.Deserialize(row.Request.Span, AssistantJson.Default.AssistantQuestion)
            ?? throw new JsonException($"Outbox row {row.PublicId} holds null instead of a question.");
        var left = row.Created + AssistantOptions.Patience - time.GetUtcNow();
        var (outcome, answer) = left > TimeSpan.Zero
            ? await AskAsync(row, question, left < AssistantOptions.Patience ? left : AssistantOptions.Patience, cancellationToken)
            : (AssistantOutcome.TimedOut, null);
        metrics.Count(outcome);
        return new Outcome.Done(Answer: Tell(new AssistantReply(row.PublicId, answer)));
    }

    public Activity? AnswerWhenAbandoned(OutboxRow row, string reason) => Tell(new AssistantReply(row.PublicId));

    private async Task<(AssistantOutcome Outcome, AssistantAnswer? Answer)> AskAsync(
        OutboxRow row, AssistantQuestion question, TimeSpan left, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(left, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var (outcome, answer) = (AssistantOutcome.OffSchema, (AssistantAnswer?)null);
        try
        {
            var written = await client.AskAsync(prompt.System, AssistantPrompt.Write(question), stop.Token);
            if (AssistantAnswer.TryRead(written, out answer))
                outcome = answer is null ? AssistantOutcome.NoIntent : AssistantOutcome.Answered;
            else
                log.AssistantOffSchema(row.PublicId, written?.Length ?? 0);
        }
        catch (ClientResultException refused) when (refused.Status > 0)
        {
            outcome = AssistantOutcome.Refused;
            log.AssistantRefused(row.PublicId, refused.Status);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the client makes of a strange answer, a broken line or the end of the time: none of it is worth a second call.
            outcome = late.IsCancellationRequested ? AssistantOutcome.TimedOut : AssistantOutcome.Failed;
            log.AssistantFailed(row.PublicId, outcome, problem);
        }

        Note(outcome);
        return (outcome, answer);
    }

    private void Note(AssistantOutcome outcome)
    {
        if (outcome is AssistantOutcome.Answered or AssistantOutcome.NoIntent)
            breaker.NoteSuccess();
        else if (breaker.NoteFailure())
            log.AssistantCircuitOpened(AssistantCircuitBreaker.FailuresInARow, AssistantCircuitBreaker.Pause.TotalSeconds);
    }

    private static Activity Tell(AssistantReply reply) =>
        new() { Type = ActivityTypes.Event, Name = AssistantEvents.Answer, Value = AssistantEvents.Write(reply) };
}
