namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that is on a stack, and what it remembers there.</summary>
public class DialogInstance
{
    public string Id { get; set; }

    public IDictionary<string, object> State { get; set; }

    public int? StackIndex { get; set; }

    /// <summary>The version of a container's inner dialogs when this instance was last run; null for other dialogs.</summary>
    public string Version { get; set; }
}
