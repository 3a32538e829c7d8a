using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The types of this module that stand among the loose values of a stored stack, by the names they are stored under.</summary>
internal static class DialogStateTypes
{
    public static void Register()
    {
        StateTypes.Register<PromptOptions>("prompt");
        StateTypes.Register<DialogState>("dialogs");
        StateTypes.Register<FoundChoice>("choice");
    }
}
