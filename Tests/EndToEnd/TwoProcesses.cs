using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using CommerceBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>
/// A shop whose simulators live on in a process of their own while the bot's process is killed and started again, both
/// on one data folder that begins empty. They listen on this machine only.
/// </summary>
internal sealed class TwoProcesses : IAsyncDisposable
{
    public static readonly TimeSpan ToStart = TimeSpan.FromSeconds(90);

    private readonly string _bot = FreeAddress();
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _restarting = new(1, 1);
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly CancellationToken _cancel;
    private OwnProcess? _simulator;
    private OwnProcess? _shop;
    private DateTimeOffset _killed;

    private TwoProcesses(string folder, string? logs, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        (Folder, Logs, _settings, _cancel) = (folder, logs, settings, cancellationToken);
        SimulatorUrl = FreeAddress();
        _http = new HttpClient { BaseAddress = new Uri(SimulatorUrl), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>The data folder of both.</summary>
    public string Folder { get; }

    /// <summary>Where everything that they write on the terminal is kept; null when it is not.</summary>
    public string? Logs { get; }

    public string SimulatorUrl { get; }

    public string BotUrl => _bot;

    public int Restarts { get; private set; }

    /// <summary>Whether the folder stays when all is over, to look into.</summary>
    public bool KeepFolder { get; set; }

    public OwnProcess Shop => _shop ?? throw new InvalidOperationException("The bot was never started.");

    public string WhatTheBotSaid => _shop?.Said ?? "";

    /// <summary>Opens the simulators alone.</summary>
    /// <param name="settings">For both processes, on top of what they need to find each other.</param>
    public static async Task<TwoProcesses> OpenAsync(
        string folder, string? logs, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var environment = new TwoProcesses(folder, logs, settings, cancellationToken);
        try
        {
            environment._simulator = environment.Begin(
                "simulator",
                ["simulator", "--urls", environment.SimulatorUrl],
                new() { ["Simulator:BotUrl"] = environment._bot }
            );
            await environment.AnswersAsync($"{environment.SimulatorUrl}/simulator/messenger/webhooks", environment._simulator);
            return environment;
        }
        catch
        {
            await environment.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the bot and waits until it is open. <paramref name="crashAt"/> names the place where it will kill itself.</summary>
    public async Task StartAsync(string? crashAt = null)
    {
        Launch(crashAt);
        await AnswersAsync($"{_bot}/health/ready", Shop);
    }

    /// <summary>Starts the bot and waits for nothing.</summary>
    public void Launch(string? crashAt = null)
    {
        var settings = new Dictionary<string, string> { ["Simulator:Url"] = SimulatorUrl };
        if (crashAt is not null)
            settings["Crash:At"] = crashAt;
        _shop?.Dispose();
        _shop = Begin("bot", ["--urls", _bot], settings);
    }

    /// <summary>Another process on the same data folder: a merchant's command.</summary>
    public OwnProcess Command(params string[] arguments) => Begin("commands", arguments, []);

    /// <summary>
    /// SIGKILL, and a new start. Two kills never overlap, and each lets what the one before interrupted be handled:
    /// a row that dies three times is a dead letter, as it should be, and no shopper's purchase.
    /// </summary>
    /// <param name="between">Done while the bot is down.</param>
    public async Task KillAndRestartAsync(Func<Task>? between = null)
    {
        await _restarting.WaitAsync(_cancel);
        try
        {
            await Eventually.SeeAsync(
                () => Task.FromResult(Shop.HasEnded || Interrupted() == 0 ? Shop : null), ToStart,
                () => $"rows of before wait for ever. The bot said: {Shop.Said}", _cancel);
            if (Shop.HasEnded)
                throw new InvalidOperationException($"The bot ended by itself: {Shop.Said}");
            Kill();
            await (between?.Invoke() ?? Task.CompletedTask);
            await StartAsync();
        }
        finally
        {
            _restarting.Release();
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        Shop.Kill();
        _killed = TimeProvider.System.GetUtcNow();
        Restarts++;
    }

    public void CountOwnCrash() => Restarts++;

    /// <summary>Ends the bot for good, as a merchant would: what is kept can be looked at now.</summary>
    public void Stop() => Shop.Kill();

    public async Task<JsonElement> GetAsync(string path) => await _http.GetFromJsonAsync<JsonElement>(path, _cancel);

    /// <summary>Null when it is refused.</summary>
    public async Task<JsonElement?> PostAsync(string path, object body)
    {
        var (status, answer) = await AskAsync(path, body);
        return status is >= 200 and < 300 ? answer : null;
    }

    public async Task PutAsync(string path, object body)
    {
        using var answer = await _http.PutAsJsonAsync(path, body, _cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The status and the answer, which is undefined when it is empty or no JSON.</summary>
    public async Task<(int Status, JsonElement Answer)> AskAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body, _cancel);
        var text = await answer.Content.ReadAsByteArrayAsync(_cancel);
        var json =
            text.Length > 0 && answer.Content.Headers.ContentType?.MediaType == "application/json"
                ? JsonSerializer.Deserialize<JsonElement>(text)
                : default;
        return ((int)answer.StatusCode, json);
    }

    public async ValueTask DisposeAsync()
    {
        _shop?.Dispose();
        _simulator?.Dispose();
        _http.Dispose();
        _restarting.Dispose();
        if (!KeepFolder)
            await Task.Run(() => Directory.Delete(Folder, recursive: true));
    }

    /// <summary>How many rows answer to this in the bot's database, whether it runs or not.</summary>
    public long Count(string rows, long since = 0)
    {
        using var kept = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(Folder, "commercebot.db"),
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
        kept.Open();
        using var query = kept.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        query.CommandText = $"SELECT count(*) FROM {rows}";
#pragma warning restore CA2100
        query.Parameters.AddWithValue("$since", since);
        return (long)query.ExecuteScalar()!;
    }

    /// <summary>Makes the newest refund call of an order a dead letter, made or not; null when it has none.</summary>
    /// <returns>The dead letter's id.</returns>
    public string? DeadLetterRefund(string number)
    {
        using var kept = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "commercebot.db"),
            Pooling = false, DefaultTimeout = 20 }.ToString());
        kept.Open();
        using var command = kept.CreateCommand();
        command.CommandText = """
            UPDATE outbox SET state = 2, reason = 'given up', closed = coalesce(closed, created)
            WHERE (seq, n) IN (
                SELECT o.seq, o.n FROM outbox o JOIN shop_order s ON s.id = o.order_id
                WHERE s.number = $number AND o.kind = 'payment.refund' AND o.state IN (0, 1) ORDER BY o.seq DESC, o.n DESC LIMIT 1)
            RETURNING 'out-' || seq || '-' || n
            """;
        command.Parameters.AddWithValue("$number", number);
        return command.ExecuteScalar() as string;
    }

    /// <summary>Rows from before the last kill that are not handled yet.</summary>
    private long Interrupted() => Count("inbox WHERE handled = 0 AND received <= $since", _killed.ToUnixTimeMilliseconds());

    private OwnProcess Begin(string name, IReadOnlyList<string> arguments, Dictionary<string, string> more)
    {
        var settings = new Dictionary<string, string>(_settings) { ["Data:Folder"] = Folder };
        foreach (var (key, value) in more)
            settings[key] = value;
        return OwnProcess.Start(arguments, settings, Logs is null ? null : Path.Combine(Logs, $"{name}.log"));
    }

    private async Task AnswersAsync(string address, OwnProcess process)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        await Eventually.SeeAsync(
            async () =>
            {
                if (process.HasEnded)
                    throw new InvalidOperationException($"It ended while it started: {process.Said}");
                try
                {
                    using var answer = await http.GetAsync(address, _cancel);
                    return answer.IsSuccessStatusCode ? process : null;
                }
                catch (HttpRequestException)
                {
                    return null; // It does not listen yet.
                }
            },
            ToStart, () => $"{address} does not answer. It said: {process.Said}", _cancel);
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
