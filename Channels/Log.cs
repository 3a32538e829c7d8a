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

    [LoggerMessage(203, LogLevel.Error, "A request to {Endpoint} failed: {Problem}")]
    public static partial void RequestFailed(this ILogger log, string endpoint, string problem);

    [LoggerMessage(204, LogLevel.Warning,
        "Graph refused outbox row {Id} by an error that is not known here: status {Status}, code {Code}/{Subcode}; it is tried again")]
    public static partial void GraphCodeUnrecognized(this ILogger log, string id, int? status, int? code, int? subcode);
}
