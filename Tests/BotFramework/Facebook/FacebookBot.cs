using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.BotFramework.Facebook;

/// <summary>Another team's bot: the adapter behind a route of a real server, its Graph on the loopback.</summary>
internal sealed class FacebookBot : IBot, IAsyncDisposable
{
    public const string Secret = "secret";
    private readonly FacebookClientWrapper _client;
    private readonly WebApplication _app;

    private FacebookBot(FakeGraph graph, FacebookAdapterOptions? options)
    {
        Graph = graph;
        _client = new FacebookClientWrapper(new FacebookClientWrapperOptions("verify", Secret, "token", graph.Host, "v26.0"));
        Adapter = new FacebookAdapter(_client, options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map(
            "/api/facebook",
            (HttpContext context, CancellationToken cancel) => Adapter.ProcessAsync(context.Request, context.Response, this, cancel));
    }

    public FakeGraph Graph { get; }

    public FacebookAdapter Adapter { get; }

    public HttpClient Http { get; } = new();

    public List<Activity> Received { get; } = [];

    /// <summary>What the bot does in a turn; it says back what it heard unless told otherwise.</summary>
    public Func<ITurnContext, CancellationToken, Task> Turn { get; set; } =
        (turn, cancel) => turn.SendActivityAsync(MessageFactory.Text("You said " + turn.Activity.Text), cancel);

    public static async Task<FacebookBot> StartAsync(FacebookAdapterOptions? options = null)
    {
        var bot = new FacebookBot(await FakeGraph.StartAsync(), options);
        await bot._app.StartAsync();
        bot.Http.BaseAddress = new Uri(bot._app.Urls.Single());
        return bot;
    }

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Received.Add(turnContext.Activity);
        return Turn(turnContext, cancellationToken);
    }

    public async Task<HttpStatusCode> PostAsync(byte[] body, string? signature = null, CancellationToken cancel = default)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.Add(FacebookSignature.HeaderName, signature ?? FacebookSignature.Sign(body, Secret));
        using var answer = await Http.PostAsync("/api/facebook", content, cancel);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _client.Dispose();
        await Graph.DisposeAsync();
    }
}
