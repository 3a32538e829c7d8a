namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that brings others: adding it to a set adds them too.</summary>
public interface IDialogDependencies
{
    IEnumerable<Dialog> GetDependencies();
}
