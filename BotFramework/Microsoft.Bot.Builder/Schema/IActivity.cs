using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Schema;

/// <summary>What every activity has.</summary>
public interface IActivity
{
    /// <summary>What happened: one of <see cref="ActivityTypes"/>.</summary>
    string Type { get; set; }

    /// <summary>The channel's id of it; null while it is not sent.</summary>
    string? Id { get; set; }

    /// <summary>Where the channel takes replies.</summary>
    string ServiceUrl { get; set; }

    /// <summary>When the channel took it, in UTC; null where it does not say.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, by the sender's clock; null where nobody says.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The channel that it came by or goes to.</summary>
    string ChannelId { get; set; }

    /// <summary>Who sends it.</summary>
    ChannelAccount From { get; set; }

    /// <summary>Where it is said.</summary>
    ConversationAccount Conversation { get; set; }

    /// <summary>Whom it is for.</summary>
    ChannelAccount Recipient { get; set; }

    /// <summary>The activity that this one answers or is about; null for none.</summary>
    string? ReplyToId { get; set; }

    /// <summary>What is known about it, such as mentions; null for nothing.</summary>
    IList<Entity>? Entities { get; set; }

    /// <summary>What this channel alone understands; null for nothing.</summary>
    object? ChannelData { get; set; }

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IMessageActivity? AsMessageActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IContactRelationUpdateActivity? AsContactRelationUpdateActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IInstallationUpdateActivity? AsInstallationUpdateActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IConversationUpdateActivity? AsConversationUpdateActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    ITypingActivity? AsTypingActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IEndOfConversationActivity? AsEndOfConversationActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IEventActivity? AsEventActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IInvokeActivity? AsInvokeActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IMessageUpdateActivity? AsMessageUpdateActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IMessageDeleteActivity? AsMessageDeleteActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    IMessageReactionActivity? AsMessageReactionActivity();

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    ISuggestionActivity? AsSuggestionActivity();

    /// <summary>Throws where the data are of another form; default where there are none.</summary>
    TData GetChannelData<TData>();

    /// <summary>False where there are none, or they are of another form.</summary>
    bool TryGetChannelData<TData>([MaybeNullWhen(false)] out TData instance);

    /// <summary>Where this was said, to go on from there later.</summary>
    ConversationReference GetConversationReference();

    /// <summary>The same, pointing at the reply that was sent.</summary>
    ConversationReference GetReplyConversationReference(ResourceResponse reply);

    /// <summary>Addresses this to a conversation, and is itself the result.</summary>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}
