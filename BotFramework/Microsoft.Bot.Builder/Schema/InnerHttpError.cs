using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The answer of a service behind the channel.</summary>
public class InnerHttpError
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public InnerHttpError()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public InnerHttpError(int? statusCode = null, object? body = null)
    {
        StatusCode = statusCode;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    [JsonPropertyName("statusCode")]
    public int? StatusCode { get; set; }

    /// <summary>Its answer, as it came.</summary>
    [JsonPropertyName("body")]
    public object? Body { get; set; }
}
