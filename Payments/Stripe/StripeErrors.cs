using System.Globalization;
using System.Net;
using System.Text.Json;
using Stripe;

namespace CommerceBot.Payments.Stripe;

/// <summary>
/// Which of Stripe's troubles are answers and which are worth repeating (docs.stripe.com/error-low-level, read
/// 2026-11-23).
/// </summary>
internal static class StripeErrors
{
    /// <summary>
    /// Stripe.net lets network trouble and unreadable bodies through as they are. At a 200 whose body is null it trips over
    /// its own feet (53.1.0, seen 2026-11-24): that is an answer that nobody can read, and no mistake of ours.
    /// </summary>
    public static bool IsFromOutside(Exception trouble) =>
        trouble is StripeException or HttpRequestException or OperationCanceledException or IOException or JsonException
            or NullReferenceException { Source: "Stripe.net" };

    /// <summary>What every answer has; one without it is no answer.</summary>
    /// <exception cref="JsonException">It is not there.</exception>
    public static T Required<T>(T? value, string name)
        where T : class => value ?? throw new JsonException($"Stripe answered without {name}.");

    /// <summary>A 400 that is about the thing asked for, not about the key.</summary>
    public static bool IsPlainRefusal(StripeException trouble) =>
        trouble.HttpStatusCode == HttpStatusCode.BadRequest && trouble.StripeError?.Type != "idempotency_error";

    /// <summary>The answer that this trouble is; null when the same call should be made again.</summary>
    public static CallFailed? Final(PaymentCall asked, Exception trouble)
    {
        if (trouble is not StripeException refused || Failure(refused) is not { } failure)
            return null;
        return CallFailed.Of(asked, failure, Reason(refused));
    }

    public static PaymentUnreachableException Transient(Exception trouble) =>
        trouble is StripeException put
            ? new(
                $"Stripe answered {(int)put.HttpStatusCode}: {Reason(put)}", RetryAfter(put),
                put.HttpStatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests), put)
            : new($"Stripe gave no answer: {trouble.GetType().Name}.", null, isOutage: true, trouble);

    private static CallFailure? Failure(StripeException refused) => (int)refused.HttpStatusCode switch
    {
        _ when Header(refused, "Stripe-Should-Retry") == "true" => null,
        // Stripe keeps a key's first answer, failures too: asking again under this key cannot help.
        >= 500 when Header(refused, "Idempotent-Replayed") == "true" => CallFailure.KeySpent,
        408 or 409 or 429 => null,
        400 when refused.StripeError?.Type == "idempotency_error" => CallFailure.KeyReused,
        401 or 403 => CallFailure.NotAllowed,
        402 => CallFailure.Declined,
        404 => CallFailure.NotFound,
        >= 400 and < 500 => CallFailure.BadRequest,
        // Not an answer of Stripe's at all: a proxy's page, a redirect, or trouble over there.
        _ => null,
    };

    /// <summary>For operators: no message, since Stripe's may quote what a shopper typed.</summary>
    private static string Reason(StripeException refused) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)refused.HttpStatusCode} {refused.StripeError?.Type ?? "no error body"} {refused.StripeError?.Code} "
                + $"{refused.StripeError?.Param} {refused.StripeResponse?.RequestId}"
            )
            .TrimEnd();

    private static TimeSpan? RetryAfter(StripeException put) =>
        int.TryParse(Header(put, "Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, 3600))
            : null;

    private static string? Header(StripeException refused, string name) =>
        refused.StripeResponse?.Headers is { } headers && headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
