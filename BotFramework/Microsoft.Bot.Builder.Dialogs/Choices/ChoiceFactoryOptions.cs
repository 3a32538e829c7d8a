namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are written into a text.</summary>
public class ChoiceFactoryOptions
{
    /// <summary>All as the language of the prompt has it.</summary>
    public ChoiceFactoryOptions()
    {
    }

    /// <param name="includeNumbers">Null means yes.</param>
    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between choices: ", ".</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices: " or ".</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of three or more: ", or ".</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether choices are numbered; null means yes.</summary>
    public bool? IncludeNumbers { get; set; }
}
