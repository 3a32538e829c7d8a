using System.Diagnostics;
using CommerceBot.Channels.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>
/// The bot is killed while people buy, at every named place and at random moments, and started again. Nobody is charged
/// twice, nobody is left without a receipt, and nobody gets two.
/// </summary>
[Collection(nameof(CrashTests)), CollectionDefinition(nameof(CrashTests), DisableParallelization = true)]
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20260105;
    private const int Kills = 50;
    private const int Together = 10;

    /// <summary>About as many steps as a purchase has: a kill falls somewhere between its first and its last.</summary>
    private const int Steps = 12;
    private const int LongestMoment = 600;

    private static readonly string[] Wishes = ["tazza", "moka", "candela", "grembiule", "tovaglia", "caffè", "piatto", "borsa"];

    /// <summary>Each place at its first time, which is early in a purchase, and at later ones; a purchase makes two Stripe calls.</summary>
    public static TheoryData<string> Places =>
    [
        .. CrashPoints.All.Append(StripeCallSender.AfterCall).SelectMany(
            place => place == StripeCallSender.AfterCall ? (int[])[1, 2] : [1, 4, 9], (place, time) => $"{place}:{time}"),
    ];

    [LongTheory, MemberData(nameof(Places))]
    public async Task A_purchase_survives_the_death_of_the_bot_at_a_named_place(string place)
    {
        await using var town = await CrashTown.OpenAsync();
        await town.StartAsync(crashAt: place);
        var shopper = new CrashShopper(town, "anna", Wishes[0], Seed);
        var purchase = shopper.BuyAsync();
        try
        {
            await town.RestartAfterOwnCrashAsync(purchase);
            await purchase;
            await Audit.CheckAsync(town, [shopper]);
        }
        catch (Exception)
        {
            output.WriteLine(await shopper.TellAsync());
            throw;
        }
    }

    [LongFact]
    public async Task Fifty_purchases_survive_a_kill_at_a_random_moment_each()
    {
        await using var town = await CrashTown.OpenAsync();
        await town.StartAsync();
        var dice = new Random(Seed);
        var all = new List<CrashShopper>();
        while (all.Count < Kills)
        {
            var begun = Stopwatch.GetTimestamp();
            var group = Enumerable.Range(all.Count, Together)
                .Select(n => (Shopper: new CrashShopper(town, $"shopper{n}", Wishes[n % Wishes.Length], dice.Next()), Step: dice.Next(1, Steps + 1), Moment: dice.Next(LongestMoment)))
                .ToList();
            all.AddRange(group.Select(one => one.Shopper));
            await Task.WhenAll(group.Select(one => BuyAndDieAsync(town, one.Shopper, one.Step, TimeSpan.FromMilliseconds(one.Moment))));
            output.WriteLine($"{all.Count} purchases, {town.Restarts} kills, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s for the last {Together}");
        }

        Assert.Equal(Kills, town.Restarts);
        await Audit.CheckAsync(town, all);
    }

    /// <summary>The bot dies a moment after the shopper's n-th step, under all who shop at that time.</summary>
    private static async Task BuyAndDieAsync(CrashTown town, CrashShopper shopper, int step, TimeSpan moment)
    {
        var purchase = shopper.BuyAsync();
        long? reached = null;
        await Eventually.SeeAsync(
            () =>
            {
                if (shopper.Steps >= step || purchase.IsCompleted)
                    reached ??= Stopwatch.GetTimestamp();
                return Task.FromResult(reached is { } since && Stopwatch.GetElapsedTime(since) >= moment ? shopper : null);
            },
            TimeSpan.FromMinutes(4), () => $"{shopper.User} never came to step {step}", TestContext.Current.CancellationToken);
        await town.KillAndRestartAsync();
        await purchase;
    }
}
