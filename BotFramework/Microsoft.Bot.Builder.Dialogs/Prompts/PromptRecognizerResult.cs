namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt understood.</summary>
public class PromptRecognizerResult<T>
{
    /// <summary>Whether there is a value.</summary>
    public bool Succeeded { get; set; }

    /// <summary>Default where nothing was understood.</summary>
    public T Value { get; set; }

    /// <summary>True when a parent dialog may take the message for itself.</summary>
    public bool AllowInterruption { get; set; }
}
