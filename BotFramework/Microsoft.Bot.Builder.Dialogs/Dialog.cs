using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// One piece of a conversation. It is a singleton: what differs between shoppers lives in its
/// <see cref="DialogInstance"/>.
/// </summary>
public abstract class Dialog
{
    /// <summary>What a dialog returns that waits for the next activity.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    protected Dialog(string dialogId = null) => _id = dialogId;

    /// <summary>By which stacks and other dialogs name it; a stored stack holds it.</summary>
    public string Id
    {
        get => _id ??= OnComputeId();
        set => _id = value;
    }

    /// <summary>Never null: without one, nothing is reported.</summary>
    public virtual IBotTelemetryClient TelemetryClient
    {
        get;
        set => field = value ?? NullBotTelemetryClient.Instance;
    } = NullBotTelemetryClient.Instance;

    /// <summary>
    /// It was put on top of the stack and has the turn. <paramref name="options"/> is what whoever begins it gives along.
    /// </summary>
    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>The next activity of a conversation in which this dialog is on top. By default the dialog ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(cancellationToken: cancellationToken);

    /// <summary>The dialog above has ended with <paramref name="result"/>. By default this one ends with it too.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default
    ) => dc.EndDialogAsync(result, cancellationToken);

    /// <summary>It is on top of the stack and is to ask its question again. By default nothing happens.</summary>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>It leaves the stack, for this reason. By default nothing happens.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default
    ) => Task.CompletedTask;

    /// <summary>What a stored instance of this dialog depends on, as text. It is the same in every process.</summary>
    public virtual string GetVersion() => Id;

    /// <summary>Offers an event to this dialog, then to its parents, then to this dialog again. True when someone handled it.</summary>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken))
            return true;
        if (e.Bubble && dc.Parent is { } parent && await parent.EmitEventAsync(e.Name, e.Value, true, false, cancellationToken))
            return true;
        return await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    protected virtual string OnComputeId() => GetType().Name;

    /// <summary>A cancellation token in the place of the options is a slip of the pen that would be stored as state.</summary>
    internal static void RefuseToken(object value, string parameter)
    {
        if (value is CancellationToken)
            throw new ArgumentException(
                $"{parameter} is a CancellationToken: it belongs in the last argument, by name if need be.", parameter);
    }
}
