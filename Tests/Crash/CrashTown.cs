using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CommerceBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>
/// A shop whose stand-ins live on in a process of their own while the bot's process is killed and started again, both
/// on one data folder that begins empty.
/// </summary>
internal sealed class CrashTown : IAsyncDisposable
{
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(90);

    private readonly string _bot = FreeAddress();
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _restarting = new(1, 1);
    private OwnProcess? _simulator;
    private OwnProcess? _shop;
    private DateTimeOffset _killed;

    private CrashTown(string folder)
    {
        Folder = folder;
        var simulator = FreeAddress();
        _http = new HttpClient { BaseAddress = new Uri(simulator), Timeout = TimeSpan.FromSeconds(30) };
        SimulatorUrl = simulator;
    }

    public string Folder { get; }

    public int Restarts { get; private set; }

    private string SimulatorUrl { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CrashTown> OpenAsync()
    {
        var town = new CrashTown(Directory.CreateTempSubdirectory("commercebot-crash-").FullName);
        try
        {
            town._simulator = OwnProcess.Start(["simulator", "--urls", town.SimulatorUrl], town.Settings(new() { ["Simulator:BotUrl"] = town._bot }));
            await town.AnswersAsync($"{town.SimulatorUrl}/simulator/messenger/webhooks", town._simulator);
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the bot and waits until it is open. <paramref name="crashAt"/> names the place where it will kill itself.</summary>
    public async Task StartAsync(string? crashAt = null)
    {
        var settings = Settings(new() { ["Simulator:Url"] = SimulatorUrl });
        if (crashAt is not null)
            settings["Crash:At"] = crashAt;
        _shop?.Dispose();
        _shop = OwnProcess.Start(["--urls", _bot], settings);
        await AnswersAsync($"{_bot}/health/ready", _shop);
    }

    /// <summary>Waits until the bot has killed itself at its named place, and starts it again.</summary>
    public async Task RestartAfterOwnCrashAsync(Task meanwhile)
    {
        var shop = Shop;
        await Eventually.SeeAsync(
            () => Task.FromResult(shop.HasEnded || meanwhile.IsCompleted ? shop : null),
            TimeSpan.FromMinutes(2), () => $"the bot did not crash. It said: {shop.Said}", Cancel);
        if (meanwhile.IsFaulted)
            await meanwhile;
        Assert.True(shop.HasEnded, "The purchase came to its end and the place was never reached.");
        Assert.Equal(137, shop.ExitCode);
        Restarts++;
        await StartAsync();
    }

    /// <summary>
    /// SIGKILL, and a new start. Two kills never overlap, and each lets what the one before interrupted be handled:
    /// a row that dies three times is a dead letter, as it should be, and no shopper's purchase.
    /// </summary>
    public async Task KillAndRestartAsync()
    {
        await _restarting.WaitAsync(Cancel);
        try
        {
            await Eventually.SeeAsync(() => Task.FromResult(Interrupted() == 0 ? Shop : null), ToStart, () => $"rows of before wait for ever. The bot said: {Shop.Said}", Cancel);
            Shop.Kill();
            Restarts++;
            _killed = TimeProvider.System.GetUtcNow();
            await StartAsync();
        }
        finally
        {
            _restarting.Release();
        }
    }

    /// <summary>Ends the bot for good, as a merchant would: what is kept can be looked at now.</summary>
    public void Stop() => Shop.Kill();

    public async Task<JsonElement> GetAsync(string path) => await _http.GetFromJsonAsync<JsonElement>(path, Cancel);

    /// <summary>Null when it is refused.</summary>
    public async Task<JsonElement?> PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, Cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel) : null;
    }

    public string WhatTheBotSaid() => _shop?.Said ?? "";

    public async ValueTask DisposeAsync()
    {
        _shop?.Dispose();
        _simulator?.Dispose();
        _http.Dispose();
        _restarting.Dispose();
        await Task.Run(() => Directory.Delete(Folder, recursive: true));
    }

    private OwnProcess Shop => _shop ?? throw new InvalidOperationException("The bot was never started.");

    private Dictionary<string, string> Settings(Dictionary<string, string> more) => new(more)
    {
        ["Data:Folder"] = Folder,
        ["Logging:LogLevel:Default"] = "Warning",
    };

    private async Task AnswersAsync(string address, OwnProcess process)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await Eventually.SeeAsync(
            async () =>
            {
                Assert.False(process.HasEnded, $"It ended while it started: {process.Said}");
                try
                {
                    using var answer = await http.GetAsync(address, Cancel);
                    return answer.IsSuccessStatusCode ? process : null;
                }
                catch (HttpRequestException)
                {
                    return null; // It does not listen yet.
                }
            },
            ToStart, () => $"{address} does not answer. It said: {process.Said}", Cancel);
    }

    /// <summary>Rows from before the last kill that are not handled yet.</summary>
    private long Interrupted()
    {
        using var kept = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "commercebot.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        kept.Open();
        using var query = kept.CreateCommand();
        query.CommandText = "SELECT count(*) FROM inbox WHERE handled = 0 AND received <= $killed";
        query.Parameters.AddWithValue("$killed", _killed.ToUnixTimeMilliseconds());
        return (long)query.ExecuteScalar()!;
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
