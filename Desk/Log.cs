using CommerceBot.Runtime;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Desk;

internal static partial class Log
{
    [LoggerMessage(900, LogLevel.Information, "The desk has no owner yet: a link for the first one was printed, good until {Until}")]
    public static partial void OwnerLinkMade(this ILogger log, DateTimeOffset until);

    public static void UndeliveredNotTold(this ILogger log, Exception problem) => log.UndeliveredNotTold(ExceptionSummary.Trace(problem));

    [LoggerMessage(902, LogLevel.Error, "The merchant was not told of notices that did not arrive; the next look tries again: {Problem}")]
    private static partial void UndeliveredNotTold(this ILogger log, string problem);

    [LoggerMessage(901, LogLevel.Warning, "Somebody failed to sign in to the desk: {Why}")]
    public static partial void SignInFailed(this ILogger log, string why);
}
