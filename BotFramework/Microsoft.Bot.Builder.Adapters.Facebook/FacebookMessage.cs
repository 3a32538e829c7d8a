using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One event of a webhook, or one call that sends a message.</summary>
public class FacebookMessage
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public FacebookMessage()
    {
    }

    /// <param name="messagingType">Why it may be sent: <c>RESPONSE</c>, <c>UPDATE</c> or <c>MESSAGE_TAG</c>.</param>
    /// <param name="tag">Which exception to the 24 hours is used; null for none.</param>
    /// <param name="senderAction">Such as <c>typing_on</c>; then there is no message.</param>
    public FacebookMessage(
        string? recipientId,
        Message? message,
        string? messagingType,
        string? tag = null,
        string? notificationType = null,
        string? personaId = null,
        string? senderAction = null,
        string? senderId = null)
    {
        Recipient = new FacebookBotUser { Id = recipientId };
        Sender = senderId is null ? null : new FacebookBotUser { Id = senderId };
        Message = message;
        MessagingType = messagingType;
        Tag = tag;
        NotificationType = notificationType;
        PersonaId = personaId;
        SenderAction = senderAction;
    }

    /// <summary>Who gets it: the Page, for what comes in.</summary>
    [JsonPropertyName("recipient"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookBotUser? Recipient { get; set; }

    /// <summary>Who sent it; null in calls, and for guests.</summary>
    [JsonPropertyName("sender"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookBotUser? Sender { get; set; }

    /// <summary>Null for events that are none.</summary>
    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Message? Message { get; set; }

    /// <summary><c>RESPONSE</c>, <c>UPDATE</c> or <c>MESSAGE_TAG</c>; null in what comes in.</summary>
    [JsonPropertyName("messaging_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessagingType { get; set; }

    /// <summary>Which exception to the 24 hours is used.</summary>
    [JsonPropertyName("tag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tag { get; set; }

    /// <summary><c>REGULAR</c>, <c>SILENT_PUSH</c> or <c>NO_PUSH</c>; null leaves it to Graph.</summary>
    [JsonPropertyName("notification_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NotificationType { get; set; }

    /// <summary>In whose name the Page speaks; null for its own.</summary>
    [JsonPropertyName("persona_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PersonaId { get; set; }

    /// <summary><c>typing_on</c>, <c>typing_off</c> or <c>mark_seen</c>; null for a message.</summary>
    [JsonPropertyName("sender_action"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SenderAction { get; set; }

    /// <summary>When it happened, in milliseconds since 1970; 0 where it does not say.</summary>
    [
        JsonPropertyName("timestamp"),
        JsonConverter(typeof(LooseNumberConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)
    ]
    public long TimeStamp { get; set; }

    /// <summary>Whether another app owns the conversation, and this one only looks on.</summary>
    [JsonPropertyName("is_standby"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsStandby { get; set; }

    /// <summary>A tap on a button.</summary>
    [JsonPropertyName("postback"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookPostBack? PostBack { get; set; }

    /// <summary>A person let the Page send them something.</summary>
    [JsonPropertyName("optin"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookRecipient? OptIn { get; set; }

    /// <summary>The conversation was given to an app.</summary>
    [JsonPropertyName("pass_thread_control"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookPassThreadControl? PassThreadControl { get; set; }

    /// <summary>The conversation was taken back.</summary>
    [JsonPropertyName("take_thread_control"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookTakeThreadControl? TakeThreadControl { get; set; }

    /// <summary>An app asks for the conversation.</summary>
    [JsonPropertyName("request_thread_control"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookRequestThreadControl? RequestThreadControl { get; set; }

    /// <summary>The person read up to a time.</summary>
    [JsonPropertyName("read"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookRead? Reads { get; set; }

    /// <summary>Where the person came from, in a conversation that is there already.</summary>
    [JsonPropertyName("referral"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookReferral? Referral { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
