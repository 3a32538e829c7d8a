using System.Diagnostics;
using CommerceBot.Tests.Torture.Run;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Shoppers;

/// <summary>Somebody who buys one thing by a plan, and does not give up while the shop dies and comes back.</summary>
internal sealed class Shopper
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    /// <summary>Whoever hears nothing for so long says something.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private readonly Plan _plan;
    private readonly Random _dice;
    private readonly ShopperHabits _habits;
    private readonly Paying _paying;
    private readonly Merchant _merchant;
    private readonly TimeSpan _patience;
    private long _done;
    private int _steps;

    public Shopper(Plan plan, TwoProcesses environment, StripeControl stripe, Merchant merchant, TimeSpan patience)
    {
        _plan = plan;
        _merchant = merchant;
        _patience = patience;
        _dice = new Random(plan.Seed);
        _habits = new ShopperHabits(plan.Person, StockControl.Options, _dice);
        Chat = new Chat(environment, plan.User, plan.Person.Name, plan.DoubleTaps);
        _paying = new Paying(plan, Chat, stripe, environment, _dice);
    }

    public Chat Chat { get; }

    public Plan Plan => _plan;

    /// <summary>How it ended; null when it did not.</summary>
    public ShopperStep? Ending { get; private set; }

    /// <summary>Where they are, for whoever wants to know why they are stuck.</summary>
    public string Doing { get; private set; } = "has not begun";

    /// <exception cref="TimeoutException">They did not come to an end within their patience.</exception>
    public async Task BuyAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var page = await OrderAsync(begun, cancellationToken);
        Doing = $"pays ({_plan.Manner}) on {page}";
        var ending = await _paying.PayAsync(page, _patience - Stopwatch.GetElapsedTime(begun), cancellationToken);
        if (ending == ShopperStep.Receipt && _plan.Aftermath != Aftermath.Nothing)
        {
            Doing = $"is served ({_plan.Aftermath})";
            await _merchant.ServeAsync(
                _plan.Aftermath,
                Chat.Messages.Last(utterance => utterance.Receipt is not null).Receipt!, _paying.PaidPage, _dice, cancellationToken);
        }

        if (_dice.Next(2) == 0)
            await Chat.SayAsync("grazie");
        Ending = ending;
    }

    /// <summary>From the first word to the page to pay on.</summary>
    private async Task<string> OrderAsync(long begun, CancellationToken cancellationToken)
    {
        Doing = "begins";
        while (!await Chat.BeginAsync())
            await RestAsync(begun, Glance, cancellationToken);
        var quiet = Stopwatch.GetTimestamp();
        while (true)
        {
            await Chat.ListenAsync();
            if (Next() is { } step)
            {
                if (step is Step.Pay pay)
                    return pay.Session;
                // Whoever was told that it is sold out begins anew, with new patience.
                if (IsAnotherRequest(step))
                    begun = Stopwatch.GetTimestamp();
                await DoAsync(step, begun, cancellationToken);
                quiet = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(quiet) > Silence)
            {
                await Chat.SayAsync("paga");
                quiet = Stopwatch.GetTimestamp();
            }

            await RestAsync(begun, Glance, cancellationToken);
        }
    }

    private Step? Next()
    {
        foreach (var utterance in Chat.Messages.Where(utterance => utterance.Seq > _done).Reverse())
        {
            if (_habits.About(utterance) is not { } step)
                continue;
            _done = Chat.Messages[^1].Seq;
            return step;
        }

        return null;
    }

    private bool IsAnotherRequest(Step step) => step is Step.Say said && StockControl.Options.Contains(said.Text) && _steps > 3;

    private async Task DoAsync(Step step, long begun, CancellationToken cancellationToken)
    {
        _steps++;
        Doing = $"step {_steps}: {step.GetType().Name}, after '{Chat.Messages[^1].Text}'";
        // The shop warns, and asks again what it had asked.
        if (_plan.Card is { } card && _steps == 5)
        {
            await Chat.SayAsync(card);
            return;
        }

        // What was asked for before was sold out: look at something else, and not in a hurry.
        if (IsAnotherRequest(step))
            await RestAsync(begun, TimeSpan.FromMilliseconds(500 + _dice.Next(1500)), cancellationToken);
        await (step switch
        {
            Step.Say say => Chat.SayAsync(say.Text),
            Step.Tap tap => Chat.TapAsync(tap.Payload),
            Step.QuickReply reply => Chat.QuickReplyAsync(reply.Payload),
            _ => throw new InvalidOperationException($"Nobody knows how to {step}."),
        });
    }

    private async Task RestAsync(long begun, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (Stopwatch.GetElapsedTime(begun) > _patience)
            throw new TimeoutException($"no page to pay on after {_patience.TotalSeconds:F0} s and {_steps} steps; {Doing}");
        await Moments.PassAsync(pause, cancellationToken);
    }
}
