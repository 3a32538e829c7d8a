using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The body of a channel's refusal.</summary>
public class ErrorResponse
{
    [JsonConstructor]
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error? error = null)
    {
        Error = error;
    }

    [JsonPropertyName("error")]
    public Error? Error { get; set; }
}
