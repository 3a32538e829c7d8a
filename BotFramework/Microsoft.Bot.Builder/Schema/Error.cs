using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>One error, as a channel tells it.</summary>
public class Error
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public Error()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public Error(string? code = null, string? message = null, InnerHttpError? innerHttpError = null)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    /// <summary>A word for programs.</summary>
    [JsonPropertyName("code")]
    public string? Code { get; set; }

    /// <summary>A sentence for people.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <summary>What a service behind the channel answered; null for nothing.</summary>
    [JsonPropertyName("innerHttpError")]
    public InnerHttpError? InnerHttpError { get; set; }
}
