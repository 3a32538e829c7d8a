namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A stack of dialogs as it is kept between turns. The dialog on top comes first.</summary>
public class DialogState
{
    // Before any stack is read or written, the types that dialogs keep in it are known by name.
    static DialogState() => DialogStateTypes.Register();

    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance> stack) => DialogStack = stack ?? [];

    public List<DialogInstance> DialogStack { get; set; }
}
