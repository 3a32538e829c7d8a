using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Debug, "Row {Seq} met a conflict (number {Conflicts}) and runs again")]
    public static partial void TurnConflict(this ILogger log, long seq, int conflicts);

    public static void TurnFailed(this ILogger log, long seq, int tries, Exception problem) =>
        log.TurnFailed(seq, tries, ExceptionSummary.Trace(problem));

    [LoggerMessage(101, LogLevel.Warning, "Row {Seq}: try {Tries} threw: {Problem}")]
    private static partial void TurnFailed(this ILogger log, long seq, int tries, string problem);

    [LoggerMessage(102, LogLevel.Error, "Row {Seq} is a dead letter: {Reason}")]
    public static partial void TurnDied(this ILogger log, long seq, string reason);

    public static void LaneFailed(this ILogger log, long seq, Exception problem) => log.LaneFailed(seq, ExceptionSummary.Trace(problem));

    [LoggerMessage(103, LogLevel.Critical, "Row {Seq} cannot be handled because the store fails; its lane waits: {Problem}")]
    private static partial void LaneFailed(this ILogger log, long seq, string problem);

    public static void LaneStopped(this ILogger log, long seq, Exception stop) => log.LaneStopped(seq, ExceptionSummary.Trace(stop));

    [LoggerMessage(104, LogLevel.Debug, "Row {Seq} was under way when the host stopped: the next start handles it: {Problem}")]
    private static partial void LaneStopped(this ILogger log, long seq, string problem);

    public static void OutboxStopped(this ILogger log, string queue, Exception stop) =>
        log.OutboxStopped(queue, ExceptionSummary.Trace(stop));

    [LoggerMessage(115, LogLevel.Debug, "The outbox of {Queue} was under way when the host stopped: the next start goes on: {Problem}")]
    private static partial void OutboxStopped(this ILogger log, string queue, string problem);

    public static void OutboxFailed(this ILogger log, string id, Exception problem) =>
        log.OutboxFailed(id, ExceptionSummary.Trace(problem));

    [LoggerMessage(110, LogLevel.Critical,
        "Outbox row {Id} cannot be carried out because the store or its sender fails; its queue waits: {Problem}")]
    private static partial void OutboxFailed(this ILogger log, string id, string problem);

    [LoggerMessage(111, LogLevel.Error, "Outbox row {Id} ({Kind}) is a dead letter: {Reason}")]
    public static partial void OutboxDied(this ILogger log, string id, string kind, string reason);

    [LoggerMessage(112, LogLevel.Warning, "Outbox row {Id} may have been sent: {Reason}")]
    public static partial void OutboxUnknown(this ILogger log, string id, string reason);

    [LoggerMessage(113, LogLevel.Warning, "Outbox row {Id} is tried again in {Seconds} s: {Reason}")]
    public static partial void OutboxLater(this ILogger log, string id, string reason, double seconds);

    public static void TimersFailed(this ILogger log, Exception problem) => log.TimersFailed(ExceptionSummary.Trace(problem));

    [LoggerMessage(120, LogLevel.Error, "Timers could not be moved to the inbox: {Problem}")]
    private static partial void TimersFailed(this ILogger log, string problem);

    public static void ForeignRowsFailed(this ILogger log, Exception problem) => log.ForeignRowsFailed(ExceptionSummary.Trace(problem));

    [LoggerMessage(121, LogLevel.Error, "Rows of other processes could not be looked for: {Problem}")]
    private static partial void ForeignRowsFailed(this ILogger log, string problem);

    public static void TypingFailed(this ILogger log, Exception problem) => log.TypingFailed(ExceptionSummary.Trace(problem));

    [LoggerMessage(122, LogLevel.Debug, "Typing could not be shown: {Problem}")]
    private static partial void TypingFailed(this ILogger log, string problem);

    public static void PruningFailed(this ILogger log, Exception problem) => log.PruningFailed(ExceptionSummary.Trace(problem));

    [LoggerMessage(123, LogLevel.Warning, "Old rows could not be forgotten: {Problem}")]
    private static partial void PruningFailed(this ILogger log, string problem);

    public static void StoreUnwell(this ILogger log, Exception problem) => log.StoreUnwell(ExceptionSummary.Trace(problem));

    [LoggerMessage(124, LogLevel.Critical, "Nothing can be stored, so shoppers are not answered: {Problem}")]
    private static partial void StoreUnwell(this ILogger log, string problem);

    [LoggerMessage(125, LogLevel.Information, "The store can be written again")]
    public static partial void StoreWellAgain(this ILogger log);

    public static void SenderThrew(this ILogger log, string id, string kind, double seconds, Exception problem) =>
        log.SenderThrew(id, kind, seconds, ExceptionSummary.Trace(problem));

    [LoggerMessage(126, LogLevel.Warning, "Outbox row {Id} ({Kind}): its sender threw, and it is tried again in {Seconds} s: {Problem}")]
    private static partial void SenderThrew(this ILogger log, string id, string kind, double seconds, string problem);

    [LoggerMessage(127, LogLevel.Warning, "The clock was set by {Seconds} s, or the machine slept: all that waits for it looks again")]
    public static partial void ClockStepped(this ILogger log, double seconds);

    [LoggerMessage(130, LogLevel.Information, "Rows of the database {DatabaseId} are being handled")]
    public static partial void RowsStarted(this ILogger log, string databaseId);
}
