using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>Makes Messenger, Stripe and the mail server fail as they do, by switches drawn from the seed.</summary>
internal sealed class Troubles(TwoProcesses environment, StripeControl stripe, int seed)
{
    private const string Switches = "/simulator/messenger/switches";
    private const string Mail = "/simulator/mail/control";

    private static readonly string[] MailFaults =
        ["busy", "temporary-recipient", "temporary", "cut-before", "cut-after", "hang"];

    private readonly Random _dice = new(seed);

    /// <summary>
    /// From now on Stripe duplicates, delays, reorders and loses events, and its API fails, refuses and forgets to
    /// answer.
    /// </summary>
    public Task BeginAsync() => stripe.SetFaultsAsync(new
    {
        seed,
        webhooks = new { duplicate = 0.1, delay = 0.2, delayMilliseconds = 1500, reorder = 0.1, lose = 0.05 },
        api = new { conflict = 0.02, tooMany = 0.02, error = 0.02, timeout = 0.002, timeoutMilliseconds = 12000, loseAnswer = 0.02 },
        refunds = new { pending = 0.2, fail = 0.1 },
    });

    /// <summary>Messenger's and the mail server's troubles, one after the other, until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await environment.PostAsync(Switches, Draw());
            if (_dice.Next(4) == 0)
                await environment.PutAsync(Mail, new { fault = MailFaults[_dice.Next(MailFaults.Length)], times = 1 });
            var held = _dice.Next(12) == 0;
            if (held)
                await stripe.HoldWebhooksAsync(hold: true);
            try
            {
                await Moments.PassAsync(TimeSpan.FromMilliseconds(_dice.Next(300, 2500)), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Trouble ends; EndAsync heals what is broken.
            }

            if (held)
                await stripe.HoldWebhooksAsync(hold: false);
        }
    }

    /// <summary>All is well again, on every side.</summary>
    /// <returns>How often each of Stripe's faults struck.</returns>
    public async Task<string> EndAsync()
    {
        var struck = await stripe.StruckAsync();
        await environment.PostAsync(Switches, new { });
        await environment.PutAsync(Mail, new { });
        await stripe.SetFaultsAsync(new { });
        await stripe.HoldWebhooksAsync(hold: false);
        return struck;
    }

    private object Draw() => _dice.Next(12) switch
    {
        0 or 1 => new { webhooks = "duplicate" },
        2 => new { webhooks = "hold" },
        3 => new { failSends = new { code = 2, times = _dice.Next(1, 6) } },
        4 => new { failSends = new { code = 1200, times = _dice.Next(1, 4) } },
        5 => _dice.Next(4) == 0 ? new { failSends = new { code = 613, times = 1 } } : new { failSends = new { code = 2, times = 1 } },
        6 => new { loseAnswer = "cut" },
        7 => new { loseAnswer = "unsure" },
        8 => _dice.Next(3) == 0 ? new { loseAnswer = "hang" } : (object)new { loseAnswer = "cut" },
        _ => new { },
    };
}
