using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Assistant;

/// <summary>What the model or its service wrote is never logged: it may quote what a shopper wrote.</summary>
internal static partial class Log
{
    [LoggerMessage(220, LogLevel.Warning, "Question {Id}: the language model wrote {Length} signs that are no answer by the schema")]
    public static partial void AssistantOffSchema(this ILogger log, string id, int length);

    [LoggerMessage(221, LogLevel.Warning, "Question {Id}: the language model's service answered with status {Status}")]
    public static partial void AssistantRefused(this ILogger log, string id, int status);

    public static void AssistantFailed(this ILogger log, string id, AssistantOutcome outcome, Exception problem) =>
        log.AssistantFailed(id, outcome, outcome == AssistantOutcome.TimedOut ? "" : ExceptionSummary.Trace(problem));

    [LoggerMessage(222, LogLevel.Warning, "Question {Id} for the language model: {Outcome} {Problem}")]
    private static partial void AssistantFailed(this ILogger log, string id, AssistantOutcome outcome, string problem);

    [LoggerMessage(223, LogLevel.Error,
        "The language model failed {Times} times in a row: for {Seconds} s shoppers get the usual answer at once, then it is tried again")]
    public static partial void AssistantCircuitOpened(this ILogger log, int times, double seconds);
}
