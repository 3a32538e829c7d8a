namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt understood.</summary>
public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public T Value { get; set; }

    /// <summary>True when a parent dialog may take the message for itself.</summary>
    public bool AllowInterruption { get; set; }
}
