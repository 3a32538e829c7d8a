namespace CommerceBot.Recognition;

internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "The sentence files are new: a model was trained from {Sentences} sentences and kept.")]
    public static partial void Trained(ILogger logger, int sentences);

    [LoggerMessage(701, LogLevel.Warning, "An answer is left out. {File}, line {Line}: {Problem}")]
    public static partial void AnswerLeftOut(this ILogger logger, string file, int line, string problem);
}
