using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

internal static partial class Log
{
    [LoggerMessage(3101, LogLevel.Warning, "A webhook was refused: its signature is missing or wrong")]
    public static partial void WrongSignature(ILogger logger);

    [LoggerMessage(3102, LogLevel.Warning, "A webhook was refused: its body is larger than {Limit} bytes")]
    public static partial void BodyTooLarge(ILogger logger, int limit);

    [LoggerMessage(3103, LogLevel.Warning, "A webhook event could not be read: {Fault}")]
    public static partial void Malformed(ILogger logger, string? fault);

    [LoggerMessage(3104, LogLevel.Error, "The turn of {DedupeKey} failed")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string dedupeKey);

    [LoggerMessage(3105, LogLevel.Trace, "An activity of type {Type} named {Name} is not for Messenger and was not sent")]
    public static partial void NotForMessenger(ILogger logger, string? type, string? name);

    [LoggerMessage(3106, LogLevel.Warning, "A message activity says nothing and was not sent")]
    public static partial void NothingToSay(ILogger logger);
}
