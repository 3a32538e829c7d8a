using System.Net;

namespace Microsoft.Bot.Schema;

/// <summary>A channel refused a call. Body is what it said, when it said it in the protocol's form.</summary>
public class ErrorResponseException : Exception
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ErrorResponse? Body { get; set; }

    /// <summary>The HTTP status, or null when the channel could not be reached.</summary>
    public HttpStatusCode? StatusCode { get; set; }
}
