using CommerceBot.Tests.Torture.Shoppers;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>
/// The merchant at the desk, at the command line and in Stripe's dashboard, one thing at a time in each; and the shoppers' banks.
/// </summary>
internal sealed class Merchant(TwoProcesses environment, StripeControl stripe, DeskPerson desk, NotPlayed notPlayed) : IDisposable
{
    private const int Tries = 20;
    private readonly SemaphoreSlim _oneCommand = new(1, 1);

    /// <summary>Does to a paid order what its plan says.</summary>
    public async Task ServeAsync(Aftermath aftermath, string number, string? session, Random dice, CancellationToken cancellationToken)
    {
        await Moments.PassAsync(TimeSpan.FromMilliseconds(dice.Next(2000)), cancellationToken);
        var inPart = 1 + dice.Next(400);
        if (dice.Next(2) == 0 && await AtDeskAsync(aftermath, number, inPart, dice, cancellationToken))
            return;
        switch (aftermath)
        {
            case Aftermath.Shipped:
                await CommandAsync(["orders", "ship", number, "--tracking", $"T{dice.Next(1_000_000)}"], cancellationToken);
                break;
            case Aftermath.Delivered:
                await CommandAsync(["orders", "ship", number], cancellationToken);
                await CommandAsync(["orders", "deliver", number], cancellationToken);
                break;
            case Aftermath.RefundedWhole:
                await CommandAsync(
                    dice.Next(2) == 0 ? ["orders", "refund", number] : ["orders", "refund", number, "--restock"], cancellationToken);
                break;
            case Aftermath.RefundedDelivery:
                await CommandAsync(["orders", "refund", number, "--delivery"], cancellationToken);
                break;
            case Aftermath.CalledOff:
                await CommandAsync(["orders", "cancel", number], cancellationToken);
                break;
            case Aftermath.RefundedInPart:
                await CommandAsync(["orders", "refund", number, "--amount",
                    FormattableString.Invariant($"{inPart / 100}.{inPart % 100:D2}")], cancellationToken);
                break;
            case Aftermath.RefundedByReplay:
                await CommandAsync(["orders", "refund", number, "--amount",
                    FormattableString.Invariant($"{inPart / 100}.{inPart % 100:D2}")], cancellationToken);
                await ReplayAsync(number, dice, cancellationToken);
                break;
            default:
                await AtStripeAsync(aftermath, session, inPart, dice, cancellationToken);
                break;
        }
    }

    /// <summary>False for what is not done at the desk.</summary>
    private async Task<bool> AtDeskAsync(
        Aftermath aftermath, string number, int inPart, Random dice, CancellationToken cancellationToken)
    {
        switch (aftermath)
        {
            case Aftermath.Shipped:
                await desk.ShipAsync(number, $"T{dice.Next(1_000_000)}", cancellationToken);
                return true;
            case Aftermath.RefundedWhole:
                await desk.RefundAllAsync(number, restock: dice.Next(2) == 0, cancellationToken);
                return true;
            case Aftermath.RefundedDelivery:
                await desk.RefundDeliveryAsync(number, cancellationToken);
                return true;
            case Aftermath.RefundedInPart:
                await desk.RefundAsync(number, inPart, cancellationToken);
                return true;
            case Aftermath.CalledOff:
                await desk.CancelAsync(number, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What a merchant does about orders whose refund came to nothing.</summary>
    public async Task RefundAgainAsync(IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        foreach (var number in numbers)
            await CommandAsync(["orders", "refund", number], cancellationToken);
    }

    public void Dispose() => _oneCommand.Dispose();

    /// <summary>The refund's call becomes a dead letter, whether it is made, under way or waiting; then it is replayed, twice.</summary>
    private async Task ReplayAsync(string number, Random dice, CancellationToken cancellationToken)
    {
        if (environment.DeadLetterRefund(number) is not { } letter)
        {
            notPlayed.Count("dead refunds: the call was not there");
            return;
        }

        for (var times = 0; times < 2; times++)
        {
            await Moments.PassAsync(TimeSpan.FromMilliseconds(dice.Next(2000)), cancellationToken);
            await CommandAsync(["dead-letters", "replay", letter], cancellationToken);
        }
    }

    private async Task AtStripeAsync(Aftermath aftermath, string? session, long inPart, Random dice, CancellationToken cancellationToken)
    {
        if (session is null || await stripe.ChargeAsync(session) is not var (charge, _))
            return;
        if (aftermath is Aftermath.RefundedInDashboard or Aftermath.RefundedInPartInDashboard)
        {
            await stripe.RefundAsync(charge, aftermath == Aftermath.RefundedInPartInDashboard ? inPart : null);
            return;
        }

        if (await stripe.DisputeAsync(charge) is not { } dispute)
            return;
        await Moments.PassAsync(TimeSpan.FromMilliseconds(dice.Next(3000)), cancellationToken);
        await stripe.CloseDisputeAsync(dispute, aftermath == Aftermath.DisputeWon ? "won" : "lost");
    }

    /// <summary>A shop that is down just now is asked again; one that has the command in its rows is not.</summary>
    private async Task CommandAsync(string[] arguments, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var (code, said) = await RunAsync(arguments, cancellationToken);
            if (code == 0 || !said.Contains("not running", StringComparison.Ordinal))
                return;
            await Moments.PassAsync(TimeSpan.FromSeconds(1), cancellationToken);
        }

        notPlayed.Count($"{string.Join(' ', arguments[..2])}: the shop was never running");
    }

    private async Task<(int Code, string Said)> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        await _oneCommand.WaitAsync(cancellationToken);
        try
        {
            using var command = environment.Command(arguments);
            await command.EndAsync(cancellationToken);
            return (command.ExitCode, command.Said);
        }
        finally
        {
            _oneCommand.Release();
        }
    }
}
