using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>What Graph was asked, and what it answers: a real server on the loopback.</summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _count;

    private FakeGraph(WebApplication app) => _app = app;

    public sealed record Call(string Method, string Path, string Query, string? Authorization, string Body, string Connection);

    public ConcurrentQueue<Call> Calls { get; } = [];

    /// <summary>Answers in place of the usual success; the request's text is the item <c>body</c>.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>Scheme, address and a path in front, as the simulator has them.</summary>
    public string Host { get; private set; } = string.Empty;

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        graph._app.Run(graph.AnswerAsync);
        await graph._app.StartAsync();
        graph.Host = graph._app.Urls.Single() + "/simulator/graph";
        return graph;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue(new Call(
            context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? string.Empty,
            context.Request.Headers.Authorization, body, context.Connection.Id));
        context.Items["body"] = body;
        if (Instead is not null)
            await Instead(context);
        else if (body.Contains("sender_action", StringComparison.Ordinal))
            await context.Response.WriteAsync("""{"recipient_id":"1"}""");
        else
            await context.Response.WriteAsync($$"""{"recipient_id":"1","message_id":"mid.{{Interlocked.Increment(ref _count)}}"}""");
    }
}
