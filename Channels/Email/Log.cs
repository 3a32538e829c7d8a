using CommerceBot.Runtime;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Email;

internal static partial class Log
{
    [LoggerMessage(260, LogLevel.Warning, "Mails that came back cannot be read: {Reason}")]
    public static partial void BouncesNotRead(this ILogger log, string reason);

    [LoggerMessage(261, LogLevel.Warning, "A report on delivery cannot be read: {Fault}")]
    public static partial void BounceUnreadable(this ILogger log, string fault);

    public static void BouncesNotTaken(this ILogger log, Exception problem) => log.BouncesNotTaken(ExceptionSummary.Trace(problem));

    [LoggerMessage(262, LogLevel.Error, "A report on delivery could not be kept: {Problem}")]
    private static partial void BouncesNotTaken(this ILogger log, string problem);
}
