namespace Microsoft.Bot.Builder.Dialogs;

public enum DialogTurnStatus
{
    /// <summary>There is nothing on the stack.</summary>
    Empty,

    /// <summary>The dialog on top waits for the next activity.</summary>
    Waiting,

    /// <summary>The last dialog ended; the result is what it ended with.</summary>
    Complete,

    /// <summary>The stack was cancelled.</summary>
    Cancelled,

    /// <summary>The dialog ended, and its parent should wait for the next activity before it goes on.</summary>
    CompleteAndWait,
}

public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    public object Result { get; set; } = result;

    public bool ParentEnded { get; set; }
}
