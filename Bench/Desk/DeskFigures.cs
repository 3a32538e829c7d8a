using System.Diagnostics;
using CommerceBot.Bench.Children;
using CommerceBot.Bench.Report;

namespace CommerceBot.Bench.Desk;

/// What a merchant who works at the desk costs the bot's messages: one host under the same load, in turn with a merchant and three chats
/// beside it, and without.
internal sealed class DeskFigures(Progress progress)
{
    private const int Pairs = 9;
    private const double Seconds = 4;

    /// The part of the rate without a merchant that is left.
    private const double Target = 0.97;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static int Steps => 2 + (2 * Pairs);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var load = await LoadProcess.StartAsync();
        await using var server = await ServerProcess.StartAsync("desk", load, replies: true);
        using var shoppers = new ChattingShoppers(server.Address);
        progress.Step("three shoppers ask for a person, and one comes");
        using var merchant = await Merchant.JoinAsync(server.Address, await server.HearAsync("owner", Patience));
        await shoppers.AskForPersonAsync();
        await TakenAsync(merchant);
        progress.Step("warming up");
        await WorkingAsync(merchant, shoppers, () => server.RunAsync(2 * Seconds));
        return Lines(await PairsAsync(server, merchant, shoppers), merchant);
    }

    private static async Task TakenAsync(Merchant merchant)
    {
        var since = Stopwatch.GetTimestamp();
        while (await merchant.TakeAsync() < 3)
            if (Stopwatch.GetElapsedTime(since) > Patience) throw new ChildFailedException("the chats did not come to the desk");
    }

    private async Task<List<(ServerRun With, ServerRun Without)>> PairsAsync(
        ServerProcess server, Merchant merchant, ChattingShoppers shoppers)
    {
        var pairs = new List<(ServerRun, ServerRun)>();
        for (var at = 0; at < Pairs; at++)
        {
            // Which of the two comes first changes, since the database grows.
            var before = at % 2 == 0 ? await AloneAsync(server) : null;
            progress.Step("with a merchant and three chats");
            var with = await WorkingAsync(merchant, shoppers, () => server.RunAsync(Seconds));
            pairs.Add((with, before ?? await AloneAsync(server)));
        }

        return pairs;
    }

    private Task<ServerRun> AloneAsync(ServerProcess server)
    {
        progress.Step("without");
        return server.RunAsync(Seconds);
    }

    private static async Task<ServerRun> WorkingAsync(Merchant merchant, ChattingShoppers shoppers, Func<Task<ServerRun>> run)
    {
        using var home = new CancellationTokenSource();
        var work = Task.WhenAll(merchant.WorkAsync(home.Token), shoppers.WriteAsync(home.Token));
        try
        {
            return await run();
        }
        finally
        {
            await home.CancelAsync();
            await work;
        }
    }

    private static IReadOnlyList<Figure> Lines(List<(ServerRun With, ServerRun Without)> pairs, Merchant merchant)
    {
        var ratios = Median.Of(pairs.Select(pair => pair.With.Load.RepliesPerSecond / pair.Without.Load.RepliesPerSecond));
        var pages = merchant.Pages / ((Pairs + 2) * Seconds);
        return
        [
            Figure.Rate(
                "bot beside a merchant at the desk (/s)", Of(pairs, pair => pair.With.Load.RepliesPerSecond),
                Of(pairs, pair => pair.Without.Load.RepliesPerSecond)),
            new Figure("  median of the pairs' ratios", "", "", ratios.Value, ">= 0.97x", ratios.Value >= Target, ratios.Spread),
            Figure.Cost(
                "  webhook to reply, p99", "ms", Of(pairs, pair => pair.With.Load.Reply.P99),
                Of(pairs, pair => pair.Without.Load.Reply.P99)),
            Figure.Cost(
                "  CPU a message", "us", Of(pairs, pair => pair.With.CpuMicroseconds), Of(pairs, pair => pair.Without.CpuMicroseconds)),
            new Figure("  pages of the desk a second", Figure.Number(pages)),
        ];
    }

    private static Median Of(
        List<(ServerRun With, ServerRun Without)> pairs, Func<(ServerRun With, ServerRun Without), double> figure) =>
        Median.Of(pairs.Select(figure));
}
