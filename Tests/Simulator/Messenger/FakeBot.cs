using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>A bot that only listens: it repeats the challenge, keeps what it is sent, and answers as it was told.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private readonly Channel<Received> received = Channel.CreateUnbounded<Received>();
    private readonly WebApplication app;

    private FakeBot(WebApplication app) => this.app = app;

    public ConcurrentQueue<int> Answers { get; } = new();

    public bool RepeatsChallenge { get; set; } = true;

    public string? VerifyToken { get; private set; }

    public int Verifications { get; private set; }

    public Uri Address { get; private set; } = null!;

    public static async Task<FakeBot> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", $"http://127.0.0.1:{port}"]);
        builder.Logging.ClearProviders();
        var bot = new FakeBot(builder.Build());
        bot.app.MapGet("/api/facebook", bot.Verify);
        bot.app.MapPost("/api/facebook", bot.ReceiveAsync);
        await bot.app.StartAsync();
        bot.Address = new Uri(bot.app.Urls.First());
        return bot;
    }

    /// <summary>The next delivery, whatever it is.</summary>
    public async Task<Received> NextAsync() =>
        await received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TestTimeouts.Hang);

    /// <summary>The next delivery whose event has this part, skipping others.</summary>
    public async Task<Received> NextAsync(string part)
    {
        while (true)
        {
            var next = await NextAsync();
            if (next.Event.TryGetProperty(part, out _))
                return next;
        }
    }

    public bool HasNothingMore => !received.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Verify(HttpRequest request)
    {
        Verifications++;
        VerifyToken = request.Query["hub.verify_token"];
        return RepeatsChallenge ? Results.Text(request.Query["hub.challenge"].ToString()) : Results.StatusCode(403);
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        var status = Answers.TryDequeue(out var wanted) ? wanted : 200;
        received.Writer.TryWrite(new Received(copy.ToArray(), request.Headers["X-Hub-Signature-256"].ToString(), status));
        return Results.StatusCode(status);
    }
}

internal sealed record Received(byte[] Body, string Signature, int Answered)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Event => Json.GetProperty("entry")[0].GetProperty("messaging")[0];
}
