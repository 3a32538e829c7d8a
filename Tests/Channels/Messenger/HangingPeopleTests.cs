using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CommerceBot.Channels.Messenger;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.BotFramework.Facebook;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

/// <summary>Real time, real connections: how long people wait for a reply while Graph does not answer for a hundred others.</summary>
[Collection(nameof(HangingPeopleTests)), CollectionDefinition(nameof(HangingPeopleTests), DisableParallelization = true)]
public sealed partial class HangingPeopleTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Workers = 4;
    private const int Hanging = 100;

    /// <summary>Longer than a call that hangs, its wait for an echo, and the second try.</summary>
    private static readonly TimeSpan WithHangers = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <summary>Below this, what differs is the machine.</summary>
    private const double Noise = 100;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> _replies = new();
    private FakeGraph _graph = null!;
    private ShopHost _shop = null!;
    private int _messages;
    private int _hung;

    public async ValueTask InitializeAsync()
    {
        _graph = await FakeGraph.StartAsync();
        _graph.Instead = AnswerAsync;
        _shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            Bot = all => new EchoBot(all.GetRequiredService<ConversationState>()),
            LastWord = services =>
            {
                services.AddSingleton(TimeProvider.System);
                services.AddSingleton(all => new MessengerSettings
                {
                    VerifyToken = "v",
                    AppSecret = all.GetRequiredService<SimulatorSecrets>().FacebookAppSecret,
                    AccessToken = "a",
                    ApiHost = () => _graph.Host,
                });
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _graph.DisposeAsync();
    }

    [LongFact]
    public async Task A_hundred_people_whose_calls_hang_do_not_double_the_wait_of_the_others()
    {
        await MeasureAsync(TimeSpan.FromSeconds(5), "warm");
        var quiet = await MeasureAsync(Quiet, "quiet");
        for (var person = 0; person < Hanging; person++)
            Assert.Equal(HttpStatusCode.OK, await _shop.DeliverAsync(Meta.Batch(Meta.Message($"h{person}", "hang", $"66{person:D4}"))));
        var beside = await MeasureAsync(WithHangers, "beside hangers");

        Assert.True(Volatile.Read(ref _hung) >= Hanging * 2, $"Only {_hung} calls hung.");
        Assert.True(beside < Math.Max(2 * quiet, Noise), $"p99 {quiet:F1} ms became {beside:F1} ms.");
    }

    /// <summary>The 99th percentile, in milliseconds.</summary>
    private async Task<double> MeasureAsync(TimeSpan span, string name)
    {
        var begun = Stopwatch.GetTimestamp();
        var waits = new ConcurrentBag<double>();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            for (var n = 0; Stopwatch.GetElapsedTime(begun) < span; n++)
                waits.Add(await SayAsync($"70{worker}{n % 50:D2}"));
        }));
        var sorted = waits.Order().ToList();
        var p99 = sorted[(int)(sorted.Count * 0.99)];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {sorted.Count} replies, median {sorted[sorted.Count / 2]:F1} ms, p99 {p99:F1} ms, longest {sorted[^1]:F1} ms"));
        return p99;
    }

    private async Task<double> SayAsync(string person)
    {
        var text = $"word{Interlocked.Increment(ref _messages)}word";
        var reply = _replies[text] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.OK, await _shop.DeliverAsync(Meta.Batch(Meta.Message(text, text, person))));
        return Stopwatch.GetElapsedTime(said, await reply.Task.WaitAsync(TimeSpan.FromMinutes(1))).TotalMilliseconds;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        while (_graph.Calls.Count > 1000)
            _graph.Calls.TryDequeue(out _);
        var (path, body) = (http.Request.Path.Value!, (string)http.Items["body"]!);
        if (path.Contains("/66", StringComparison.Ordinal) || body.Contains("\"id\":\"66", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _hung);
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        if (Word().Match(body) is { Success: true } word && _replies.TryRemove(word.Value, out var reply))
            reply.TrySetResult(Stopwatch.GetTimestamp());
        await http.Response.WriteAsync("""{"recipient_id":"1","message_id":"mid.1"}""");
    }

    [GeneratedRegex("word[0-9]+word")]
    private static partial Regex Word();
}
