using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What is said: text, an attachment, quick replies.</summary>
public class Message
{
    /// <summary>Null for an attachment alone; what goes out has 2,000 characters at most.</summary>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; set; }

    /// <summary>Of a sticker that came in.</summary>
    [JsonPropertyName("sticker_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StickerId { get; set; }

    /// <summary>Of a message that came in.</summary>
    [JsonIgnore]
    public List<FacebookAttachment> Attachments { get; private set; } = [];

    [JsonInclude, JsonPropertyName("attachments"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookAttachment>? AttachmentsIfAny
    {
        get => Attachments.Count == 0 ? null : Attachments;
        set => Attachments = value ?? [];
    }

    /// <summary>Of a message that goes out.</summary>
    [JsonPropertyName("attachment"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookAttachment? Attachment { get; set; }

    /// <summary>What the sender wrote along, of 1,000 characters at most; the echo brings it back.</summary>
    [JsonPropertyName("metadata"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Metadata { get; set; }

    /// <summary>Offered under what goes out, 13 at most; none is not written.</summary>
    [JsonIgnore]
    public List<FacebookQuickReply> QuickReplies { get; private set; } = [];

    [JsonInclude, JsonPropertyName("quick_replies"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookQuickReply>? QuickRepliesIfAny
    {
        get => QuickReplies.Count == 0 ? null : QuickReplies;
        set => QuickReplies = value ?? [];
    }

    /// <summary>The quick reply that was tapped.</summary>
    [JsonPropertyName("quick_reply"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FacebookQuickReply? QuickReply { get; set; }

    /// <summary>Whether it is a copy of what the Page sent.</summary>
    [JsonPropertyName("is_echo"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsEcho { get; set; }

    /// <summary>Messenger's id of it.</summary>
    [JsonPropertyName("mid"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mid { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeQuickReplies() => QuickReplies.Count > 0;

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeIsEcho() => IsEcho;

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeAttachments() => Attachments.Count > 0;
}
