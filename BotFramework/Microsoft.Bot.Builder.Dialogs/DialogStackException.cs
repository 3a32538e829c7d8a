namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A stored stack does not fit the dialogs of this program: it names a dialog that is not here, a step that is not there,
/// or its state has another shape or cannot be read. Whoever catches it can drop the stack (set a new
/// <see cref="DialogState"/>) and start again.
/// </summary>
public class DialogStackException : InvalidOperationException
{
    /// <summary>Says nothing of why.</summary>
    public DialogStackException()
    {
    }

    /// <param name="message">What does not fit, and what to do.</param>
    public DialogStackException(string message)
        : base(message)
    {
    }

    /// <param name="message">What does not fit, and what to do.</param>
    /// <param name="innerException">What reading it threw.</param>
    public DialogStackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static DialogStackException Unknown(string dialogId) =>
        new($"The stack holds dialog '{dialogId}', which no dialog set here knows. Drop the stack, or add the dialog.");
}
