using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Bot.Schema;

/// <summary>What every activity has.</summary>
public interface IActivity
{
    string Type { get; set; }

    string? Id { get; set; }

    string ServiceUrl { get; set; }

    DateTimeOffset? Timestamp { get; set; }

    DateTimeOffset? LocalTimestamp { get; set; }

    string ChannelId { get; set; }

    ChannelAccount From { get; set; }

    ConversationAccount Conversation { get; set; }

    ChannelAccount Recipient { get; set; }

    string? ReplyToId { get; set; }

    IList<Entity>? Entities { get; set; }

    object? ChannelData { get; set; }

    IMessageActivity? AsMessageActivity();

    IContactRelationUpdateActivity? AsContactRelationUpdateActivity();

    IInstallationUpdateActivity? AsInstallationUpdateActivity();

    IConversationUpdateActivity? AsConversationUpdateActivity();

    ITypingActivity? AsTypingActivity();

    IEndOfConversationActivity? AsEndOfConversationActivity();

    IEventActivity? AsEventActivity();

    IInvokeActivity? AsInvokeActivity();

    IMessageUpdateActivity? AsMessageUpdateActivity();

    IMessageDeleteActivity? AsMessageDeleteActivity();

    IMessageReactionActivity? AsMessageReactionActivity();

    ISuggestionActivity? AsSuggestionActivity();

    TData GetChannelData<TData>();

    bool TryGetChannelData<TData>([MaybeNullWhen(false)] out TData instance);

    ConversationReference GetConversationReference();

    ConversationReference GetReplyConversationReference(ResourceResponse reply);

    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}
