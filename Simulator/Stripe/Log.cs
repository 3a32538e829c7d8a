using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe;

internal static partial class Log
{
    [LoggerMessage(5201, LogLevel.Debug, "Stripe simulator: {Method} {Path} answered {Status} ({RequestId})")]
    public static partial void Answered(this ILogger log, string method, string path, int status, string requestId);

    [LoggerMessage(5202, LogLevel.Debug, "Stripe simulator: event {EventId} ({Type}) delivered at attempt {Attempt}")]
    public static partial void Delivered(this ILogger log, string eventId, string type, int attempt);

    [LoggerMessage(
        5203, LogLevel.Warning,
        "Stripe simulator: event {EventId} ({Type}) not delivered at attempt {Attempt}: {Reason}; next attempt in {Wait}")]
    public static partial void NotDelivered(this ILogger log, string eventId, string type, int attempt, string reason, TimeSpan wait);

    [LoggerMessage(5204, LogLevel.Error, "Stripe simulator: event {EventId} ({Type}) was refused for three days and is given up")]
    public static partial void GivenUp(this ILogger log, string eventId, string type);

    [LoggerMessage(5205, LogLevel.Information, "Stripe simulator: session {SessionId} attempted with {Means}: {Outcome}")]
    public static partial void Attempted(this ILogger log, string sessionId, string means, string outcome);

    [LoggerMessage(5206, LogLevel.Error,
        "Stripe simulator: event {EventId} ({Type}) cannot be delivered until the next start: {Fault} {Place}")]
    public static partial void DeliveryBroke(this ILogger log, string eventId, string type, string fault, string? place);

    [LoggerMessage(5207, LogLevel.Debug, "Stripe simulator: {Method} {Path} gets no answer ({Fault}, {RequestId})")]
    public static partial void AnswerLost(this ILogger log, string method, string path, Faults.ApiFault fault, string requestId);

    [LoggerMessage(5208, LogLevel.Debug, "Stripe simulator: event {EventId} ({Type}) is lost on the way")]
    public static partial void Lost(this ILogger log, string eventId, string type);

    [LoggerMessage(5209, LogLevel.Debug, "Stripe simulator: event {EventId} ({Type}) is late: {Wait}")]
    public static partial void Late(this ILogger log, string eventId, string type, TimeSpan wait);

    [LoggerMessage(5210, LogLevel.Debug, "Stripe simulator: event {EventId} ({Type}) went out a second time: {Outcome}")]
    public static partial void Duplicated(this ILogger log, string eventId, string type, string outcome);

    [LoggerMessage(5212, LogLevel.Information, "Stripe simulator: its API answers at the root of {Address} too")]
    public static partial void ApiAtRoot(this ILogger log, Uri address);

    [LoggerMessage(5211, LogLevel.Information, "Stripe simulator: faults are set: {Faults}")]
    public static partial void FaultsSet(this ILogger log, string faults);
}
