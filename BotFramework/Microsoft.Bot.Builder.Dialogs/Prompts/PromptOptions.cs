using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks, and how. It is stored with the prompt until the answer is accepted.</summary>
public class PromptOptions
{
    /// <summary>The question; null asks nothing and waits.</summary>
    public Activity Prompt { get; set; }

    /// <summary>Asked after an answer that was not accepted; without it, <see cref="Prompt"/> is asked again.</summary>
    public Activity RetryPrompt { get; set; }

    /// <summary>What may be chosen; null for a prompt without choices.</summary>
    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown; null leaves it to the prompt.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Whatever the validator needs, of a type that state can keep.</summary>
    public object Validations { get; set; }

    /// <summary>The language of the answer, when it is not that of the activity.</summary>
    public string RecognizeLanguage { get; set; }
}
