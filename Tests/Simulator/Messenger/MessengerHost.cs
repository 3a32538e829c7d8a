using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>The simulator on a port of its own, a bot that listens, and a client for either side of it.</summary>
internal sealed class MessengerHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;
    private readonly bool keepFolder;

    private MessengerHost(WebApplication app, FakeBot bot, AlarmClock clock, string folder, bool keepFolder)
    {
        this.app = app;
        this.folder = folder;
        this.keepFolder = keepFolder;
        Bot = bot;
        Clock = clock;
        Secrets = SimulatorSecrets.ReadOrCreate(folder);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var proof = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Secrets.FacebookAppSecret), Encoding.UTF8.GetBytes(Secrets.FacebookAccessToken));
        Proof = Convert.ToHexStringLower(proof);
    }

    public FakeBot Bot { get; }

    public AlarmClock Clock { get; }

    public HttpClient Http { get; }

    public SimulatorSecrets Secrets { get; }

    public string Proof { get; }

    public static async Task<MessengerHost> StartAsync(string? folder = null, FakeBot? bot = null, params string[] settings)
    {
        bot ??= await FakeBot.StartAsync();
        var clock = new AlarmClock();
        var own = folder ?? Directory.CreateTempSubdirectory("messenger-").FullName;
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", $"--Simulator:BotUrl={bot.Address}", $"--Data:Folder={own}",
            "--Shop:Name=Bottega Aurora", .. settings,
        ];
        var app = SimulatorHost.Build(args, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        await app.StartAsync();
        return new MessengerHost(app, bot, clock, own, keepFolder: folder is not null);
    }

    /// <summary>A host with Anna, who has said hello, so that the bot may answer her.</summary>
    public static async Task<(MessengerHost Host, string Psid)> WithAnnaAsync()
    {
        var host = await StartAsync();
        var psid = await host.WelcomeAsync("anna", "Anna Rossi", "it_IT");
        await host.DoAsync("anna", "say", new { text = "Ciao" });
        await host.Bot.NextAsync("message");
        return (host, psid);
    }

    public async Task<string> WelcomeAsync(string user, string name, string locale)
    {
        using var answer = await Http.PostAsJsonAsync("/simulator/messenger/shoppers", new { user, name, locale });
        return (await ReadAsync(answer)).GetProperty("psid").GetString()!;
    }

    public async Task<(int Status, JsonElement Json)> DoAsync(string user, string verb, object? body = null)
    {
        using var answer = await Http.PostAsJsonAsync($"/simulator/messenger/shoppers/{user}/{verb}", body ?? new { });
        return ((int)answer.StatusCode, await ReadAsync(answer));
    }

    public async Task SwitchAsync(object switches)
    {
        using var answer = await Http.PostAsJsonAsync("/simulator/messenger/switches", switches);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await ReadAsync(answer);
    }

    public async Task<JsonElement> TranscriptAsync(string user) =>
        await GetAsync($"/simulator/messenger/shoppers/{user}/transcript");

    public Task<(int Status, JsonElement Json)> SendAsync(string psid, object message) => GraphAsync(
        HttpMethod.Post, "me/messages", new { recipient = new { id = psid }, messaging_type = "RESPONSE", message });

    public async Task<(int Status, JsonElement Json)> GraphAsync(
        HttpMethod method, string path, object? body = null, string? token = null, string? proof = null)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        using var request = new HttpRequestMessage(
            method, $"/simulator/graph/v26.0/{path}{separator}appsecret_proof={proof ?? Proof}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Secrets.FacebookAccessToken);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: Plain);
        using var answer = await Http.SendAsync(request);
        return ((int)answer.StatusCode, await ReadAsync(answer));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Bot.DisposeAsync();
        if (!keepFolder)
            Directory.Delete(folder, recursive: true);
    }

    private static readonly JsonSerializerOptions Plain = new();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length is 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
