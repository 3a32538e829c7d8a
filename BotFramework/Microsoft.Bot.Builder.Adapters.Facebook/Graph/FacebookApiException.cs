using System.Globalization;
using System.Net;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>A call to Graph failed, and the caller did not ask for the answer itself.</summary>
public sealed class FacebookApiException : HttpRequestException
{
    /// <param name="answer">What came of the call.</param>
    public FacebookApiException(FacebookAnswer answer)
        : base(Describe(answer), answer?.Cause, (HttpStatusCode?)answer?.Status)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Answer = answer;
    }

    /// <summary>Status, codes, body and what to do about them.</summary>
    public FacebookAnswer Answer { get; }

    /// <summary>What to do about it.</summary>
    public FacebookErrorClass Class => Answer.Class;

    private static string Describe(FacebookAnswer? answer) => answer is null
        ? "A call to Graph failed."
        : $"Graph: {answer.Class}, status {Or(answer.Status)}, code {Or(answer.Code)}, subcode {Or(answer.Subcode)}, "
          + $"trace {answer.TraceId ?? "none"}: {answer.ErrorMessage ?? "no message"}";

    private static string Or(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
