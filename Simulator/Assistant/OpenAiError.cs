using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Assistant;

/// <summary>A refusal in the form of OpenAI's API (platform.openai.com/docs/guides/error-codes, read November 2026).</summary>
internal sealed class OpenAiError(int status, string message, string? code, string? parameter = null, string type = "invalid_request_error")
    : Exception(message)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static OpenAiError Missing(string parameter) =>
        new(400, $"Missing required parameter: '{parameter}'.", "missing_required_parameter", parameter);

    public static OpenAiError WrongType(string parameter, string expected) =>
        new(400, $"Invalid type for '{parameter}': expected {expected}.", "invalid_type", parameter);

    public Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        var body = new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = Message, ["type"] = type, ["param"] = parameter, ["code"] = code },
        };
        return response.WriteAsync(body.ToJsonString(Json), response.HttpContext.RequestAborted);
    }
}
