using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One event of a webhook, or one call that sends a message.</summary>
public class FacebookMessage
{
    [JsonConstructor]
    public FacebookMessage()
    {
    }

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

    [JsonPropertyName("recipient"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookBotUser? Recipient { get; set; }

    [JsonPropertyName("sender"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookBotUser? Sender { get; set; }

    [JsonPropertyName("message"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Message? Message { get; set; }

    [JsonPropertyName("messaging_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessagingType { get; set; }

    [JsonPropertyName("tag"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tag { get; set; }

    [JsonPropertyName("notification_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NotificationType { get; set; }

    [JsonPropertyName("persona_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PersonaId { get; set; }

    [JsonPropertyName("sender_action"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SenderAction { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(LooseNumberConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long TimeStamp { get; set; }

    [JsonPropertyName("is_standby"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsStandby { get; set; }

    [JsonPropertyName("postback"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookPostBack? PostBack { get; set; }

    [JsonPropertyName("optin"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookRecipient? OptIn { get; set; }

    [JsonPropertyName("pass_thread_control"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookPassThreadControl? PassThreadControl { get; set; }

    [JsonPropertyName("take_thread_control"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookTakeThreadControl? TakeThreadControl { get; set; }

    [JsonPropertyName("request_thread_control"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookRequestThreadControl? RequestThreadControl { get; set; }

    [JsonPropertyName("read"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookRead? Reads { get; set; }

    [JsonPropertyName("referral"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookReferral? Referral { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
