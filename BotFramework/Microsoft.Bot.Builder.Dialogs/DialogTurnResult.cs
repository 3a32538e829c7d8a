namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>How the stack stands after a dialog had the turn.</summary>
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

/// <summary>What came of giving a dialog the turn.</summary>
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    /// <summary>Whether anything waits.</summary>
    public DialogTurnStatus Status { get; set; } = status;

    /// <summary>What the last dialog ended with; null while one waits.</summary>
    public object Result { get; set; } = result;

    /// <summary>Kept from Microsoft's API: nothing here sets it.</summary>
    public bool ParentEnded { get; set; }
}
