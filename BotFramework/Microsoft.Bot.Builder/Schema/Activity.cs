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
    /// <summary>The media type of an activity as a file.</summary>
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public Activity()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
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

    /// <summary>What happened: one of <see cref="ActivityTypes"/>.</summary>
    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;

    /// <summary>The channel's id of it; null while it is not sent.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; set; }

    /// <summary>When the channel took it, in UTC; null where it does not say.</summary>
    [JsonPropertyName("timestamp"), JsonConverter(typeof(TolerantTimeConverter))]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, by the sender's clock; null where nobody says.</summary>
    [JsonPropertyName("localTimestamp"), JsonConverter(typeof(TolerantTimeConverter))]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone, by its IANA name; null where nobody says.</summary>
    [JsonPropertyName("localTimezone")]
    public string? LocalTimezone { get; set; }

    /// <summary>Where the channel takes replies.</summary>
    [JsonPropertyName("serviceUrl")]
    public string ServiceUrl { get; set; } = null!;

    /// <summary>The channel that it came by or goes to.</summary>
    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; } = null!;

    /// <summary>Who sends it.</summary>
    [JsonPropertyName("from")]
    public ChannelAccount From { get; set; } = null!;

    /// <summary>Where it is said.</summary>
    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    /// <summary>Whom it is for.</summary>
    [JsonPropertyName("recipient")]
    public ChannelAccount Recipient { get; set; } = null!;

    /// <summary>How the text is marked up: one of <see cref="TextFormatTypes"/>.</summary>
    [JsonPropertyName("textFormat")]
    public string? TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    [JsonPropertyName("attachmentLayout")]
    public string? AttachmentLayout { get; set; }

    /// <summary>Who came, the bot itself included.</summary>
    [JsonPropertyName("membersAdded")]
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left.</summary>
    [JsonPropertyName("membersRemoved")]
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions to the message that ReplyToId names.</summary>
    [JsonPropertyName("reactionsAdded")]
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions that were taken back.</summary>
    [JsonPropertyName("reactionsRemoved")]
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>What the conversation is about now.</summary>
    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    /// <summary>Whether who comes sees what was said before.</summary>
    [JsonPropertyName("historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    /// <summary>The language of the text, such as <c>it-IT</c>; null where nobody says.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    /// <summary>What is said; null for nothing.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>What is read aloud, as text or SSML; null for nothing.</summary>
    [JsonPropertyName("speak")]
    public string? Speak { get; set; }

    /// <summary>One of <see cref="InputHints"/>.</summary>
    [JsonPropertyName("inputHint")]
    public string? InputHint { get; set; }

    /// <summary>Shown where the attachments cannot be.</summary>
    [JsonPropertyName("summary")]
    public string? Summary { get; set; }

    /// <summary>Buttons that are gone after the next message; null for none.</summary>
    [JsonPropertyName("suggestedActions")]
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Cards, pictures and files; null for none.</summary>
    [JsonPropertyName("attachments"), JsonConverter(typeof(ShortListConverter<Attachment>))]
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>What is known about it, such as mentions; null for nothing.</summary>
    [JsonPropertyName("entities"), JsonConverter(typeof(ShortListConverter<Entity>))]
    public IList<Entity>? Entities { get; set; }

    /// <summary>What this channel alone understands; null for nothing.</summary>
    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    /// <summary><c>add</c> or <c>remove</c>.</summary>
    [JsonPropertyName("action")]
    public string? Action { get; set; }

    /// <summary>The activity that this one answers or is about; null for none.</summary>
    [JsonPropertyName("replyToId"), JsonConverter(typeof(TextOrNumberConverter))]
    public string? ReplyToId { get; set; }

    /// <summary>A few words about it, for people.</summary>
    [JsonPropertyName("label")]
    public string? Label { get; set; }

    /// <summary>What kind of thing the value is.</summary>
    [JsonPropertyName("valueType")]
    public string? ValueType { get; set; }

    /// <summary>What it says beside or in place of a text; its form depends on the name.</summary>
    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>Which event, invoke or command it is.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Another place that it is about; null for none.</summary>
    [JsonPropertyName("relatesTo")]
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>One of <see cref="EndOfConversationCodes"/>.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>When it should no longer be shown; null for never.</summary>
    [JsonPropertyName("expiration"), JsonConverter(typeof(TolerantTimeConverter))]
    public DateTimeOffset? Expiration { get; set; }

    /// <summary>One of <see cref="ActivityImportance"/>; null for normal.</summary>
    [JsonPropertyName("importance")]
    public string? Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>; null for normal.</summary>
    [JsonPropertyName("deliveryMode")]
    public string? DeliveryMode { get; set; }

    /// <summary>Words that speech recognition should expect.</summary>
    [JsonPropertyName("listenFor")]
    public IList<string>? ListenFor { get; set; }

    /// <summary>Pieces of the answered text to be marked.</summary>
    [JsonPropertyName("textHighlights")]
    public IList<TextHighlight>? TextHighlights { get; set; }

    /// <summary>An intent that the channel recognised; null for none.</summary>
    [JsonPropertyName("semanticAction")]
    public SemanticAction? SemanticAction { get; set; }

    /// <summary>Who called the bot, as the authentication says; null while it is off.</summary>
    [JsonPropertyName("callerId")]
    public string? CallerId { get; set; }

    /// <summary>What the channel sent and this type does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A message, with empty lists of attachments and entities.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    /// <summary>With its type and nothing more.</summary>
    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    /// <summary>With its type, and empty lists of members.</summary>
    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [], MembersRemoved = [] };

    /// <summary>With its type and nothing more.</summary>
    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    /// <summary>With its type and nothing more.</summary>
    public static IHandoffActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    /// <summary>With its type and nothing more.</summary>
    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    /// <summary>With its type and nothing more.</summary>
    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    /// <summary>With its type and nothing more.</summary>
    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    /// <param name="valueType">Null for the name of the value's own type.</param>
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

    /// <summary>A note for whoever develops the bot, addressed as a reply.</summary>
    public ITraceActivity CreateTrace(string name, object? value = null, string? valueType = null, string? label = null)
    {
        var trace = ReplyOfType(ActivityTypes.Trace);
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IMessageActivity? AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IContactRelationUpdateActivity? AsContactRelationUpdateActivity() =>
        IsActivity(ActivityTypes.ContactRelationUpdate) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IInstallationUpdateActivity? AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IConversationUpdateActivity? AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public ITypingActivity? AsTypingActivity() => IsActivity(ActivityTypes.Typing) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IEndOfConversationActivity? AsEndOfConversationActivity() => IsActivity(ActivityTypes.EndOfConversation) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IEventActivity? AsEventActivity() => IsActivity(ActivityTypes.Event) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IInvokeActivity? AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IMessageUpdateActivity? AsMessageUpdateActivity() => IsActivity(ActivityTypes.MessageUpdate) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IMessageDeleteActivity? AsMessageDeleteActivity() => IsActivity(ActivityTypes.MessageDelete) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IMessageReactionActivity? AsMessageReactionActivity() => IsActivity(ActivityTypes.MessageReaction) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public ISuggestionActivity? AsSuggestionActivity() => IsActivity(ActivityTypes.Suggestion) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public ITraceActivity? AsTraceActivity() => IsActivity(ActivityTypes.Trace) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public IHandoffActivity? AsHandoffActivity() => IsActivity(ActivityTypes.Handoff) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public ICommandActivity? AsCommandActivity() => IsActivity(ActivityTypes.Command) ? this : null;

    /// <summary>This activity where it is of that kind; null where it is of another.</summary>
    public ICommandResultActivity? AsCommandResultActivity() => IsActivity(ActivityTypes.CommandResult) ? this : null;

    /// <summary>True when there is something to show: text, a summary, an attachment or the channel's own data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <summary>Those among the entities; none where nobody is mentioned.</summary>
    public Mention[] GetMentions() =>
        Entities
            ?.Where(e => string.Equals(e.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(e => e as Mention ?? e.GetAs<Mention>())
            .ToArray()
        ?? [];

    /// <summary>The channel data as a type of its own; default for none.</summary>
    public TData GetChannelData<TData>() => ChannelData switch
    {
        null => default!,
        TData data => data,
        JsonElement json => json.Deserialize<TData>(SchemaJson.Options)!,
        var other => JsonSerializer.SerializeToElement(other, SchemaJson.Options).Deserialize<TData>(SchemaJson.Options)!,
    };

    /// <summary>False where there are none, or they are of another form.</summary>
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

    /// <summary>Where this was said, to go on from there later.</summary>
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

    /// <summary>The same, pointing at the reply that was sent.</summary>
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

    /// <summary>Whether it came by a stream: its address is then no http one.</summary>
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
