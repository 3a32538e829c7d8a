using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Activities in requests, answers in responses.</summary>
public static class HttpHelper
{
    /// <summary>The body as JSON, or default when it is not. An activity comes back only when a bot could be given it.</summary>
    public static async Task<T?> ReadRequestAsync<T>(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return Read<T>(body.GetBuffer().AsSpan(0, (int)body.Length));
    }

    /// <summary>Status and JSON body; 200 without a body for null.</summary>
    public static async Task WriteResponseAsync(HttpResponse response, InvokeResponse? invokeResponse)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.StatusCode = invokeResponse?.Status ?? StatusCodes.Status200OK;
        if (invokeResponse?.Body is not { } body)
            return;
        response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(response.Body, body, body.GetType(), SchemaJson.Options, response.HttpContext.RequestAborted);
    }

    private static T? Read<T>(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (typeof(T) == typeof(Activity))
            return (T?)(object?)SchemaJson.ReadActivity(json);
        try
        {
            return JsonSerializer.Deserialize<T>(json, SchemaJson.Options);
        }
        catch (JsonException)
        {
            // Not ours to explain to a stranger: the caller answers 400.
            return default;
        }
    }
}
