namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As the channel does it best.</summary>
    Auto,

    /// <summary>In the sentence: "(1) red, (2) green, or (3) blue".</summary>
    Inline,

    /// <summary>One under the other, in the text.</summary>
    List,

    /// <summary>As buttons that go away after the answer.</summary>
    SuggestedAction,

    /// <summary>As buttons of a card.</summary>
    HeroCard,
}
