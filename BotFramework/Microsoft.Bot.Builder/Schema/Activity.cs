using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>
/// One thing said or done in a conversation. Type, ChannelId, Conversation, From and Recipient are there in every
/// activity that a bot is given; an adapter refuses what comes without them.
/// </summary>
public class Activity : IActivity, IConversationUpdateActivity, IContactRelationUpdateActivity, IInstallationUpdateActivity,
    IMessageActivity, IMessageUpdateActivity, IMessageDeleteActivity, IMessageReactionActivity, ISuggestionActivity,
    ITypingActivity, IEndOfConversationActivity, IEventActivity, IInvokeActivity, ITraceActivity, IHandoffActivity,
    ICommandActivity, ICommandResultActivity
{
    public const string ContentType = "application/vnd.microsoft.activity";

    [JsonConstructor]
    public Activity()
    {
    }

    public Activity(
        string? type = null,
        string? id = null,
        DateTimeOffset? timestamp = null,
        DateTimeOffset? localTimestamp = null,
        string? serviceUrl = null,
        string? channelId = null,
        ChannelAccount? from = null,
        ConversationAccount? conversation = null,
        ChannelAccount? recipient = null,
        string? textFormat = null,
        string? attachmentLayout = null,
        IList<ChannelAccount>? membersAdded = null,
        IList<ChannelAccount>? membersRemoved = null,
        IList<MessageReaction>? reactionsAdded = null,
        IList<MessageReaction>? reactionsRemoved = null,
        string? topicName = null,
        bool? historyDisclosed = null,
        string? locale = null,
        string? text = null,
        string? speak = null,
        string? inputHint = null,
        string? summary = null,
        SuggestedActions? suggestedActions = null,
        IList<Attachment>? attachments = null,
        IList<Entity>? entities = null,
        object? channelData = null,
        string? action = null,
        string? replyToId = null,
        string? label = null,
        string? valueType = null,
        object? value = null,
        string? name = null,
        ConversationReference? relatesTo = null,
        string? code = null,
        DateTimeOffset? expiration = null,
        string? importance = null,
        string? deliveryMode = null,
        IList<string>? listenFor = null,
        IList<TextHighlight>? textHighlights = null,
        SemanticAction? semanticAction = null,
        string? localTimezone = null)
    {
        Type = type!;
        Id = id;
        Timestamp = timestamp;
        LocalTimestamp = localTimestamp;
        ServiceUrl = serviceUrl!;
        ChannelId = channelId!;
        From = from!;
        Conversation = conversation!;
        Recipient = recipient!;
        TextFormat = textFormat;
        AttachmentLayout = attachmentLayout;
        MembersAdded = membersAdded;
        MembersRemoved = membersRemoved;
        ReactionsAdded = reactionsAdded;
        ReactionsRemoved = reactionsRemoved;
        TopicName = topicName;
        HistoryDisclosed = historyDisclosed;
        Locale = locale;
        Text = text;
        Speak = speak;
        InputHint = inputHint;
        Summary = summary;
        SuggestedActions = suggestedActions;
        Attachments = attachments;
        Entities = entities;
        ChannelData = channelData;
        Action = action;
        ReplyToId = replyToId;
        Label = label;
        ValueType = valueType;
        Value = value;
        Name = name;
        RelatesTo = relatesTo;
        Code = code;
        Expiration = expiration;
        Importance = importance;
        DeliveryMode = deliveryMode;
        ListenFor = listenFor;
        TextHighlights = textHighlights;
        SemanticAction = semanticAction;
        LocalTimezone = localTimezone;
    }

    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;

    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(TolerantTimeConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("localTimestamp"), JsonConverter(typeof(TolerantTimeConverter))]
    public DateTimeOffset? LocalTimestamp { get; set; }

    [JsonPropertyName("localTimezone")]
    public string? LocalTimezone { get; set; }

    [JsonPropertyName("serviceUrl")]
    public string ServiceUrl { get; set; } = null!;

    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; } = null!;

    [JsonPropertyName("from")]
    public ChannelAccount From { get; set; } = null!;

    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    [JsonPropertyName("recipient")]
    public ChannelAccount Recipient { get; set; } = null!;

    [JsonPropertyName("textFormat")]
    public string? TextFormat { get; set; }

    [JsonPropertyName("attachmentLayout")]
    public string? AttachmentLayout { get; set; }

    [JsonPropertyName("membersAdded")]
    public IList<ChannelAccount>? MembersAdded { get; set; }

    [JsonPropertyName("membersRemoved")]
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    [JsonPropertyName("reactionsAdded")]
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    [JsonPropertyName("reactionsRemoved")]
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    [JsonPropertyName("historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("speak")]
    public string? Speak { get; set; }

    [JsonPropertyName("inputHint")]
    public string? InputHint { get; set; }

    [JsonPropertyName("summary")]
    public string? Summary { get; set; }

    [JsonPropertyName("suggestedActions")]
    public SuggestedActions? SuggestedActions { get; set; }

    [JsonPropertyName("attachments"), JsonConverter(typeof(ShortListConverter<Attachment>))]
    public IList<Attachment>? Attachments { get; set; }

    [JsonPropertyName("entities"), JsonConverter(typeof(ShortListConverter<Entity>))]
    public IList<Entity>? Entities { get; set; }

    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    [JsonPropertyName("action")]
    public string? Action { get; set; }

    [JsonPropertyName("replyToId"), JsonConverter(typeof(TextOrNumberConverter))]
    public string? ReplyToId { get; set; }

    [JsonPropertyName("label")]
    public string? Label { get; set; }

    [JsonPropertyName("valueType")]
    public string? ValueType { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("relatesTo")]
    public ConversationReference? RelatesTo { get; set; }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("expiration"), JsonConverter(typeof(TolerantTimeConverter))]
    public DateTimeOffset? Expiration { get; set; }

    [JsonPropertyName("importance")]
    public string? Importance { get; set; }

    [JsonPropertyName("deliveryMode")]
    public string? DeliveryMode { get; set; }

    [JsonPropertyName("listenFor")]
    public IList<string>? ListenFor { get; set; }

    [JsonPropertyName("textHighlights")]
    public IList<TextHighlight>? TextHighlights { get; set; }

    [JsonPropertyName("semanticAction")]
    public SemanticAction? SemanticAction { get; set; }

    [JsonPropertyName("callerId")]
    public string? CallerId { get; set; }

    /// <summary>What the channel sent and this type does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [], MembersRemoved = [] };

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IHandoffActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public static ITraceActivity CreateTraceActivity(string name, string? valueType = null, object? value = null, string? label = null) =>
        new Activity(ActivityTypes.Trace) { Name = name, Label = label, ValueType = valueType ?? value?.GetType().Name, Value = value };

    /// <summary>A message back to whoever sent this. The channel stamps its time.</summary>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = ReplyOfType(ActivityTypes.Message);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = [];
        reply.Entities = [];
        return reply;
    }

    public ITraceActivity CreateTrace(string name, object? value = null, string? valueType = null, string? label = null)
    {
        var trace = ReplyOfType(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    public IMessageActivity? AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    public IContactRelationUpdateActivity? AsContactRelationUpdateActivity() => IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;

    public IInstallationUpdateActivity? AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    public IConversationUpdateActivity? AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    public ITypingActivity? AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    public IEndOfConversationActivity? AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    public IEventActivity? AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    public IInvokeActivity? AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    public IMessageUpdateActivity? AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    public IMessageDeleteActivity? AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    public IMessageReactionActivity? AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    public ISuggestionActivity? AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;

    public ITraceActivity? AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    public IHandoffActivity? AsHandoffActivity() => IsActivity(ActivityTypes.Handoff) ? this : null;

    public ICommandActivity? AsCommandActivity() => IsActivity(ActivityTypes.Command) ? this : null;

    public ICommandResultActivity? AsCommandResultActivity() => IsActivity(ActivityTypes.CommandResult) ? this : null;

    /// <summary>True when there is something to show: text, a summary, an attachment or the channel's own data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities?.Where(e => string.Equals(e.Type, "mention", StringComparison.OrdinalIgnoreCase)).Select(e => e as Mention ?? e.GetAs<Mention>()).ToArray() ?? [];

    public TData GetChannelData<TData>() => ChannelData switch
    {
        null => default!,
        TData data => data,
        JsonElement json => json.Deserialize<TData>(SchemaJson.Options)!,
        var other => JsonSerializer.SerializeToElement(other, SchemaJson.Options).Deserialize<TData>(SchemaJson.Options)!,
    };

    public bool TryGetChannelData<TData>([MaybeNullWhen(false)] out TData instance)
    {
        instance = default;
        try
        {
            instance = GetChannelData<TData>();
            return instance is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdToAnswer(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity to a conversation: as the bot's own words, or as if it had come from there.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl!;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    public bool IsFromStreamingConnection() =>
        ServiceUrl is not null && !ServiceUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the type itself and for its subtypes, written "type/more".</summary>
    protected bool IsActivity(string activityType) =>
        Type is not null
        && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == activityType.Length || Type[activityType.Length] == '/');

    private Activity ReplyOfType(string type) => new(type)
    {
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = IdToAnswer(),
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(isGroup: Conversation?.IsGroup, id: Conversation?.Id, name: Conversation?.Name),
    };

    // Direct Line and Web Chat do not know the id of a conversationUpdate, so nothing can be a reply to it there.
    private string? IdToAnswer() =>
        IsActivity(ActivityTypes.ConversationUpdate) && ChannelId is "directline" or "webchat" ? null : Id;
}
