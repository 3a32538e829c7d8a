using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The answer of a service behind the channel.</summary>
public class InnerHttpError
{
    [JsonConstructor]
    public InnerHttpError()
    {
    }

    public InnerHttpError(int? statusCode = null, object? body = null)
    {
        StatusCode = statusCode;
        Body = body;
    }

    [JsonPropertyName("statusCode")]
    public int? StatusCode { get; set; }

    [JsonPropertyName("body")]
    public object? Body { get; set; }
}
