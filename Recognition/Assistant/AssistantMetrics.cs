using System.Diagnostics.Metrics;
using System.Text.Json;

namespace CommerceBot.Recognition.Assistant;

/// <summary>How a question for a language model ended.</summary>
internal enum AssistantOutcome
{
    /// <summary>With an intent.</summary>
    Answered,

    /// <summary>The model said that no intent fits.</summary>
    NoIntent,

    /// <summary>The model wrote something that the schema does not allow, or refused to write.</summary>
    OffSchema,

    /// <summary>No answer within <see cref="AssistantOptions.Patience"/>.</summary>
    TimedOut,

    /// <summary>The service answered with an error.</summary>
    Refused,

    /// <summary>The service could not be reached, or its answer not be read.</summary>
    Failed,

    /// <summary>Not asked: the circuit is open.</summary>
    CircuitOpen,

    /// <summary>Not asked: the day's budget is used up.</summary>
    OverBudget,
}

/// <summary>
/// The counter <c>commercebot.assistant.calls</c> by <c>outcome</c>, such as <c>timed-out</c>. A turn that runs again after a conflict
/// counts again what it did not ask. The first question of a day that is over the budget is told in the log.
/// </summary>
internal sealed class AssistantMetrics(IMeterFactory meters, TimeProvider time, ILogger<AssistantMetrics> log)
{
    private long _dayToldOf = -1;

    private readonly Counter<long> _calls = meters
        .Create("CommerceBot")
        .CreateCounter<long>("commercebot.assistant.calls", "{call}", "Questions for the language model, by how they ended");

    public void Count(AssistantOutcome outcome)
    {
        _calls.Add(1, new KeyValuePair<string, object?>("outcome", JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString())));
        var today = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay;
        if (outcome == AssistantOutcome.OverBudget && Interlocked.Exchange(ref _dayToldOf, today) != today)
            log.AssistantOverBudget();
    }
}
