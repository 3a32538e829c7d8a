using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>
/// Opens pages to pay on, listens to what Stripe answers, and carries out what follows. It knows of no dialog: an answer
/// counts wherever the shopper is.
/// </summary>
internal sealed class Cashier(ShopSettings shop, ThanksToken tokens)
{
    /// <summary>Asks for a page to pay on, with the goods set aside for as long as it can be paid.</summary>
    public async Task BeginAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var begun = Attempting.Begin(order, ledger, Pages(turn), tokens, turn.Now);
        turn.Stock.Reserve(order.Id, order.Stock, begun.Call.ExpiresAt + Attempting.Grace);
        turn.Payments.Save(begun.Ledger);
        turn.Calls.Ask(begun.Call);
        LookAgain(turn, order, begun.Ledger);
    }

    /// <summary>An answer of Stripe's, brought by our own house.</summary>
    public async Task HearAsync(Turn turn, PaymentAnswer answer, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(answer.Order, cancellationToken) is not { } order)
            throw new InvalidOperationException($"Stripe answers about order {answer.Order}, which is not here: an answer is committed after its order.");
        turn.SpeakAs(order);
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        switch (answer)
        {
            case SessionOpened opened:
                await OpenedAsync(turn, order, Attempting.Opened(order, ledger, opened, turn.Now));
                break;
            case SessionSeen seen:
                await SeenAsync(turn, order, ledger, seen.Session, cancellationToken);
                break;
            case RefundsSeen or DisputesSeen or PaymentSeen or CallFailed { Refund: not null }:
                await RefundDesk.HearAsync(turn, order, ledger, answer);
                LookAgain(turn, order, await turn.Payments.LedgerAsync(order.Id, cancellationToken));
                break;
            case CallFailed failed:
                await FailedAsync(turn, order, ledger, failed, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"{answer.GetType().Name} is an answer that nobody listens to: add it to Cashier.HearAsync.");
        }
    }

    /// <summary>Something may have changed, or the time to pay is over: asks Stripe about every page that could be paid.</summary>
    public async Task LookAsync(Turn turn, PaymentLook look, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(look.Order, cancellationToken) is not { } order)
            return;
        turn.SpeakAs(order);
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var found = Watching.Look(order, ledger, look, turn.Now);
        await FollowAsync(turn, order, ledger, found.Result, null, cancellationToken);
        foreach (var read in found.Reads)
            turn.Calls.Ask(read);
        if (found.Next is { } next)
            turn.Calls.LookAgainAt(order.Id, next);
    }

    /// <summary>The shopper wants the button: the one that works, or a new one in the place of an old one.</summary>
    public async Task PayAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        if (!await WaitsAsync(turn, order, ledger))
            return;
        if (ledger.Open.Any(attempt => attempt.SessionId is null))
        {
            await turn.SayAsync(turn.Words.Say("pay.waiting", ("number", order.Number)), PayCards.Below(order, turn.Words));
            return;
        }

        if (UsablePage(turn, ledger) is { Url: { } page } attempt)
        {
            await ShowAsync(turn, order, page, attempt.ExpiresAt);
            return;
        }

        await turn.SayAsync(turn.Words.Say(ledger.Open.Count > 0 ? "pay.newlink" : "pay.waiting", ("number", order.Number)));
        if (ledger.Open.Count == 0)
        {
            await BeginAsync(turn, order, cancellationToken);
            return;
        }

        // The new page opens when Stripe has said that the old one is closed; if that was paid meanwhile, it says so.
        turn.Payments.Save(Attempting.Replace(ledger, turn.Now));
        Close(turn, ledger);
    }

    /// <summary>"I paid": only Stripe knows, so Stripe is asked.</summary>
    public async Task CheckAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        if (!await WaitsAsync(turn, order, ledger))
            return;
        var sessions = ledger.Open.Where(attempt => attempt.SessionId is not null).ToList();
        if (sessions.Count == 0)
        {
            await PayAsync(turn, order, cancellationToken);
            return;
        }

        turn.Talk.AskedAbout = order.Id.Value;
        foreach (var attempt in sessions)
            turn.Calls.Ask(new ReadSession(order.Id, attempt.SessionId!));
        await turn.SayAsync(turn.Words.Say("pay.checking"));
    }

    /// <summary>Wants out: cancelled at once when nothing can be paid, else Stripe decides whether the payment had won.</summary>
    /// <returns>What became of the wish; the caller says it to whoever asked.</returns>
    public static async Task<CancelAnswer> CancelAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var answer = Cancelling.Ask(order, ledger, turn.Now);
        switch (answer)
        {
            case CancelAnswer.Cancelled done:
                turn.Orders.Save(done.Order);
                turn.Stock.Release(order.Id);
                break;
            case CancelAnswer.Asked asked:
                if (asked.Order != order)
                    turn.Orders.Save(asked.Order);
                foreach (var call in asked.Calls)
                    turn.Calls.Ask(call);
                break;
        }

        return answer;
    }

    private async Task SeenAsync(Turn turn, Order order, PaymentLedger ledger, SessionSnapshot seen, CancellationToken cancellationToken)
    {
        var held = await turn.Stock.HoldsReservationAsync(order.Id, cancellationToken);
        var confirmed = Confirmation.Confirm(order, ledger, seen, held, turn.Now);
        await FollowAsync(turn, order, ledger, confirmed, seen.Id, cancellationToken);
        // Whoever gave it back or disputed it before we knew of the payment said so when nobody could find the order.
        if (confirmed.Money is { } money && seen.HasRefunds)
            turn.Calls.Ask(new ReadRefunds(order.Id, money.Reference));
        if (confirmed.Money is { } disputed && seen.IsDisputed)
            turn.Calls.Ask(new ReadDisputes(order.Id, disputed.Reference));
    }

    private static async Task OpenedAsync(Turn turn, Order order, AttemptOpened opened)
    {
        turn.Payments.Save(opened.Ledger);
        if (opened.Close is { } close)
            turn.Calls.Ask(close);
        if (opened.PayAt is { } page && opened.Ledger.Open.LastOrDefault(attempt => attempt.Url == page) is { } attempt)
            await ShowAsync(turn, order, page, attempt.ExpiresAt);
        LookAgain(turn, order, opened.Ledger);
    }

    private async Task FailedAsync(Turn turn, Order order, PaymentLedger ledger, CallFailed failed, CancellationToken cancellationToken)
    {
        await FollowAsync(turn, order, ledger, Attempting.Failed(order, ledger, failed, turn.Now), null, cancellationToken);
        if (failed.Attempt is null && Asked(turn, order))
            await turn.SayAsync(turn.Words.Say("pay.unknown"), PayCards.Below(order, turn.Words));
    }

    private async Task FollowAsync(Turn turn, Order before, PaymentLedger known, Confirmed confirmed, string? session, CancellationToken cancellationToken)
    {
        var (order, ledger) = (confirmed.Order, confirmed.Ledger);
        if (!ReferenceEquals(order, before))
            turn.Orders.Save(order);
        if (!ReferenceEquals(ledger, known))
            turn.Payments.Save(ledger);
        if (confirmed.Stock == StockEffect.Allocate)
            turn.Stock.Allocate(order.Id, order.Stock);
        else if (confirmed.Stock == StockEffect.Release)
            turn.Stock.Release(order.Id);

        if (confirmed.Refund is { } refund)
        {
            turn.Calls.Ask(refund);
            turn.Calls.Alert(new MerchantAlert(AlertKind.MoneyGivenBack, order.Id, order.Number, refund.Amount.Plain(), refund.Payment));
        }

        if (confirmed.Outcome == ConfirmOutcome.NoLongerWanted && session is not null)
            turn.Calls.Ask(new ExpireSession(order.Id, session));
        // An order that is settled must not be paid on another page that is still open.
        if (confirmed.Outcome is ConfirmOutcome.Paid or ConfirmOutcome.Unfillable)
            Close(turn, ledger);
        if (confirmed.News && confirmed.Outcome == ConfirmOutcome.AttemptClosed)
            LookAgain(turn, order, ledger);
        if (confirmed.Outcome == ConfirmOutcome.AttemptReplaced)
            await BeginAsync(turn, order, cancellationToken);
        else if (confirmed.Refund is not null)
            LookAgain(turn, order, ledger);
        var asked = session is not null && Asked(turn, order);
        await PaymentTelling.TellAsync(turn, before, confirmed, asked, shop.Name);
        if (asked && confirmed.Outcome == ConfirmOutcome.StillOpen && UsablePage(turn, ledger) is { Url: { } page } attempt)
            await ShowAsync(turn, order, page, attempt.ExpiresAt);
    }

    /// <summary>Whether the order can be paid; else says why not.</summary>
    private static async Task<bool> WaitsAsync(Turn turn, Order order, PaymentLedger ledger)
    {
        switch (order.State)
        {
            case OrderState.AwaitingPayment when !order.Has(OrderMarks.Cancelling):
                return true;
            case OrderState.AwaitingPayment:
                // Whoever asks again helps an answer that was lost.
                Close(turn, ledger);
                await turn.SayAsync(turn.Words.Say("pay.cancelling", ("number", order.Number)));
                return false;
            case OrderState.PaymentProcessing:
                await turn.SayAsync(turn.Words.Say("pay.processing", ("number", order.Number)));
                return false;
            case OrderState.Cancelled or OrderState.Expired:
                await turn.SendAsync(Reply.Card(null, OrderCards.Whole(order, turn.Words, ledger.WentBack)));
                return false;
            default:
                await turn.SayAsync(turn.Words.Say("pay.already", ("number", order.Number)), Browse.Around(turn));
                return false;
        }
    }

    private static Task ShowAsync(Turn turn, Order order, Uri page, DateTimeOffset until) =>
        turn.SendAsync(Reply.Card(null, PayCards.Pay(order, page, until - turn.Now, turn.Words), PayCards.Below(order, turn.Words)));

    /// <summary>Whether the shopper waits for a word about this order; asked once.</summary>
    private static bool Asked(Turn turn, Order order)
    {
        var asked = turn.Talk.AskedAbout == order.Id.Value;
        if (asked)
            turn.Talk.AskedAbout = null;
        return asked;
    }

    private static void Close(Turn turn, PaymentLedger ledger)
    {
        foreach (var attempt in ledger.Open)
            if (attempt.SessionId is { } session)
                turn.Calls.Ask(new ExpireSession(ledger.Order, session));
    }

    /// <summary>A page with two minutes left is no page to begin on.</summary>
    private static PaymentAttempt? UsablePage(Turn turn, PaymentLedger ledger) =>
        ledger.Open.LastOrDefault(attempt => attempt.Url is not null && attempt.ExpiresAt > turn.Now + TimeSpan.FromMinutes(2));

    private static void LookAgain(Turn turn, Order order, PaymentLedger ledger)
    {
        if (Watching.Next(order, ledger, turn.Now) is { } next)
            turn.Calls.LookAgainAt(order.Id, next);
    }

    /// <summary>Back to the conversation: Messenger's own link, or the chat page on this machine.</summary>
    private PaymentPages Pages(Turn turn)
    {
        var home = shop.BaseUrl();
        var chat = turn.OnMessenger && !home.IsLoopback ? new Uri($"https://m.me/{turn.Context.Activity.Recipient?.Id}") : new Uri(home, "/chat");
        return new PaymentPages(home, chat);
    }
}
