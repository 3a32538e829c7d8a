namespace CommerceBot.Recognition;

internal static partial class Log
{
    [LoggerMessage(700, LogLevel.Information, "The sentence files are new: a model was trained from {Sentences} sentences and kept.")]
    public static partial void Trained(ILogger logger, int sentences);

    [LoggerMessage(703, LogLevel.Warning, "The sentences that were added in the desk are not learned: {Reason}")]
    public static partial void NotTrained(ILogger logger, string reason);

    [LoggerMessage(702, LogLevel.Warning,
        "Assistant:DailyBudget is used up: until the next day (UTC) the language model is not asked, and shoppers get the usual answer")]
    public static partial void AssistantOverBudget(this ILogger log);

    [LoggerMessage(701, LogLevel.Warning, "An answer is left out. {File}, line {Line}: {Problem}")]
    public static partial void AnswerLeftOut(this ILogger logger, string file, int line, string problem);
}
