using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.Torture.Planting;
using CommerceBot.Tests.Torture.Shoppers;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>What came of a run.</summary>
internal sealed record Verdict(int Purchases, int Kills, IReadOnlyList<Difference> Differences)
{
    /// <summary>The last line that a run prints.</summary>
    public override string ToString() => $"{Purchases} purchases, {Kills} kills, {Differences.Count} differences";
}

/// <summary>One run from the empty folder to the audit.</summary>
internal sealed class TortureRun(TortureOptions options, TextWriter output)
{
    private readonly NotPlayed _notPlayed = new(output);

    public async Task<Verdict> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("commercebot-torture-").FullName;
        var verdict = await RunInAsync(folder, cancellationToken);
        if (verdict.Differences.Count > 0 || options.Keep)
            output.WriteLine($"Kept for whoever looks into it: {folder}");
        else
            await Task.Run(() => Directory.Delete(folder, recursive: true), cancellationToken);
        return verdict;
    }

    private async Task<Verdict> RunInAsync(string folder, CancellationToken cancellationToken)
    {
        var logs = Directory.CreateDirectory(Path.Combine(folder, "logs")).FullName;
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var dice = new Random(options.Seed);
        var categories = new StockControl(data, new Random(dice.Next()));
        await categories.FillAsync(cancellationToken);
        await using var environment = await TwoProcesses.OpenAsync(data, logs, Settings(categories), cancellationToken);
        environment.KeepFolder = true;
        await environment.StartAsync();
        using var stripe = new StripeControl(environment, _notPlayed);
        using var desk = await DeskPerson.JoinAsync(environment, _notPlayed, cancellationToken);
        using var merchant = new Merchant(environment, stripe, desk, _notPlayed);

        var progress = new Progress(options.Purchases, environment, output);
        progress.Say($"open: {options.Purchases} purchases, seed {options.Seed}, {options.Together} at a time, in {folder}");
        var shoppers = await ShopAsync(environment, stripe, merchant, categories, progress, dice, cancellationToken);
        progress.Say($"all went home after {environment.Restarts} kills: {string.Join(", ", progress.Endings)}");
        progress.Say($"{desk.Sent} forms were sent at the desk");
        await new Settling(environment, stripe, merchant, output).RunAsync(cancellationToken);
        progress.Say("quiet");
        environment.Stop();

        var differences = await new Planted(environment, stripe, output).AuditAsync(
            options.Plant,
            () => Gathering.ReadAsync(environment, stripe, categories, shoppers));
        progress.Say("audited");
        foreach (var gap in _notPlayed.All)
            output.WriteLine($"NOT PLAYED: {gap}");
        return new Verdict(shoppers.Count(one => one.Stuck is null), environment.Restarts, differences);
    }

    /// <summary>A process that lives a few seconds gains nothing from watching itself to become quicker later.</summary>
    private static Dictionary<string, string> Settings(StockControl categories) =>
        new() { ["Catalog:Feed"] = categories.Feed, ["DOTNET_TieredPGO"] = "0" };

    private async Task<IReadOnlyList<(Plan Plan, string? Stuck)>> ShopAsync(
        TwoProcesses environment,
        StripeControl stripe,
        Merchant merchant,
        StockControl categories,
        Progress progress,
        Random dice,
        CancellationToken cancellationToken)
    {
        var troubles = new Troubles(environment, stripe, dice.Next());
        var killer = new Killer(environment, categories, new Random(dice.Next()));
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(options.Longest);
        using var stop = new CancellationTokenSource();
        await troubles.BeginAsync();
        var trouble = troubles.RunAsync(stop.Token);
        var killing = killer.RunAsync(stop.Token, cancellationToken);
        var telling = progress.RunAsync(stop.Token);
        var ends = new (Plan, string?)[options.Purchases];
        try
        {
            var all = Parallel.ForAsync(
                0, options.Purchases,
                new ParallelOptions { MaxDegreeOfParallelism = options.Together, CancellationToken = cancellationToken },
                async (number, _) =>
                {
                    progress.Begin();
                    var shopper = new Shopper(Plan.Draw(options.Seed, number), environment, stripe, merchant, options.Patience);
                    ends[number] = (shopper.Plan, await StuckAsync(shopper, late.Token));
                    if (ends[number].Item2 is not null)
                        await File.WriteAllTextAsync(
                            Path.Combine(Directory.GetParent(environment.Folder)!.FullName, $"stuck-{shopper.Plan.User}.jsonl"),
                            await shopper.Chat.TellAsync(), cancellationToken);
                    progress.End(shopper.Ending);
                }
            );
            // A bot that does not start again, or a shop that nobody can enter, ends the run.
            await await Task.WhenAny(all, killing, trouble);
            await all;
        }
        finally
        {
            await stop.CancelAsync();
        }

        await Task.WhenAll(trouble, killing, telling);
        progress.Say($"Stripe's faults struck: {await troubles.EndAsync()}");
        return ends;
    }

    /// <summary>How far somebody came who came to no end; null when all is well.</summary>
    private static async Task<string?> StuckAsync(Shopper shopper, CancellationToken late)
    {
        try
        {
            await shopper.BuyAsync(late);
            return null;
        }
        catch (TimeoutException stuck)
        {
            return stuck.Message;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return $"the run's time was over: {shopper.Doing}";
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
        {
            return $"the simulators did not answer the shopper, who {shopper.Doing}: {lost.Message}";
        }
    }
}
