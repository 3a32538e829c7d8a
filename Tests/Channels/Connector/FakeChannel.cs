using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Channels.Connector;

internal sealed record ChannelCall(string Method, string Path, JsonElement Body, bool Authorized, int Answer)
{
    public string? Text => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("text", out var text) ? text.GetString() : null;
}

/// <summary>The tester's side: a connector on this machine that answers as the Emulator does, or as the Playground does.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _playground;
    private int _ids;

    private FakeChannel(WebApplication app, bool playground)
    {
        _app = app;
        _playground = playground;
    }

    public ConcurrentQueue<ChannelCall> Calls { get; } = new();

    public IEnumerable<string?> Texts => Calls.Select(call => call.Text);

    public string ServiceUrl => _app.Urls.First() + (_playground ? "/_connector" : "");

    public static Task<FakeChannel> EmulatorAsync() => StartAsync(playground: false);

    public static Task<FakeChannel> PlaygroundAsync() => StartAsync(playground: true);

    /// <summary>An activity as the tool sends it; <paramref name="more"/> is further JSON, and wins.</summary>
    public string Activity(string? id, string text, string more = "") =>
        $$"""
            {"type":"message",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"channelId":"emulator","serviceUrl":"{{ServiceUrl}}",
             "conversation":{"id":"b5bf7fb0-e92a|livechat"},"from":{"id":"u-1","name":"User","role":"user"},"recipient":{"id":"b-1",
             "name":"Bot","role":"bot"},
             "locale":"en-US","timestamp":"2026-11-23T09:00:00Z","text":"{{text}}"{{(more.Length == 0 ? "" : "," + more)}}}
            """;

    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(
        ShopHost host, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await host.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<FakeChannel> StartAsync(bool playground)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var channel = new FakeChannel(app, playground);
        app.Map("/{**rest}", channel.AnswerAsync);
        await app.StartAsync();
        return channel;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = text.Length == 0 ? default : JsonElement.Parse(text);
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var status = _playground ? Playground(context.Request.Method, body) : Emulator(context.Request.Method, path, body);
        Calls.Enqueue(new ChannelCall(context.Request.Method, path, body, context.Request.Headers.Authorization.Count > 0, status));
        context.Response.StatusCode = status;
        if (status is 200 or 201 && context.Request.Method == "POST")
            await context.Response.WriteAsJsonAsync(new { id = $"theirs-{Interlocked.Increment(ref _ids)}" });
    }

    /// <summary>It changes a message only where path and body name the same one.</summary>
    private static int Emulator(string method, string path, JsonElement body) =>
        method == "PUT" && body.GetProperty("id").GetString() != Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]) ? 400 : 200;

    private static int Playground(string method, JsonElement body) => method switch
    {
        "DELETE" => 501,
        "PUT" => 200,
        _ => body.GetProperty("type").GetString() switch
        {
            "typing" or "trace" => 202,
            "message" when Has(body, "text") || Has(body, "attachments") => 201,
            _ => 400,
        },
    };

    private static bool Has(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => false,
    };
}
