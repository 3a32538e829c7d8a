namespace Microsoft.Bot.Schema;

/// <summary>Something said.</summary>
public interface IMessageActivity : IActivity
{
    /// <summary>The language of the text, such as <c>it-IT</c>; null where nobody says.</summary>
    string? Locale { get; set; }

    /// <summary>What is said; null for nothing.</summary>
    string? Text { get; set; }

    /// <summary>What is read aloud, as text or SSML; null for nothing.</summary>
    string? Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    string? InputHint { get; set; }

    /// <summary>Shown where the attachments cannot be.</summary>
    string? Summary { get; set; }

    /// <summary>How the text is marked up: one of <see cref="TextFormatTypes"/>.</summary>
    string? TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    string? AttachmentLayout { get; set; }

    /// <summary>Cards, pictures and files; null for none.</summary>
    IList<Attachment>? Attachments { get; set; }

    /// <summary>Buttons that are gone after the next message; null for none.</summary>
    SuggestedActions? SuggestedActions { get; set; }

    /// <summary>One of <see cref="ActivityImportance"/>; null for normal.</summary>
    string? Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; null for normal.</summary>
    string? DeliveryMode { get; set; }

    /// <summary>Words that speech recognition should expect.</summary>
    IList<string>? ListenFor { get; set; }

    /// <summary>Pieces of the answered text to be marked.</summary>
    IList<TextHighlight>? TextHighlights { get; set; }

    /// <summary>An intent that the channel recognised; null for none.</summary>
    SemanticAction? SemanticAction { get; set; }

    /// <summary>When it should no longer be shown; null for never.</summary>
    DateTimeOffset? Expiration { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    object? Value { get; set; }

    /// <summary>Whether there is something to show.</summary>
    bool HasContent();

    /// <summary>Those among the entities; none where nobody is mentioned.</summary>
    Mention[] GetMentions();
}
