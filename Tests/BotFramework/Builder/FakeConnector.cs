using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.BotFramework.Builder;

/// <summary>A bot behind real Kestrel, and beside it a channel that answers as the Emulator and the Playground do.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeConnector(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Method, string Path, string Body, string Authorization)> Calls { get; } = new();

    public HttpClient Http { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<FakeConnector> Start(CloudAdapter adapter, BotCallbackHandler bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Map(
            "/api/messages",
            context => adapter.ProcessAsync(context.Request, context.Response, new CallbackBot(bot), context.RequestAborted));
        app.Map("/_connector/{**rest}", connector.Answer);
        await app.StartAsync();
        return connector;
    }

    public async Task<HttpResponseMessage> Post(string json, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + "/api/messages") { Content = new StringContent(json) };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await Http.SendAsync(request);
    }

    public string Activity(string type = "message", string more = "") =>
        $$"""
            {"type":"{{type}}","id":"in1","channelId":"emulator","serviceUrl":"{{Address}}/_connector","conversation":{"id":"c 1|livechat"},
             "from":{"id":"u"},"recipient":{"id":"b"},"text":"hello"{{more}}}
            """;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var path = context.Features.Get<IHttpRequestFeature>()!.RawTarget["/_connector".Length..];
        Calls.Enqueue((context.Request.Method, path, body, context.Request.Headers.Authorization.ToString()));
        context.Response.StatusCode = (context.Request.Method, body) switch
        {
            ("DELETE", _) => 501,
            ("PUT", _) => 200,
            (_, var said) when said.Contains("nothing here", StringComparison.Ordinal) => 404,
            (_, var said) when said.Contains("\"typing\"", StringComparison.Ordinal) => 202,
            _ => 201,
        };
        if (context.Response.StatusCode == 404)
            await context.Response.WriteAsync("""{"error":{"code":"ConversationNotFound","message":"no such conversation"}}""");
        else if (context.Response.StatusCode < 202)
            await context.Response.WriteAsync($$"""{"id":"out{{Calls.Count}}"}""");
    }

    private sealed class CallbackBot(BotCallbackHandler bot) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            bot(turnContext, cancellationToken);
    }
}
