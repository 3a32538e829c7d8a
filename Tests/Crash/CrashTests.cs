using System.Diagnostics;
using CommerceBot.Channels.Email;
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

    private static readonly string[] Options = ["tazza", "moka", "candela", "grembiule", "tovaglia", "caffè", "piatto", "borsa"];

    /// <summary>Each place at its first time, which is early in a purchase, and at later ones; a purchase makes two Stripe calls.</summary>
    public static TheoryData<string> Places =>
    [
        .. CrashPoints.All.Append(StripeCallSender.AfterCall).SelectMany(
            place => place == StripeCallSender.AfterCall ? (int[])[1, 2] : [1, 4, 9], (place, time) => $"{place}:{time}"),
    ];

    [LongTheory, MemberData(nameof(Places))]
    public async Task A_purchase_survives_the_death_of_the_bot_at_a_named_place(string place)
    {
        await using var environment = await CrashTestEnvironment.OpenAsync();
        await environment.StartAsync(crashAt: place);
        var shopper = new CrashShopper(environment, "anna", Options[0], Seed);
        var purchase = shopper.BuyAsync();
        await ToldAsync(shopper, FinishAsync());

        async Task FinishAsync()
        {
            await environment.RestartAfterOwnCrashAsync(purchase);
            await purchase;
            await Audit.CheckAsync(environment, [shopper]);
        }
    }

    /// <summary>A purchase makes two mails, the shopper's and the merchant's. When both were under way, both come again.</summary>
    [LongTheory, InlineData(1), InlineData(2)]
    public async Task A_mail_is_the_same_mail_after_the_death_of_a_bot_that_had_just_sent_it(int time)
    {
        await using var environment = await CrashTestEnvironment.OpenAsync();
        await environment.StartAsync(crashAt: $"{MailSender.AfterMail}:{time}");
        var shopper = new CrashShopper(environment, "anna", Options[0], Seed);
        var purchase = shopper.BuyAsync();
        await environment.RestartAfterOwnCrashAsync(new TaskCompletionSource().Task);
        await purchase;
        var mails = await Eventually.SeeAsync(
            async () => await IdsOfMailsAsync(environment) is { Length: >= 3 } all ? all : null, TimeSpan.FromMinutes(1),
            () => "the mail that was sent last did not come again", TestContext.Current.CancellationToken);
        Assert.Equal(2, mails.Distinct().Count());
        await Audit.CheckAsync(environment, [shopper]);
    }

    [LongFact]
    public async Task Fifty_purchases_survive_a_kill_at_a_random_moment_each()
    {
        await using var environment = await CrashTestEnvironment.OpenAsync();
        await environment.StartAsync();
        var dice = new Random(Seed);
        var all = new List<CrashShopper>();
        while (all.Count < Kills)
        {
            var begun = Stopwatch.GetTimestamp();
            var group = Enumerable
                .Range(all.Count, Together)
                .Select(n =>
                    (
                        Shopper: new CrashShopper(environment, $"shopper{n}", Options[n % Options.Length], dice.Next()),
                        Step: dice.Next(1, Steps + 1), Moment: dice.Next(LongestMoment)))
                .ToList();
            all.AddRange(group.Select(one => one.Shopper));
            await Task.WhenAll(
                group.Select(one => BuyAndDieAsync(environment, one.Shopper, one.Step, TimeSpan.FromMilliseconds(one.Moment))));
            output.WriteLine(
                $"{all.Count} purchases, {environment.Restarts} kills, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s for the last "
                + $"{Together}"
            );
        }

        Assert.Equal(Kills, environment.Restarts);
        await Audit.CheckAsync(environment, all);
    }

    /// <summary>The bot dies a moment after the shopper's n-th step, under all who shop at that time.</summary>
    private async Task BuyAndDieAsync(CrashTestEnvironment environment, CrashShopper shopper, int step, TimeSpan moment)
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
        await environment.KillAndRestartAsync();
        await ToldAsync(shopper, purchase);
    }

    /// <summary>A purchase that does not end shows its whole conversation.</summary>
    private async Task ToldAsync(CrashShopper shopper, Task purchase)
    {
        try
        {
            await purchase;
        }
        catch (Exception)
        {
            output.WriteLine(await shopper.TellAsync());
            throw;
        }
    }

    private static async Task<string[]> IdsOfMailsAsync(CrashTestEnvironment environment) =>
        [
            .. (await environment.GetAsync("/simulator/mail/messages"))
                .EnumerateArray()
                .Select(mail => mail.GetProperty("messageId").GetString()!),
        ];
}
