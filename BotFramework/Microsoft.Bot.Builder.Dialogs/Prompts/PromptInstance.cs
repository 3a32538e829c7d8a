using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A prompt's stored instance: its options, and its state with the count of answers.</summary>
internal readonly struct PromptInstance
{
    public const string AttemptCountKey = "AttemptCount";
    private const string OptionsKey = "options";
    private const string StateKey = "state";

    private PromptInstance(PromptOptions options, IDictionary<string, object> state)
    {
        Options = options;
        State = state;
    }

    public PromptOptions Options { get; }

    public IDictionary<string, object> State { get; }

    public static PromptInstance Begin(DialogInstance instance, object options)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (options is not PromptOptions asked)
            throw new ArgumentOutOfRangeException(
                nameof(options), $"Prompt '{instance.Id}' needs PromptOptions: begin it with DialogContext.PromptAsync.");
        ExpectInput(asked.Prompt);
        ExpectInput(asked.RetryPrompt);
        var state = new Dictionary<string, object> { [AttemptCountKey] = 0 };
        instance.State[OptionsKey] = asked;
        instance.State[StateKey] = state;
        return new PromptInstance(asked, state);
    }

    /// <exception cref="DialogStackException">What is stored is no prompt's state.</exception>
    public static PromptInstance Read(DialogInstance instance) => new(
        InstanceState.Required<PromptOptions>(instance, OptionsKey),
        InstanceState.Required<IDictionary<string, object>>(instance, StateKey));

    public void CountAttempt() =>
        State[AttemptCountKey] =
            Convert.ToInt32(State.TryGetValue(AttemptCountKey, out var count) ? count : 0, CultureInfo.InvariantCulture) + 1;

    /// <summary>
    /// The question to ask now, or null. It is a copy: what a channel writes into a sent message does not belong in the
    /// state.
    /// </summary>
    public static Activity Question(PromptOptions options, bool isRetry) =>
        (isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt)?.Copy();

    private static void ExpectInput(Activity question)
    {
        if (question is not null && string.IsNullOrEmpty(question.InputHint))
            question.InputHint = InputHints.ExpectingInput;
    }
}
