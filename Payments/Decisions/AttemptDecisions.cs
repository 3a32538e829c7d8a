using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Pages to pay on: asked for, shown, replaced, given up.</summary>
internal static class AttemptDecisions
{
    /// <summary>A page with two minutes left is no page to begin on.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromMinutes(2);

    /// <summary>An answer to "I paid" that did not come for so long is not waited for any more.</summary>
    private static readonly TimeSpan LongestCheck = TimeSpan.FromMinutes(30);

    public static void Place(DecisionBuilder decision)
    {
        Begin(decision);
        decision.Tell(NoticeKind.OrderPlaced);
    }

    /// <summary>Asks for a page, with every parameter frozen, and sets the goods aside for as long as it can be paid.</summary>
    public static void Begin(DecisionBuilder decision)
    {
        var order = decision.Order;
        if (!order.CanBePaid)
            throw new InvalidOperationException($"Order {order.Number} is {order.State}: only one that awaits its payment can be paid.");
        var asked = PaymentAttempts.Call(order, decision.Ledger.NextAttempt, decision.Context.Links, decision.Now);
        decision.Ledger = decision.Ledger.Request(asked, decision.Now) is LedgerChange.Accepted { Ledger: var requested }
            ? requested
            : throw new InvalidOperationException($"The ledger of order {order.Number} takes no attempt {asked.Attempt}.");
        decision.Stock = new StockEffect.Reserve(asked.ExpiresAt + PaymentAttempts.Grace);
        decision.Ask(asked);
    }

    /// <summary>One more page for an order that waits; when its goods are gone meanwhile, the order is closed instead.</summary>
    /// <param name="told">What the shopper hears of the new page; null for nothing yet.</param>
    public static void BeginAgain(DecisionBuilder decision, NoticeKind? told = null)
    {
        if (decision.Context.StockHeld)
        {
            if (told is { } notice)
                decision.Tell(notice);
            Begin(decision);
        }
        else if (decision.Fire(OrderTrigger.OrderCancelled))
        {
            decision.Stock = new StockEffect.Release();
            Answer(decision, NoticeKind.SoldOut);
        }
    }

    /// <summary>The button that works, or a new one in the place of an old one.</summary>
    public static void Pay(DecisionBuilder decision)
    {
        if (!IsPayable(decision))
            return;
        if (decision.Ledger.Open.Any(attempt => attempt.SessionId is null))
        {
            decision.Tell(NoticeKind.CheckoutPreparing);
        }
        else if (UsablePage(decision) is { } page)
        {
            decision.Tell(page);
        }
        else if (decision.Ledger.Open.Count == 0)
        {
            BeginAgain(decision, NoticeKind.CheckoutPreparing);
        }
        else
        {
            // The new page opens when the gateway has said that the old one is closed; if that was paid meanwhile, it says so.
            decision.Tell(NoticeKind.CheckoutReplacing);
            foreach (var attempt in decision.Ledger.Open)
                decision.Write(new PaymentFact(PaymentFactKind.Replacing, attempt.SessionId!, attempt.Number, null, decision.Now,
                    null, null));
            decision.ClosePages();
        }
    }

    /// <summary>"I paid": one question to the gateway is on its way at a time, however often it is said.</summary>
    public static void CheckStatus(DecisionBuilder decision)
    {
        if (!IsPayable(decision))
            return;
        var sessions = decision.Ledger.Open.Select(attempt => attempt.SessionId).OfType<string>().ToList();
        if (sessions.Count == 0)
        {
            Pay(decision);
            return;
        }

        decision.Tell(NoticeKind.Checking);
        if (decision.Ledger.StatusCheck is { } check && decision.Now - check.Since < LongestCheck)
        {
            decision.Ledger = decision.Ledger with { StatusCheck = check with { Again = true } };
            return;
        }

        decision.Ledger = decision.Ledger with { StatusCheck = new StatusCheck(decision.Now, Again: false) };
        foreach (var session in sessions)
            decision.Ask(new ReadSession(decision.Order.Id, session));
    }

