using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>What came of one call: Graph's answer, or why there is none. Never an exception for what the outside did.</summary>
public sealed record FacebookAnswer
{
    /// <summary>What to do about it.</summary>
    public required FacebookErrorClass Class { get; init; }

    /// <summary>Whether Graph took the call.</summary>
    public bool Succeeded => Class == FacebookErrorClass.None;

    /// <summary>The HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The answer's body as it came; empty when none did.</summary>
    public string Body { get; init; } = string.Empty;

    /// <summary>Of a message that was sent: its mid.</summary>
    public string? MessageId { get; init; }

    /// <summary>Graph's code of the error; null where there is none.</summary>
    public int? Code { get; init; }

    /// <summary>Graph's finer code beside it; null where there is none.</summary>
    public int? Subcode { get; init; }

    /// <summary>What Graph said about its error, or what went wrong on the way.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Graph's name for this call, which its support asks for.</summary>
    public string? TraceId { get; init; }

    /// <summary>How long Graph asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What broke on the way when no answer came.</summary>
    public Exception? Cause { get; init; }

    internal static FacebookAnswer None(FacebookErrorClass outcome, Exception cause) => new()
    {
        Class = outcome,
        Cause = cause,
        ErrorMessage = cause.Message,
    };

    internal static FacebookAnswer From(int status, byte[] body, RetryConditionHeaderValue? retry, DateTimeOffset now)
    {
        using var document = Parse(body);
        var json = document?.RootElement ?? default;
        var answer = new FacebookAnswer
        {
            Class = FacebookErrorClass.None,
            Status = status,
            Body = Encoding.UTF8.GetString(body),
            MessageId = json.Text("message_id"u8),
            RetryAfter = retry?.Delta ?? (retry?.Date is { } date && date > now ? date - now : null),
        };

        var error = json.Member("error"u8);
        return status is >= 200 and < 300 && error.ValueKind != JsonValueKind.Object ? answer : answer.Failed(status, error);
    }

    private FacebookAnswer Failed(int status, JsonElement error)
    {
        var code = Number(error.Text("code"u8));
        var subcode = Number(error.Text("error_subcode"u8));
        var meaning = FacebookErrors.Classify(status, code, subcode);
        return this with
        {
            Class = error.IsTrue("is_transient"u8) ? FacebookErrors.Transient(meaning) : meaning,
            Code = code,
            Subcode = subcode,
            ErrorMessage = error.Text("message"u8),
            TraceId = error.Text("fbtrace_id"u8),
        };
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(Utf8.IsValid(body) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body)));
        }
        catch (JsonException)
        {
            // A gateway's page of HTML: the status alone decides, and the body is kept for the operator.
            return null;
        }
    }
}
