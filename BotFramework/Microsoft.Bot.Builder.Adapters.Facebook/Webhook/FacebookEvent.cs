using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One event of a webhook, read as far as it could be.</summary>
public sealed record FacebookEvent
{
    /// <summary>Which one it is.</summary>
    public required FacebookEventKind Kind { get; init; }

    /// <summary>The same for every delivery of the same event, different for different events.</summary>
    public required string DedupeKey { get; init; }

    /// <summary>Another app owns the conversation; we only look on.</summary>
    public bool IsStandby { get; init; }

    /// <summary>The Page that it belongs to; null where the event does not say.</summary>
    public string? PageId { get; init; }

    /// <summary>The person's page-scoped id, whoever of the two sent the event; null for guests and for what concerns no person.</summary>
    public string? PersonId { get; init; }

    /// <summary>The id of the message, postback or echo; for edits, reactions and feedback, of the message they are about.</summary>
    public string? Mid { get; init; }

    /// <summary>When it happened, by Meta; null where it does not say.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Of an echo: the app that sent the message. None, or another than ours, means that somebody else spoke.</summary>
    public string? EchoAppId { get; init; }

    /// <summary>Of an echo: the <c>metadata</c> that the sender gave to the message.</summary>
    public string? EchoMetadata { get; init; }

    /// <summary>Of an echo: the words of the message; null where it has none.</summary>
    public string? EchoText { get; init; }

    /// <summary>Of a change: the field that changed. Of another object than a Page: its name, as it came.</summary>
    public string? Field { get; init; }

    /// <summary>What the bot is to handle; null when the event starts no turn.</summary>
    public Activity? Activity { get; init; }

    /// <summary>Why a malformed event is one; holds nothing that a person wrote.</summary>
    public string? Fault { get; init; }
}
