namespace CommerceBot.Recognition;

internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "The sentence files are new: a model was trained from {Sentences} sentences and kept.")]
    public static partial void Trained(ILogger logger, int sentences);
}
