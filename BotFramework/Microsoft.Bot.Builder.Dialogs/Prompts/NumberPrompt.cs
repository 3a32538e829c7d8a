using Microsoft.Bot.Builder.Dialogs.Recognition;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Takes a number, in digits or words, Italian or English. T is int, long, float, double or decimal.</summary>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <exception cref="NotSupportedException">T is no type of number that it knows.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (!NumberTypes.IsKnown(typeof(T)))
            throw new NotSupportedException($"A NumberPrompt asks for int, long, float, double or decimal, not for {typeof(T).Name}.");
        DefaultLocale = defaultLocale;
    }

    /// <summary>The language of answers whose activity names none; English without it.</summary>
    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default) => AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <summary>The first number of the answer. A fraction is no int, and neither is what does not fit.</summary>
    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Text.Length: > 0 } message)
            return Task.FromResult(result);

        var numbers = Numbers.In(message.Text, Language.Of(Language.LocaleOfAnswer(options, turnContext, DefaultLocale)));
        if (numbers.Count > 0 && NumberTypes.Fit(numbers[0].Value, typeof(T)) is T value)
        {
            result.Succeeded = true;
            result.Value = value;
        }
        return Task.FromResult(result);
    }
}
