using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels;

internal static partial class Log
{
    [LoggerMessage(200, LogLevel.Warning, "An event of a webhook is malformed: {Fault}")]
    public static partial void MalformedEvent(this ILogger log, string fault);

    [LoggerMessage(201, LogLevel.Information, "The Messenger profile is written")]
    public static partial void MessengerProfileWritten(this ILogger log);

    [LoggerMessage(202, LogLevel.Error, "The Messenger profile could not be written: {Reason}")]
    public static partial void MessengerProfileFailed(this ILogger log, string reason);

    [LoggerMessage(210, LogLevel.Warning, "A Stripe webhook was refused: {Reason}")]
    public static partial void StripeRefused(this ILogger log, string reason);

    [LoggerMessage(211, LogLevel.Warning, "Stripe cannot be reached: {Reason}")]
    public static partial void StripeUnreachable(this ILogger log, string reason);

    [LoggerMessage(212, LogLevel.Warning, "Stripe's list of events could not be read; the next look reads further back: {Reason}")]
    public static partial void EventsNotRead(this ILogger log, string reason);
}
