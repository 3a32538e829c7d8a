using System.Globalization;
using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A stack of dialogs in one turn: begins, continues, ends and cancels them. The dialog on top is the first of
/// <see cref="Stack"/>.
/// </summary>
public class DialogContext
{
    /// <summary>More dialogs inside each other than any bot means: they begin one another without end.</summary>
    private const int DeepestNesting = 100;

    /// <summary>A stack that is kept in <paramref name="state"/>: what happens to it is seen there.</summary>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack ??= [];
    }

    /// <summary>A stack inside the parent's active dialog, in the same turn.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, ContextOf(parentDialogContext), state) => Parent = parentDialogContext;

    /// <summary>What may be begun here.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The dialog on top comes first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The stack around this one; null for the outermost.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The inner stack of the active dialog, when that is a container.</summary>
    public DialogContext Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    /// <summary>The dialog on top; null when the stack is empty.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The turn's state.</summary>
    public TurnContextStateCollection Services => Context.TurnState;

    /// <summary>Puts a dialog on top and gives it the turn.</summary>
    /// <exception cref="InvalidOperationException">No dialog here or in a parent has the id, or dialogs begin one another without
    /// end.</exception>
    public async Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(options, nameof(options));
        Arguments.NotBlank(dialogId);
        var dialog =
            FindDialog(dialogId)
            ?? throw new InvalidOperationException(
                $"Dialog '{dialogId}' cannot begin: neither this dialog set nor a parent's has it. Add it with DialogSet.Add or "
                + "ComponentDialog.AddDialog."
            );
        RefuseEndlessNesting(dialogId);
        Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
        return await dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt: the same as beginning any dialog, with the options checked.</summary>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        Arguments.NotBlank(dialogId);
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <exception cref="DialogStackException">The stored stack does not fit these dialogs.</exception>
    public async Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is null
            ? new DialogTurnResult(DialogTurnStatus.Empty)
            : await Active().ContinueDialogAsync(this, cancellationToken);

    /// <summary>Ends the active dialog and hands its result to the one below; with none below, the stack is complete.</summary>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is null
            ? new DialogTurnResult(DialogTurnStatus.Complete, result)
            : await Active().ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
    }

    /// <summary>Cancels this stack from the top down; parents stay.</summary>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(false, null, null, cancellationToken);

    /// <summary>Cancels from the top down; every dialog but the first is asked by an event and may stop the rest.</summary>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string eventName = null, object eventValue = null, CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0 && Parent is null)
            return new DialogTurnResult(DialogTurnStatus.Empty);

        var first = true;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            for (; dc.Stack.Count > 0; first = false)
            {
                if (!first && await dc.EmitEventAsync(eventName ?? DialogEvents.CancelDialog, eventValue, false, false, cancellationToken))
                    return new DialogTurnResult(DialogTurnStatus.Cancelled);
                await dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
            }
            first = false;
        }
        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Ends the dialog on top without telling the one below, and begins another in its place.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Has the dialog on top ask its question again, unless somebody handles the event of that name.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (await EmitEventAsync(DialogEvents.RepromptDialog, null, false, false, cancellationToken) || ActiveDialog is null)
            return;
        await Active().RepromptDialogAsync(Context, ActiveDialog, cancellationToken);
    }

    /// <summary>A dialog of this set, or of a parent's; null when there is none.</summary>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>
    /// Offers an event to the active dialog (or to the innermost one, <paramref name="fromLeaf"/>). True when someone
    /// handled it.
    /// </summary>
    public async Task<bool> EmitEventAsync(
        string name, object value = null, bool bubble = true, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var dc = this;
        while (fromLeaf && dc.Child is { } child)
            dc = child;
        if (dc.ActiveDialog is not { } instance || dc.FindDialog(instance.Id) is not { } dialog)
            return false;
        return await dialog.OnDialogEventAsync(dc, new DialogEvent { Bubble = bubble, Name = name, Value = value }, cancellationToken);
    }

    /// <summary>The turn's locale, else the activity's, else the process's.</summary>
    public string GetLocale()
    {
        var locale = (Context as TurnContext)?.Locale;
        if (string.IsNullOrEmpty(locale))
            locale = Context.Activity.Locale;
        return string.IsNullOrEmpty(locale) ? CultureInfo.CurrentCulture.Name : locale;
    }

    private void RefuseEndlessNesting(string dialogId)
    {
        var depth = 0;
        for (var dc = Parent; dc is not null && depth < DeepestNesting; dc = dc.Parent)
            depth++;
        if (depth >= DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new InvalidOperationException(
                $"Dialog '{dialogId}' cannot begin: dialogs begin one another without end. "
                + "Where dialogs contain each other, one of them needs an InitialDialogId that waits for an answer.");
    }

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } instance)
            return;
        // A dialog that is no longer known has nothing to tidy up: it can still be taken off.
        if (FindDialog(instance.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, instance, reason, cancellationToken);
        Stack.Remove(instance);
    }

    private Dialog Active()
    {
        var id = ActiveDialog.Id;
        return (string.IsNullOrWhiteSpace(id) ? null : FindDialog(id)) ?? throw DialogStackException.Unknown(id);
    }

    private static ITurnContext ContextOf(DialogContext parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return parent.Context;
    }
}