    /// <summary>The gateway has a page: show it, or close it when nobody wants it any more.</summary>
    public static void Opened(DecisionBuilder decision, SessionOpened answer)
    {
        var change = decision.Ledger.Opened(answer, decision.Now);
        if (change is LedgerChange.Accepted { Ledger: var opened })
            decision.Ledger = opened;
        var attempt = change is LedgerChange.Refused ? null : decision.Ledger.Open.FirstOrDefault(open => open.Number == answer.Attempt);
        if (attempt is { Url: { } page } && decision.Order.CanBePaid)
            decision.Tell(new PaymentNotice(NoticeKind.CheckoutReady, Page: new CheckoutPage(page, attempt.ExpiresAt)));
        else
            decision.Ask(new ExpireSession(decision.Order.Id, answer.SessionId));
    }

    /// <summary>A call about pages ended for good: its attempt is over, or the shopper hears that nobody can say.</summary>
    public static void Failed(DecisionBuilder decision, CallFailed answer)
    {
        // What ended before its call did needs that call no more.
        if (answer.Attempt is { } known && decision.Ledger.IsSettled(OpenSession.KeyOf(decision.Order.Id, known)))
            decision.Settle(OpenSession.KeyOf(decision.Order.Id, known));
        var gone = answer is { Failure: CallFailure.NotFound, Session: { } session } ? decision.Ledger.AttemptOf(session) : null;
        if (gone is not null)
            End(decision, gone.Number);
        else if (answer.Attempt is { } number && decision.Ledger.Attempts.Any(attempt => attempt.Number == number
            && attempt.SessionId is null))
            End(decision, number);
        else if (answer.Attempt is null && answer.Session is not null && decision.IsAsked)
            Answer(decision, NoticeKind.StatusUnknown);
    }

    /// <summary>The attempt came to nothing before there was a page, or the page does not exist.</summary>
    public static void End(DecisionBuilder decision, int number)
    {
        if (!decision.Write(new PaymentFact(PaymentFactKind.Abandoned, OpenSession.KeyOf(decision.Order.Id, number), number, null,
            decision.Now, null, null)))
            return;
        if (decision.Ledger.Open.Count > 0)
            return;
        if (decision.Order.CanBePaid)
            decision.Tell(NoticeKind.CheckoutFailed);
        else if (decision.Order.Has(OrderFlags.Cancelling))
            SessionDecisions.Close(decision);
    }

    /// <summary>The word that the shopper waits for; they wait no more.</summary>
    public static void Answer(DecisionBuilder decision, NoticeKind kind)
    {
        decision.EndStatusCheck();
        decision.Tell(kind);
    }

    public static PaymentNotice? UsablePage(DecisionBuilder decision) =>
        decision.Ledger.Open.LastOrDefault(attempt => attempt.Url is not null && attempt.ExpiresAt > decision.Now + LeastTime)
            is { Url: { } url } usable
            ? new PaymentNotice(NoticeKind.CheckoutReady, Page: new CheckoutPage(url, usable.ExpiresAt))
            : null;

    /// <summary>Whether the order can be paid; else says why not.</summary>
    private static bool IsPayable(DecisionBuilder decision)
    {
        if (decision.Order.CanBePaid)
            return true;
        switch (decision.Order.State)
        {
            case OrderState.AwaitingPayment:
                // Whoever asks again helps an answer that was lost.
                decision.ClosePages();
                decision.Tell(NoticeKind.Cancelling);
                return false;
            case OrderState.PaymentProcessing:
                decision.Tell(NoticeKind.Processing);
                return false;
            case OrderState.Cancelled or OrderState.Expired:
                decision.Tell(NoticeKind.OrderClosed);
                return false;
            default:
                decision.Tell(NoticeKind.AlreadyPaid);
                return false;
        }
    }
}
