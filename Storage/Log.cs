namespace CommerceBot.Storage;

internal static partial class Log
{
    [LoggerMessage(
        300, LogLevel.Information,
        "{Feed}: {Imported} rows imported, {Products} products, {Errors} rows left out, {CountedSince} with stock counted since")]
    public static partial void FeedImported(this ILogger log, string feed, long imported, long products, long errors, long countedSince);

    [LoggerMessage(301, LogLevel.Error, "{Feed} was refused and nothing changed: {Reason}")]
    public static partial void FeedRefused(this ILogger log, string feed, string reason);
}
