using System.Runtime.CompilerServices;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks, recognises the answer, has it judged, and asks again until it is accepted.</summary>
public abstract class Prompt<T> : Dialog
{
    private readonly PromptValidator<T> _validator;

    protected Prompt(string dialogId, PromptValidator<T> validator = null)
        : base(dialogId)
    {
        Arguments.NotBlank(dialogId);
        _validator = validator;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        RefuseToken(options, nameof(options));
        var prompt = PromptInstance.Begin(dc.ActiveDialog, options);
        await OnPromptAsync(dc.Context, prompt.State, prompt.Options, false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
            return EndOfTurn;

        var prompt = PromptInstance.Read(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, prompt.State, prompt.Options, cancellationToken);
        prompt.CountAttempt();
        var accepted = _validator is null
            ? recognized.Succeeded
            : await _validator(new PromptValidatorContext<T>(dc.Context, recognized, prompt.Options, prompt.State), cancellationToken);
        if (accepted)
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);

        // A validator that has said itself what is wrong needs no second voice.
        if (!dc.Context.Responded)
            await OnPromptAsync(dc.Context, prompt.State, prompt.Options, true, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Something was pushed above this prompt and has ended: its result is not the answer, so ask again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var prompt = PromptInstance.Read(instance);
        return OnPromptAsync(turnContext, prompt.State, prompt.Options, false, cancellationToken);
    }

    protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
            return false;
        var prompt = PromptInstance.Read(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, prompt.State, prompt.Options, cancellationToken);
        return recognized.Succeeded && !recognized.AllowInterruption;
    }

    protected abstract Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null,
        CancellationToken cancellationToken = default
    ) => AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>
    /// A message with the text of <paramref name="prompt"/> and the choices in the given style;
    /// <paramref name="prompt"/> itself stays as it is.
    /// </summary>
    [OverloadResolutionPriority(1)]
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null, CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var shown = style switch
        {
            ListStyle.None => MessageFactory.Text(text),
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is not Activity question)
        {
            shown.InputHint = InputHints.ExpectingInput;
            return shown;
        }

        var message = question.Copy();
        message.Text = shown.Text;
        if (shown.SuggestedActions?.Actions is { Count: > 0 })
            message.SuggestedActions = shown.SuggestedActions;
        if (shown.Attachments is { Count: > 0 } added)
            message.Attachments = message.Attachments is { Count: > 0 } own ? [.. own, .. added] : added;
        return message;
    }

    /// <summary>Sends the question as it was given.</summary>
    private protected static Task AskAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        return PromptInstance.Question(options, isRetry) is { } question
            ? turnContext.SendActivityAsync(question, cancellationToken)
            : Task.CompletedTask;
    }
}
