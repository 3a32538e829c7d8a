using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>One error, as a channel tells it.</summary>
public class Error
{
    [JsonConstructor]
    public Error()
    {
    }

    public Error(string? code = null, string? message = null, InnerHttpError? innerHttpError = null)
    {
        Code = code;
        Message = message;
        InnerHttpError = innerHttpError;
    }

    [JsonPropertyName("code")]
    public string? Code { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("innerHttpError")]
    public InnerHttpError? InnerHttpError { get; set; }
}
