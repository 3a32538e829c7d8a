using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe;

/// <summary>What Stripe answers when it will not do what was asked; thrown by a rule, caught by the API's door, and written as Stripe's error JSON.</summary>
internal sealed class StripeRefusal(int status, string type, string message, string? code = null, string? param = null)
    : Exception(message)
{
    public int Status => status;

    public static StripeRefusal Invalid(string message, string? param = null, string? code = null) =>
        new(400, "invalid_request_error", message, code, param);

    public static StripeRefusal Missing(string param) =>
        Invalid($"Missing required param: {param}.", param, "parameter_missing");

    public static StripeRefusal Unknown(string param) =>
        Invalid($"Received unknown parameter: {param}", param, "parameter_unknown");

    /// <summary>Stripe knows the parameter, this stand-in does not play it: saying so beats pretending.</summary>
    public static StripeRefusal NotSimulated(string param, string why) =>
        Invalid($"The Stripe stand-in does not simulate {param}: {why}", param, "not_simulated");

    public static StripeRefusal NoSuch(string what, string id, string param) =>
        new(404, "invalid_request_error", $"No such {what}: '{id}'", "resource_missing", param);

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
        error["request_log_url"] = $"https://dashboard.stripe.com/test/logs/{requestId}";
        return new JsonObject { ["error"] = error };
    }
}
