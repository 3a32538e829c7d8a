using System.Net;

namespace Microsoft.Bot.Schema;

/// <summary>A channel refused a call. Body is what it said, when it said it in the protocol's form.</summary>
public class ErrorResponseException : Exception
{
    /// <summary>Says nothing of why.</summary>
    public ErrorResponseException()
    {
    }

    /// <param name="message">Which call was refused, and how.</param>
    public ErrorResponseException(string message)
        : base(message)
    {
    }

    /// <param name="message">Which call was refused, and how.</param>
    /// <param name="innerException">What was thrown below.</param>
    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the channel said; null where it was not in the protocol's form.</summary>
    public ErrorResponse? Body { get; set; }

    /// <summary>The HTTP status, or null when the channel could not be reached.</summary>
    public HttpStatusCode? StatusCode { get; set; }
}
