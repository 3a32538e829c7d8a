namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that brings others: adding it to a set adds them too.</summary>
public interface IDialogDependencies
{
    /// <summary>All that must be in the same set.</summary>
    IEnumerable<Dialog> GetDependencies();
}
