using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One of several answers to choose from.</summary>
public class Choice
{
    /// <param name="value">What is returned when it is chosen, and what stands on its button unless an action says otherwise.</param>
    public Choice(string value = null) => Value = value;

    /// <summary>What is returned when this is chosen.</summary>
    public string Value { get; set; }

    /// <summary>The button, when it differs from the value.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words by which this may be chosen.</summary>
    public List<string> Synonyms { get; set; }

    internal string Title => string.IsNullOrEmpty(Action?.Title) ? Value ?? string.Empty : Action.Title;
}
