namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the outermost one of a bot.</summary>
public static class DialogExtensions
{
    /// <summary>
    /// Gives the turn to the stack kept under <paramref name="accessor"/>; when that is empty, begins
    /// <paramref name="dialog"/>.
    /// </summary>
    /// <exception cref="DialogStackException">The stored stack does not fit the dialog.</exception>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor) { TelemetryClient = dialog.TelemetryClient };
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        try
        {
            await ContinueOrBeginAsync(dc, dialog.Id, cancellationToken);
        }
        catch (Exception error) when (error is not (DialogStackException or OperationCanceledException))
        {
            // A dialog may handle its own failure; then the stack, as it left it, gets the turn once more.
            if (!await dc.EmitEventAsync(DialogEvents.Error, error, true, true, cancellationToken))
                throw;
            await ContinueOrBeginAsync(dc, dialog.Id, cancellationToken);
        }
    }

    private static async Task ContinueOrBeginAsync(DialogContext dc, string dialogId, CancellationToken cancellationToken)
    {
        var turn = await dc.ContinueDialogAsync(cancellationToken);
        if (turn.Status == DialogTurnStatus.Empty)
            await dc.BeginDialogAsync(dialogId, null, cancellationToken);
    }
}
