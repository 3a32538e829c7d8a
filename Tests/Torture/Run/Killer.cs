using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>
/// Kills the bot every few seconds, at moments drawn from the seed; now and then once more while it starts. One time in
/// four it holds its breath for longer than a message of unknown fate waits for its echo: what nobody kills must end.
/// </summary>
internal sealed class Killer(TwoProcesses environment, StockControl categories, Random dice)
{
    private const int Shortest = 1500;
    private const int Longest = 7500;
    private const int LongestStart = 1800;
    private const int ShortestBreath = 16_000;
    private const int LongestBreath = 19_000;

    /// <summary>Until it is told to stop; the bot runs when it has.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellationToken)
    {
        while (!stop.IsCancellationRequested)
        {
            var pause = TimeSpan.FromMilliseconds(
                dice.Next(4) == 0 ? dice.Next(ShortestBreath, LongestBreath) : dice.Next(Shortest, Longest));
            var again = dice.Next(5) == 0 ? dice.Next(LongestStart) : (int?)null;
            try
            {
                await Moments.PassAsync(pause, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return; // The bot runs, and nobody kills it any more.
            }

            await environment.KillAndRestartAsync(() => BetweenAsync(again, cancellationToken));
        }
    }

    private async Task BetweenAsync(int? killedAgainAfter, CancellationToken cancellationToken)
    {
        await categories.FillAsync(cancellationToken);
        if (killedAgainAfter is not { } milliseconds)
            return;
        environment.Launch();
        await Moments.PassAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);
        environment.Kill();
    }
}
