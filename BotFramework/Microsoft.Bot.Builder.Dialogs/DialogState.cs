namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A stack of dialogs as it is kept between turns. The dialog on top comes first.</summary>
public class DialogState
{
    // Before any stack is read or written, the types that dialogs keep in it are known by name.
    static DialogState() => DialogStateTypes.Register();

    /// <summary>An empty stack.</summary>
    public DialogState()
        : this(null)
    {
    }

    /// <param name="stack">The dialog on top comes first; null for an empty one.</param>
    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    /// <summary>The dialog on top comes first.</summary>
    public List<DialogInstance> DialogStack { get; set; }
}
