using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Support;
using CommerceBot.Tests.Town;
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
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(15));
        var folder = Directory.CreateTempSubdirectory("soak-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var secrets = SimulatorSecrets.ReadOrCreate(folder);
        var log = Path.Combine(folder, "shop.log");
        var settings = new Dictionary<string, string> { ["Data:Folder"] = folder, ["Logging:LogLevel:Default"] = "Warning" };
        using (var shop = OwnProcess.Start(["--urls", url.AbsoluteUri], settings, log))
        {
            using var http = new HttpClient { BaseAddress = url };
            await Eventually.SeeAsync(
                () => ReadyAsync(http, shop), TimeSpan.FromSeconds(90), () => $"The shop does not open: {shop.Said}", patience.Token);
            var anna = await WelcomeAsync(http, "anna", patience.Token);
            var before = MemoryOf(shop);
            var clock = Stopwatch.StartNew();

            using var sender = new HostileSender(url, secrets, seed);
            await sender.SendAsync(bodies, patience.Token);
            var sent = clock.Elapsed;
            var after = MemoryOf(shop);
            long waiting() => Count(folder, "inbox WHERE handled = 0");
            await Eventually.SeeAsync(
                () => Task.FromResult(waiting() == 0 ? this : null), TimeSpan.FromMinutes(8), () => $"{waiting()} rows wait: {shop.Said}", patience.Token);
            var rest = MemoryOf(shop);

            output.WriteLine($"{before / 1_000_000} MB before, {after / 1_000_000} MB when all were sent after {sent:mm\\:ss}");
            output.WriteLine($"{rest / 1_000_000} MB at rest after {clock.Elapsed:mm\\:ss}");
            output.WriteLine($"inbox {Count(folder, "inbox")}, lanes {Count(folder, "lane")}, outbox {Count(folder, "outbox")}");
            foreach (var (answer, times) in sender.Answers.OrderBy(each => each.Key, StringComparer.Ordinal))
                output.WriteLine($"{answer}: {times}");
            // What no bot answers is 501 to an invoke, by the Connector's protocol.
            Assert.DoesNotContain(sender.Answers.Keys, answer => answer.Split(' ')[1][0] == '5' && answer != "/api/messages 501");
            Assert.Contains(sender.Answers, answer => answer.Key == "/api/facebook 200" && answer.Value > bodies / 3);
            Assert.False(shop.HasEnded);
            Assert.Equal(0, await HeardAsync(http, anna, patience.Token));
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

    private static async Task<HttpClient?> ReadyAsync(HttpClient http, OwnProcess shop)
    {
        if (shop.HasEnded)
            throw new InvalidOperationException(shop.Said);
        try
        {
            using var answer = await http.GetAsync("/health/ready");
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

    /// <summary>How much she heard all the same.</summary>
    private static async Task<int> HeardAsync(HttpClient http, string user, CancellationToken cancellationToken) =>
        (await http.GetStringAsync($"/simulator/messenger/shoppers/{user}/transcript", cancellationToken)).Split("\"mid\"").Length - 1;

    /// <summary>
    /// What the process itself holds, in bytes: anonymous and shared memory. Pages of the libraries that it maps (some 90 MB) are the
    /// machine's to drop, and are not counted (proc(5), RssAnon, RssShmem, RssFile).
    /// </summary>
    private static long MemoryOf(OwnProcess shop)
    {
        var status = $"/proc/{shop.Id}/status";
        if (!File.Exists(status))
        {
            using var process = Process.GetProcessById(shop.Id);
            return process.PrivateMemorySize64;
        }

        return File.ReadLines(status)
            .Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal) || line.StartsWith("RssShmem:", StringComparison.Ordinal))
            .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024);
    }

    private static long Count(string folder, string rows)
    {
        var file = Path.Combine(folder, "commercebot.db");
        using var kept = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
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
