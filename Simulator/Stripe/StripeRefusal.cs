using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe;

/// <summary>
/// What Stripe answers when it will not do what was asked; thrown by a rule, caught by the API's endpoint, and written as
/// Stripe's error JSON.
/// </summary>
internal sealed class StripeRefusal(int status, string type, string message, string? code = null, string? param = null)
    : Exception(message)
{
    public int Status => status;

    /// <summary>Seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Stripe's advice to its libraries; null leaves it to them.</summary>
    public bool? ShouldRetry { get; init; }

    /// <summary>What was done before it stays done: a declined card leaves a charge behind.</summary>
    public bool KeepsWork { get; init; }

    /// <summary>Further members of the error.</summary>
    public JsonObject? More { get; init; }

    public static StripeRefusal Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", message, code, param);

    public static StripeRefusal Missing(string param) =>
        Invalid($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeRefusal Unknown(string param) =>
        Invalid($"Received unknown parameter: {param}", param, "parameter_unknown");

    /// <summary>Stripe knows the parameter, this simulator does not play it: saying so beats pretending.</summary>
    public static StripeRefusal NotSimulated(string param, string why) =>
        Invalid($"The Stripe simulator does not simulate {param}: {why}", param, "not_simulated");

    public static StripeRefusal NoSuch(string what, string id, string param) =>
        new(404, "invalid_request_error", $"No such {what}: '{id}'", "resource_missing", param);

    public static StripeRefusal NoSuchUrl(string method, string path) =>
        new(
            404, "invalid_request_error",
            $"Unrecognized request URL ({method}: {path}). The Stripe simulator answers what a payment needs, see "
            + "Simulator/Stripe/README.md."
        );

    /// <summary>Stripe's second API writes its errors in the same form.</summary>
    public static StripeRefusal NoSecondApi(string method, string path) =>
        new(404, "invalid_request_error",
            $"The Stripe simulator does not simulate Stripe's API v2 ({method}: {path}): it has no accounts, meters or event "
            + "destinations of v2. Use /v1.",
            "not_simulated");

    /// <summary>https://docs.stripe.com/connect/authentication (2026-11-27)</summary>
    public static StripeRefusal NoSuchAccount(string account) =>
        new(403, "invalid_request_error",
            $"The provided key does not have access to account '{account}' (or that account does not exist). The Stripe simulator "
            + "has no connected accounts.",
            "account_invalid");

    public static StripeRefusal KeyReused(string key) =>
        new(
            400, "idempotency_error",
            "Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than "
            + $"'{key}' if you meant to execute a different request."
        );

    /// <summary>Somebody else is at it: another request under the same key, or one that holds the object.</summary>
    public static StripeRefusal Conflict(string? key) =>
        string.IsNullOrEmpty(key)
            ? new StripeRefusal(
                409, "invalid_request_error",
                "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you "
                + "see this error intermittently, retry the request.",
                "lock_timeout")
            {
                ShouldRetry = true,
            }
            : new StripeRefusal(
                409, "invalid_request_error",
                "There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and "
                + $"the other request is still going through): {key}. Please try again later.",
                "idempotency_key_in_use")
            {
                ShouldRetry = true,
            };

    public static StripeRefusal TooMany() =>
        new(
            429, "invalid_request_error",
            "Request rate limit exceeded. Learn more about rate limits here https://docs.stripe.com/rate-limits.", "rate_limit")
        {
            RetryAfter = 1,
        };

    public static StripeRefusal Broken() =>
        new(
            500, "api_error",
            "Sorry, something went wrong on Stripe's side, as this simulator was told. You may try again with another Idempotency-Key."
        );

    public static StripeRefusal Unauthorized(string message, string? code = null) =>
        new(401, "invalid_request_error", message, code);

    public JsonObject ToJson(string requestId)
    {
        var error = new JsonObject { ["type"] = type };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}";
        }
        error["message"] = Message;
        if (param is not null) error["param"] = param;
        foreach (var (name, value) in More ?? [])
        {
            if (value is not null) error[name] = value.DeepClone();
        }
        error["request_log_url"] = $"https://dashboard.stripe.com/test/logs/{requestId}";
        return new JsonObject { ["error"] = error };
    }
}
