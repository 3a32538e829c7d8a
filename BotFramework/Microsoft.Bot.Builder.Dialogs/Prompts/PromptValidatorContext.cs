using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Judges an answer: true accepts it. It may change what was recognised, and may say itself what is wrong.</summary>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);

/// <summary>An answer, and all that a validator may want to know of it.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext context, PromptRecognizerResult<T> recognized, PromptOptions options, IDictionary<string, object> state)
    {
        Context = context;
        Recognized = recognized;
        Options = options;
        State = state;
    }

    /// <summary>The turn in which the answer came.</summary>
    public ITurnContext Context { get; }

    /// <summary>What the prompt understood; the validator may change it.</summary>
    public PromptRecognizerResult<T> Recognized { get; }

    /// <summary>What was asked, and how.</summary>
    public PromptOptions Options { get; }

    /// <summary>What the prompt remembers until the answer is accepted.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>Which answer this is: 1 for the first.</summary>
    public int AttemptCount =>
        State.TryGetValue(PromptInstance.AttemptCountKey, out var count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;
}
