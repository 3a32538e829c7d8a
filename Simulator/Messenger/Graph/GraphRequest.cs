using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Messenger.Graph;

/// <summary>
/// What a caller sent to the Graph API: query and body together. The body may be JSON, or a form whose values are JSON.
/// </summary>
internal sealed record GraphRequest(string? Token, string? Proof, JsonElement Body, IQueryCollection Query)
{
    public static async Task<(GraphRequest? Request, GraphError? Error)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        JsonElement body;
        try
        {
            body = await ReadBodyAsync(request, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException)
        {
            return (null, GraphError.Bad("The body is not valid JSON"));
        }

        return (new GraphRequest(
            Bearer(request) ?? Value(request, body, "access_token"),
            Value(request, body, "appsecret_proof"),
            body,
            request.Query), null);
    }

    private static async Task<JsonElement> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
            return Json(await request.ReadFormAsync(cancellationToken));
        if (request.ContentLength is 0 or null && request.Headers.TransferEncoding.Count is 0)
            return JsonSerializer.SerializeToElement(new JsonObject());
        using var document = await JsonDocument.ParseAsync(request.Body, default, cancellationToken);
        return document.RootElement.Clone();
    }

    private static JsonElement Json(IFormCollection form)
    {
        var body = new JsonObject();
        foreach (var (name, value) in form)
        {
            var text = value.ToString();
            body[name] = text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : text;
        }

        return JsonSerializer.SerializeToElement(body);
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header["Bearer ".Length..].Trim()
            : null;

    private static string? Value(HttpRequest request, JsonElement body, string name)
    {
        if (request.Query[name] is [{ } value])
            return value;
        return body.ValueKind is JsonValueKind.Object && body.TryGetProperty(name, out var inBody)
            && inBody.ValueKind is JsonValueKind.String
                ? inBody.GetString()
                : null;
    }
}
