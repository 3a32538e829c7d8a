using System.Diagnostics;
using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>
/// After the last shopper: everything that can still end is ended, and the bot runs unkilled until nothing is left to
/// do. Webhooks that were lost for good are made up for as a shopper would, by the page after paying.
/// </summary>
internal sealed class Settling(TwoProcesses environment, StripeControl stripe, Merchant merchant, TextWriter output)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Longer than the ten seconds in which the page after paying asks only once.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(11);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await EndWhatIsOpenAsync();
        await QuietAsync(cancellationToken);
        for (var round = 1; round <= 2; round++)
        {
            // At every start the shop reads Stripe's list of events: so it finds the disputes whose webhooks were lost.
            await environment.KillAndRestartAsync();
            var asked = Stopwatch.GetTimestamp();
            await AskAboutEverythingAsync();
            await QuietAsync(cancellationToken);
            await EndWhatIsOpenAsync();
            await RefundAgainAsync(cancellationToken);
            if (round == 1)
                await Moments.PassAsync(BetweenQuestions - Stopwatch.GetElapsedTime(asked), cancellationToken);
        }

        await QuietAsync(cancellationToken);
    }

    /// <summary>Slow payments succeed, refunds arrive, and pages that their order still waits for run out.</summary>
    private async Task EndWhatIsOpenAsync()
    {
        var records = await stripe.RecordsAsync();
        foreach (var slow in records.Sessions.Where(session => records.Processing.Contains(session.Intent)))
            await stripe.SettleAsync(slow.Id, "succeeded");
        foreach (var pending in records.Refunds.Where(refund => refund.Status == "pending"))
            await stripe.SettleRefundAsync(pending.Id, "succeeded");
        var waiting = records.Sessions.Where(session => session.Status == "open").ToList();
        if (waiting.Count > 0)
            output.WriteLine($"{waiting.Count} pages to pay on are open: their time runs out now.");
        foreach (var page in waiting)
            await stripe.ExpireAsync(page.Id);
    }

    /// <summary>The shop told the merchant which refunds failed, and that is for the merchant to mend.</summary>
    private async Task RefundAgainAsync(CancellationToken cancellationToken)
    {
        var stuck = StoredOrders.Read(environment.Folder).Orders.Where(order => order.Has(OrderFlags.RefundStuck)).Select(order =>
            order.Number.Value).ToList();
        if (stuck.Count > 0)
            output.WriteLine($"{stuck.Count} refunds failed: the merchant makes them again.");
        await merchant.RefundAgainAsync(stuck, cancellationToken);
    }

    private async Task AskAboutEverythingAsync()
    {
        foreach (var page in (await stripe.RecordsAsync()).Sessions.DistinctBy(session => session.Order))
            await stripe.OpenAsync(page.SuccessUrl);
    }

    /// <summary>Until no webhook waits and no row does, twice in a row; or until the time is up, which the audit will tell.</summary>
    private async Task QuietAsync(CancellationToken cancellationToken)
    {
        var (begun, calm) = (Stopwatch.GetTimestamp(), 0);
        while (calm < 3 && Stopwatch.GetElapsedTime(begun) < Longest)
        {
            calm = await BusyAsync() == 0 ? calm + 1 : 0;
            await Task.Delay(Glance, cancellationToken);
        }
    }

    private async Task<long> BusyAsync()
    {
        var messenger = await environment.GetAsync("/simulator/messenger/webhooks");
        var webhooks = messenger.GetProperty("waiting") is { ValueKind: JsonValueKind.Array } waiting ? waiting.GetArrayLength() : 0;
        var rows = environment.Count("inbox WHERE handled = 0") + environment.Count("outbox WHERE state IN (0, 4)");
        return webhooks + rows == 0 ? (await stripe.RecordsAsync()).Undelivered : webhooks + rows;
    }
}
