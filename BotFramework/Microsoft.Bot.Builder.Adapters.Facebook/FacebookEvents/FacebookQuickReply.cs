using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>A quick reply: offered in what goes out, chosen in what comes in.</summary>
public class FacebookQuickReply
{
    /// <summary><c>text</c>, or <c>user_phone_number</c> or <c>user_email</c>, which ask for those.</summary>
    [JsonPropertyName("content_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContentType { get; set; }

    /// <summary>What stands on it, of 20 characters at most; null for the kinds that have none.</summary>
    [JsonPropertyName("title"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; set; }

    /// <summary>What comes back when it is tapped, of 1,000 characters at most.</summary>
    [JsonPropertyName("payload"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? Payload { get; set; }

    /// <summary>A small picture beside the title.</summary>
    [JsonPropertyName("image_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? ImageUrl { get; set; }
}
