using CommerceBot.Simulator.Stripe.Shapes;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>What the API answers, with the headers that Stripe puts around it.</summary>
internal sealed record Answer(int Status, string Body)
{
    /// <summary>The request whose kept answer this is, or null.</summary>
    public string? ReplayOf { get; init; }

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Stripe's advice to its libraries; null leaves it to them.</summary>
    public bool? ShouldRetry { get; init; }

    public static Answer Of(StripeRefusal refusal, string requestId) => new(refusal.Status, refusal.ToJson(requestId).ToJsonString())
    {
        RetryAfter = refusal.RetryAfter,
        ShouldRetry = refusal.ShouldRetry,
    };

    public Task WriteAsync(HttpContext http, string requestId)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = Status;
        http.Response.ContentType = "application/json";
        headers["Request-Id"] = requestId;
        headers["Stripe-Version"] = http.Request.Headers["Stripe-Version"] is [{ Length: > 0 } asked] ? asked : EventShape.ApiVersion;
        headers.CacheControl = "no-store";
        if (http.Request.Headers["Idempotency-Key"] is [{ Length: > 0 } key] && key.All(c => c is >= ' ' and <= '~'))
            headers["Idempotency-Key"] = key;
        if (RetryAfter is { } seconds)
            headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (ShouldRetry is { } should)
            headers["Stripe-Should-Retry"] = should ? "true" : "false";
        if (ReplayOf is { } original)
        {
            headers["Idempotent-Replayed"] = "true";
            headers["Original-Request"] = original;
        }
        return http.Response.WriteAsync(Body, http.RequestAborted);
    }
}
