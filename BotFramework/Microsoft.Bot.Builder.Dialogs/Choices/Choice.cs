using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What is returned when this is chosen.</summary>
    public string Value { get; set; }

    /// <summary>The button, when it differs from the value.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words by which this may be chosen.</summary>
    public List<string> Synonyms { get; set; }

    internal string Title => string.IsNullOrEmpty(Action?.Title) ? Value ?? string.Empty : Action.Title;
}
