using System.Diagnostics;
using CommerceBot.Tests.Torture.Run;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Shoppers;

/// <summary>One shopper before the page to pay on, each in their manner, until the shop has said how it ended.</summary>
internal sealed class Paying(Plan plan, Chat chat, StripeControl stripe, TwoProcesses environment, Random dice)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    /// <summary>Who has paid and hears nothing for so long asks.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(8);

    private readonly HashSet<string> _pages = [];
    private bool _thanked;
    private bool _mayHavePaid;
    private long _begun;
    private TimeSpan _patience;

    /// <summary>The session whose payment went through; null when none did.</summary>
    public string? PaidPage { get; private set; }

    public async Task<ShopperStep> PayAsync(string page, TimeSpan patience, CancellationToken cancellationToken)
    {
        (_begun, _patience) = (Stopwatch.GetTimestamp(), patience);
        _pages.Add(page);
        await RestAsync(dice.Next(600), cancellationToken);
        await ActAsync(page, cancellationToken);
        return await EndAsync(cancellationToken);
    }

    private Task ActAsync(string page, CancellationToken cancellationToken) =>
        plan.Manner switch
        {
            ShopperBehaviour.PaysAtOnce => TryAsync(page),
            ShopperBehaviour.PaysTwice => TwiceAsync(page, cancellationToken),
            ShopperBehaviour.PaysAfterCancelling => InTurnAsync(CancelAsync, () => TryAsync(page), cancellationToken),
            ShopperBehaviour.CancelsAfterPaying => InTurnAsync(() => TryAsync(page), CancelAsync, cancellationToken),
            ShopperBehaviour.CancelsWhilePaying => Task.WhenAll(CancelAsync(), TryAsync(page)),
            ShopperBehaviour.Cancels => CancelAsync(),
            ShopperBehaviour.SaysPaidTooEarly => TooEarlyAsync(page, cancellationToken),
            ShopperBehaviour.DeclinedThenPays => InTurnAsync(
                () => TryAsync(page, dice.Next(2) == 0 ? "declined" : "insufficient_funds"),
                () => TryAsync(page), cancellationToken),
            ShopperBehaviour.ProvesIdentity => TryAsync(page, "three_d_secure"),
            ShopperBehaviour.FailsToProveIdentityThenPays => InTurnAsync(
                () => TryAsync(page, "three_d_secure", "fail"),
                () => TryAsync(page), cancellationToken),
            ShopperBehaviour.BankTakesItsTime => SlowlyAsync(page, "succeeded", cancellationToken),
            ShopperBehaviour.BankRefusesInTheEnd => SlowlyAsync(page, "failed", cancellationToken),
            ShopperBehaviour.Abandons => stripe.ExpireAsync(page),
            _ => throw new InvalidOperationException($"Nobody knows how {plan.Manner} goes."),
        };

    /// <returns>The simulator's word for what came of it, such as paid or declined.</returns>
    private async Task<string> TryAsync(string page, string card = "success", string? challenge = null)
    {
        var outcome = await stripe.PayAsync(page, plan.Person, card, challenge);
        if (outcome is "paid" or "processing")
        {
            PaidPage = page;
            _mayHavePaid = true;
            if (plan.OpensThanks)
                await ThankAsync();
        }

        return outcome;
    }

    /// <summary>By two tabs of one page, and by every further page that the shop can be talked into.</summary>
    private async Task TwiceAsync(string page, CancellationToken cancellationToken)
    {
        await Task.WhenAll(TryAsync(page), TryAsync(page));
        await chat.SayAsync("paga");
        await RestAsync(500 + dice.Next(1500), cancellationToken);
        await chat.ListenAsync();
        foreach (var other in Pages().Where(_pages.Add))
            await TryAsync(other);
    }

    private async Task InTurnAsync(Func<Task> first, Func<Task> then, CancellationToken cancellationToken)
    {
        await first();
        await RestAsync(dice.Next(400), cancellationToken);
        await then();
    }

    private async Task TooEarlyAsync(string page, CancellationToken cancellationToken)
    {
        await chat.SayAsync("ho pagato");
        await UntilAsync(ShopperStep.NotYet, ask: null, TimeSpan.FromSeconds(20), cancellationToken);
        await TryAsync(page);
    }

    /// <summary>The page is done and the money is not there yet.</summary>
    private async Task SlowlyAsync(string page, string outcome, CancellationToken cancellationToken)
    {
        if (await TryAsync(page, "async") != "processing")
            return;
        await UntilAsync(ShopperStep.Processing, AskAsync, TimeSpan.FromSeconds(30), cancellationToken);
        await RestAsync(dice.Next(3000), cancellationToken);
        await stripe.SettleAsync(page, outcome);
        _mayHavePaid = outcome == "succeeded";
    }

    private Task CancelAsync()
    {
        var undo = chat
            .Messages.SelectMany(utterance => utterance.QuickReplies)
            .LastOrDefault(reply => reply.StartsWith("shop1/undo/", StringComparison.Ordinal));
        return undo is not null && dice.Next(2) == 0 ? chat.QuickReplyAsync(undo) : chat.SayAsync("annulla");
    }

    /// <summary>Until the shop's word fits what Stripe did. Whoever still has a page that can be paid, pays there.</summary>
    private async Task<ShopperStep> EndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var fits = _mayHavePaid ? ShopperStep.Settled : ShopperStep.Closed;
            var utterance = await UntilAsync(fits, AskAsync, TimeSpan.FromSeconds(25), cancellationToken);
            if ((utterance & fits) != 0)
                return utterance & fits;
            // Nothing came of it (a cancel that was never heard, a page that closed under their hands): people begin again.
            await chat.ListenAsync();
            if (_mayHavePaid)
                continue;
            if (plan.Manner is ShopperBehaviour.Cancels)
                await CancelAsync();
            else if (Pages().LastOrDefault() is { } page)
                await TryAsync(page);
        }
    }

    /// <summary>Everything that was said about the order since the page was there; none when nothing of that kind came in time.</summary>
    private async Task<ShopperStep> UntilAsync(ShopperStep wanted, Func<Task>? ask, TimeSpan longest, CancellationToken cancellationToken)
    {
        var (begun, asked) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(begun) < longest)
        {
            await chat.ListenAsync();
            var said = chat.Messages.Aggregate(ShopperStep.None, (all, utterance) => all | ShopperSteps.Of(utterance));
            if ((said & wanted) != 0)
                return said;
            if (ask is not null && Stopwatch.GetElapsedTime(asked) > Doubt)
            {
                await ask();
                asked = Stopwatch.GetTimestamp();
            }

            await RestAsync((int)Glance.TotalMilliseconds, cancellationToken);
        }

        return ShopperStep.None;
    }

    /// <summary>Now the page after paying, now the chat: either makes the shop ask Stripe.</summary>
    private async Task AskAsync()
    {
        _thanked = !_thanked;
        if (_thanked)
            await ThankAsync();
        else if (plan.Manner is ShopperBehaviour.Abandons or ShopperBehaviour.Cancels)
            await chat.SayAsync("i miei ordini");
        else
            await chat.SayAsync("ho pagato");
    }

    /// <summary>While the shop is down a browser shows an error, and that is that.</summary>
    private async Task ThankAsync()
    {
        foreach (var page in _pages)
            if (await stripe.SuccessUrlAsync(page) is { } url)
                await stripe.OpenAsync(url);
    }

    private IEnumerable<string> Pages() =>
        chat
            .Messages.Select(utterance => utterance.PayPage)
            .OfType<string>()
            .Select(page => page[(page.LastIndexOf('/') + 1)..].Split('?')[0]);

    private async Task RestAsync(int milliseconds, CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(_begun) > _patience)
            throw new TimeoutException(
                $"no end after {_patience.TotalSeconds:F0} s on the checkout page ({plan.Manner}), pages {string.Join(", ", _pages)}; "
                + $"the shop said last: '{chat.Messages[^1].Text}'. Kills: {environment.Restarts}"
            );
        await Moments.PassAsync(TimeSpan.FromMilliseconds(milliseconds), cancellationToken);
    }
}
