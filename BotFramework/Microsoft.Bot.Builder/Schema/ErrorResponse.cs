using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The body of a channel's refusal.</summary>
public class ErrorResponse
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ErrorResponse()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ErrorResponse(Error? error = null)
    {
        Error = error;
    }

    /// <summary>Null where the channel says nothing.</summary>
    [JsonPropertyName("error")]
    public Error? Error { get; set; }
}
