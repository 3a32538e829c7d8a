using CommerceBot.Payments;
using CommerceBot.Runtime;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

internal static partial class Log
{
    [LoggerMessage(210, LogLevel.Warning, "A Stripe webhook was refused: {Reason}")]
    public static partial void StripeRefused(this ILogger log, string reason);

    [LoggerMessage(211, LogLevel.Warning, "Stripe cannot be reached: {Reason}")]
    public static partial void StripeUnreachable(this ILogger log, string reason);

    [LoggerMessage(212, LogLevel.Warning, "Stripe's list of events could not be read; the next look reads further back: {Reason}")]
    public static partial void EventsNotRead(this ILogger log, string reason);

    public static void EventsNotTaken(this ILogger log, Exception problem) => log.EventsNotTaken(ExceptionSummary.Trace(problem));

    [LoggerMessage(215, LogLevel.Error, "Stripe's list of events was read and not taken; the next look reads it again: {Problem}")]
    private static partial void EventsNotTaken(this ILogger log, string problem);

    [LoggerMessage(216, LogLevel.Warning, "Stripe says no to {Kind}, and asking again cannot help: {Failure}, {Reason}")]
    public static partial void StripeSaidNo(this ILogger log, string kind, CallFailure failure, string reason);

    [LoggerMessage(213, LogLevel.Error,
        "Merchant, please act: {Kind}, order {Number}, {Amount} ({Reference}){Details}. See 'orders show {Number}'.")]
    public static partial void MerchantMustAct(this ILogger log, AlertKind kind, string number, string amount, string reference,
        string details);

    [LoggerMessage(214, LogLevel.Warning, "Merchant, please note: {Kind}, order {Number}, {Amount} ({Reference}){Details}")]
    public static partial void MerchantTold(this ILogger log, AlertKind kind, string number, string amount, string reference,
        string details);
}
