using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Support;
using CommerceBot.Tests.EndToEnd;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CommerceBot.Tests.Soak;

/// <summary>A hundred thousand hostile bodies, rightly signed, against the shop in a process of its own.</summary>
public sealed class HostileSoakTests(ITestOutputHelper output)
{
    private const long MostMemory = 300_000_000;

    [LongFact]
    public async Task A_hundred_thousand_hostile_bodies_break_nothing_reach_nobody_else_and_leave_the_shop_as_small_as_it_was()
    {
        var bodies = Setting("COMMERCEBOT_SOAK_BODIES", 100_000);
        var seed = Setting("COMMERCEBOT_SOAK_SEED", 20_261_127);
        output.WriteLine($"seed {seed} (COMMERCEBOT_SOAK_SEED), {bodies} bodies");
        var program = await ReleaseBuild.MakeAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(15));
        var folder = Directory.CreateTempSubdirectory("soak-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var secrets = SimulatorSecrets.ReadOrCreate(folder);
        var log = Path.Combine(folder, "shop.log");
        // The simulators keep every chat in memory, and no shop of a merchant's has them in its process: neither has this one.
        var simulators = new Uri($"http://127.0.0.1:{FreePort()}");
        var settings = new Dictionary<string, string>
        {
            ["Data:Folder"] = folder, ["Logging:LogLevel:Default"] = "Warning", ["Simulator:Url"] = simulators.AbsoluteUri.TrimEnd('/'),
            ["Simulator:BotUrl"] = url.AbsoluteUri.TrimEnd('/'),
        };
        using var simulator = OwnProcess.Start(
            ["simulator", "--urls", simulators.AbsoluteUri], settings, Path.Combine(folder, "simulator.log"), program);
        using var chat = new HttpClient { BaseAddress = simulators };
        await Eventually.SeeAsync(
            () => AnswersAsync(chat, "/chat", simulator), TimeSpan.FromSeconds(90), () => $"The simulators do not open: {simulator.Said}",
            patience.Token);
        using (var shop = OwnProcess.Start(["--urls", url.AbsoluteUri], settings, log, program))
        {
            using var http = new HttpClient { BaseAddress = url };
            await Eventually.SeeAsync(
                () => AnswersAsync(http, "/health/ready", shop), TimeSpan.FromSeconds(90), () => $"The shop does not open: {shop.Said}",
                patience.Token);
            var anna = await WelcomeAsync(chat, "anna", patience.Token);
            var before = MemoryOf(shop);
            var clock = Stopwatch.StartNew();

            using var sender = new HostileSender(url, secrets, seed);
            await sender.SendAsync(bodies, patience.Token);
            var sent = clock.Elapsed;
            var after = MemoryOf(shop);
            long waiting() => Count(folder, "inbox WHERE handled = 0");
            await Eventually.SeeAsync(
                () => Task.FromResult(waiting() == 0 ? this : null),
                TimeSpan.FromMinutes(8),
                () => $"{waiting()} rows wait: {shop.Said}",
                patience.Token);
            var rest = MemoryOf(shop);

            output.WriteLine($"{before / 1_000_000} MB before, {after / 1_000_000} MB when all were sent after {sent:mm\\:ss}");
            output.WriteLine($"{rest / 1_000_000} MB at rest after {clock.Elapsed:mm\\:ss} ({PartsOf(shop)})");
            output.WriteLine($"inbox {Count(folder, "inbox")}, lanes {Count(folder, "lane")}, outbox {Count(folder, "outbox")}");
            foreach (var (answer, times) in sender.Answers.OrderBy(each => each.Key, StringComparer.Ordinal))
                output.WriteLine($"{answer}: {times}");
            // What no bot answers is 501 to an invoke, by the Connector's protocol.
            Assert.DoesNotContain(sender.Answers.Keys, answer => answer.Split(' ')[1][0] == '5' && answer != "/api/messages 501");
            Assert.Contains(sender.Answers, answer => answer.Key == "/api/facebook 200" && answer.Value > bodies / 3);
            Assert.False(shop.HasEnded);
            Assert.Equal(0, await ReceivedAsync(chat, anna, patience.Token));
            // Nobody's lane but Messenger's people and the Connector's conversations, whose ids are escaped where they are sent.
            Assert.Equal(0, Count(folder, "inbox WHERE lane LIKE 'order:%' OR lane LIKE '%:.' OR lane LIKE '%:..' OR length(lane) > 330"));
            Assert.Equal(0, Count(folder, "inbox WHERE lane LIKE 'facebook:%' AND substr(lane, 10) GLOB '*[^-A-Za-z0-9_:]*'"));
            Assert.InRange(rest, 0, MostMemory);
        }

        var said = await File.ReadAllTextAsync(log, patience.Token);
        Assert.DoesNotContain("4242424242424242", said, StringComparison.Ordinal);
        Assert.DoesNotContain("4242 4242 4242 4242", said, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Split('\n'), line => line.Length > 5000);
        Directory.Delete(folder, recursive: true);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : usual;

    private static async Task<HttpClient?> AnswersAsync(HttpClient http, string path, OwnProcess process)
    {
        if (process.HasEnded)
            throw new InvalidOperationException(process.Said);
        try
        {
            using var answer = await http.GetAsync(path);
            return answer.IsSuccessStatusCode ? http : null;
        }
        catch (HttpRequestException)
        {
            return null; // It does not listen yet.
        }
    }

    /// <summary>Somebody who is there and never says a word.</summary>
    private static async Task<string> WelcomeAsync(HttpClient http, string user, CancellationToken cancellationToken)
    {
        var person = new { user, name = "Anna Rossi", locale = "it_IT" };
        using var answer = await http.PostAsJsonAsync("/simulator/messenger/shoppers", person, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return user;
    }

    /// <summary>How much she received all the same.</summary>
    private static async Task<int> ReceivedAsync(HttpClient http, string user, CancellationToken cancellationToken) =>
        (await http.GetStringAsync($"/simulator/messenger/shoppers/{user}/transcript", cancellationToken)).Split("\"mid\"").Length - 1;

    /// <summary>
    /// What the process itself holds, in bytes: anonymous and shared memory (proc(5), RssAnon and RssShmem). Library files that the
    /// machine maps and may drop at any time (some 100 MB) are not counted, and are shown beside it.
    /// </summary>
    private static long MemoryOf(OwnProcess shop) =>
        File.ReadLines($"/proc/{shop.Id}/status")
            .Where(line => line.StartsWith("RssAnon", StringComparison.Ordinal) || line.StartsWith("RssShmem", StringComparison.Ordinal))
            .Sum(line =>
                1024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));

    /// <summary>What that is made of, in words, where the machine says so.</summary>
    private static string PartsOf(OwnProcess shop)
    {
        var status = $"/proc/{shop.Id}/status";
        return File.Exists(status)
            ? string.Join(", ", File.ReadLines(status).Where(line => line.StartsWith("Rss", StringComparison.Ordinal))
                .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            : "";
    }

    private static long Count(string folder, string rows)
    {
        var file = Path.Combine(folder, "commercebot.db");
        using var kept = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString());
        kept.Open();
        using var query = kept.CreateCommand();
#pragma warning disable CA2100 // The statements are the test's own.
        query.CommandText = $"SELECT count(*) FROM {rows}";
#pragma warning restore CA2100
        return (long)query.ExecuteScalar()!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
