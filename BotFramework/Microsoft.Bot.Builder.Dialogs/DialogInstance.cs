namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that is on a stack, and what it remembers there.</summary>
public class DialogInstance
{
    /// <summary>Of the dialog.</summary>
    public string Id { get; set; }

    /// <summary>What it remembers, by names of its own; it is kept with the stack.</summary>
    public IDictionary<string, object> State { get; set; }

    /// <summary>Kept from Microsoft's API, and with the stack: nothing here sets it.</summary>
    public int? StackIndex { get; set; }

    /// <summary>The version of a container's inner dialogs when this instance was last run; null for other dialogs.</summary>
    public string Version { get; set; }
}
