using System.Text.Json;

namespace CommerceBot.Simulator.Messenger.People;

internal enum Side
{
    Shopper,
    Page,
}

internal enum EntryKind
{
    /// <summary>The page's words, card or file; or what a shopper typed.</summary>
    Message,
    QuickReply,
    Postback,
    Sticker,
}

/// <summary>One line of a transcript. What the page sent is kept as it came, so that tests can look at all of it.</summary>
internal sealed record Entry
{
    /// <summary>1, 2, 3 ... within its conversation.</summary>
    public required long Seq { get; init; }

    public required string Mid { get; init; }

    public required Side From { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }

    public string? Text { get; init; }

    /// <summary>What a tap sends to the bot. The chat page never shows it.</summary>
    public string? Payload { get; init; }

    /// <summary>The <c>message</c> object of the bot's request, word for word.</summary>
    public JsonElement? Message { get; init; }

    public string? MessagingType { get; init; }

    /// <summary>Under whose name the page said it, as it was then; null for the page itself.</summary>
    public Persona? Persona { get; init; }

    /// <summary>The emoji that the page put on it, or null.</summary>
    public string? Reaction { get; init; }
}
