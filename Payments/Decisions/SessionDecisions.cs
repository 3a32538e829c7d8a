using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// The one place where an order becomes paid. The gateway's events, the page after paying, "I paid" and the timer all come
/// here, with the session as the gateway shows it and never with what an event claims.
/// </summary>
internal static class SessionDecisions
{
    public static void Seen(DecisionBuilder decision, SessionSnapshot seen)
    {
        // A session of another order, or a test payment for a live one, changes nothing here.
        if (seen.OrderId != decision.Order.Id.Value || seen.ClientReference != decision.Order.Id.Value || seen.Live != decision.Order.Live)
            return;
        if (seen.UnknownStatus is { } word)
            decision.NoteUnknown(seen.Id, word);
        if (seen is { Status: SessionStatus.Complete or SessionStatus.Expired, Attempt: { } number }
            && decision.Ledger.Adopt(number, seen.Id, null) is { } known)
            decision.Ledger = known;
        switch (seen.Status, seen.Payment)
        {
            case (SessionStatus.Complete, SessionPayment.Paid or SessionPayment.NotRequired):
                Money(decision, seen);
                break;
            case (SessionStatus.Complete, SessionPayment.Unpaid):
                Processing(decision, seen);
                break;
            case (SessionStatus.Complete, SessionPayment.Failed):
                Ended(decision, seen, PaymentFactKind.Failed);
                break;
            case (SessionStatus.Expired, _):
                Ended(decision, seen, PaymentFactKind.Expired);
                break;
            default:
                StillOpen(decision, seen);
                break;
        }
    }

    /// <summary>What the bank said to the last try. The page says so too; whoever came back to the chat reads what can be done.</summary>
    public static void Tried(DecisionBuilder decision, PaymentSnapshot payment)
    {
        if (payment.UnknownStatus is { } word)
            decision.NoteUnknown(payment.Id, word);
        if (payment.Decline is not { } decline || !decision.Order.CanBePaid)
            return;
        if (decision.Write(new PaymentFact(PaymentFactKind.Declined, decline.Reference, null, null, decision.Now, null, null, payment.Id)))
            decision.Tell(new PaymentNotice(NoticeKind.Declined, Decline: decline.Reason));
    }

    /// <summary>Nothing can be paid any more: cancelled if somebody asked for that, else abandoned. The goods are free.</summary>
    public static void Close(DecisionBuilder decision)
    {
        var cancelled = decision.Order.Has(OrderFlags.Cancelling);
        if (!decision.Fire(cancelled ? OrderTrigger.OrderCancelled : OrderTrigger.OrderExpired))
            return;
        decision.Stock = new StockEffect.Release();
        AttemptDecisions.Answer(decision, cancelled ? NoticeKind.Cancelled : NoticeKind.Expired);
    }

    private static void Money(DecisionBuilder decision, SessionSnapshot seen)
    {
        var reference = seen.PaymentId ?? seen.Id;
        if (decision.Ledger.Facts.Any(fact => fact.IsReceipt && fact.Reference == reference))
        {
            if (decision.IsAsked && decision.Order.IsPaid)
                AttemptDecisions.Answer(decision, NoticeKind.AlreadyPaid);
            return;
        }

        var cancelling = decision.Order.Has(OrderFlags.Cancelling);
        if (seen.Amount != decision.Order.Total)
            Owed(decision, seen, PaymentFactKind.Mispaid, RefundCause.Mispaid);
        else if (decision.Order.IsPaid)
            Owed(decision, seen, PaymentFactKind.Surplus, RefundCause.PaidTwice);
        else if (!decision.Context.StockHeld || !decision.Fire(OrderTrigger.OrderPaid))
            Owed(decision, seen, PaymentFactKind.Surplus, RefundCause.Unfillable);
        else
            Paid(decision, seen, cancelling);
        // Whoever gave it back or disputed it before we knew of the payment said so when nobody could find the order.
        if (seen.HasRefunds)
            decision.Ask(new ReadRefunds(decision.Order.Id, reference));
        if (seen.IsDisputed)
            decision.Ask(new ReadDisputes(decision.Order.Id, reference));
    }

    private static void Paid(DecisionBuilder decision, SessionSnapshot seen, bool wasCancelling)
    {
        var fact = Fact(decision, seen, PaymentFactKind.Succeeded) with { Reference = seen.PaymentId ?? seen.Id, Amount = seen.Amount };
        decision.WriteMoney(fact);
        decision.Stock = new StockEffect.Allocate();
        if (wasCancelling)
            decision.Tell(NoticeKind.WonOverCancel);
        decision.EndStatusCheck();
        decision.Tell(new PaymentNotice(NoticeKind.Paid, seen.Amount, Receipt: fact));
        // An order that is settled must not be paid on another page that is still open.
        decision.ClosePages();
    }

    /// <summary>Money that the shop may not keep goes back at once and in full; shopper and merchant are told.</summary>
    private static void Owed(DecisionBuilder decision, SessionSnapshot seen, PaymentFactKind kind, RefundCause cause)
    {
        var twice = decision.Order.IsPaid;
        var fact = Fact(decision, seen, kind) with { Reference = seen.PaymentId ?? seen.Id, Amount = seen.Amount };
        decision.WriteMoney(fact);
        decision.Fire(twice ? OrderTrigger.PaidTwice : OrderTrigger.PaidUnfilled);
        if (!twice)
        {
            decision.Stock = new StockEffect.Release();
            decision.ClosePages();
        }

        if (seen.Amount.Minor > 0 && seen.PaymentId is { } payment)
        {
            decision.AskRefund(fact, seen.Amount, cause, []);
            decision.Alert(AlertKind.AutomaticRefund, seen.Amount, payment);
        }
        else if (seen.Amount.Minor > 0)
        {
            // Without the payment's reference nobody can be asked to give it back.
            decision.Alert(AlertKind.RefundStuck, seen.Amount, seen.Id);
        }

        decision.EndStatusCheck();
        decision.Tell(
            kind == PaymentFactKind.Mispaid ? NoticeKind.Mispaid : twice ? NoticeKind.PaidTwice : NoticeKind.Unfillable,
            seen.Amount);
    }

    /// <summary>The bank has not decided; the goods stay set aside.</summary>
    private static void Processing(DecisionBuilder decision, SessionSnapshot seen)
    {
        var isNew = decision.Write(Fact(decision, seen, PaymentFactKind.Processing)) && decision.Fire(OrderTrigger.PaymentStarted);
        if (isNew || (decision.IsAsked && decision.Order.State == OrderState.PaymentProcessing))
            AttemptDecisions.Answer(decision, NoticeKind.Processing);
    }

    /// <summary>A session that took no money ends its order only while the order waits and no other session can be paid.</summary>
    private static void Ended(DecisionBuilder decision, SessionSnapshot seen, PaymentFactKind kind)
    {
        // Closed for a new one, which the order still waits for.
        var replaced = kind == PaymentFactKind.Expired && decision.Order.CanBePaid
            && decision.Ledger.Has(PaymentFactKind.Replacing, seen.Id) && !decision.Ledger.Has(PaymentFactKind.Expired, seen.Id);
        decision.Write(Fact(decision, seen, kind));
        if (decision.Order.IsPaid)
        {
            if (decision.IsAsked)
                AttemptDecisions.Answer(decision, NoticeKind.AlreadyPaid);
        }
        else if (decision.Ledger.Open.Count > 0)
        {
            // Another page can be paid, or its payment is under way.
        }
        else if (replaced)
        {
            AttemptDecisions.BeginAgain(decision);
        }
        else if (kind == PaymentFactKind.Failed && decision.Fire(OrderTrigger.PaymentFailed))
        {
            decision.Stock = new StockEffect.Release();
            AttemptDecisions.Answer(decision, NoticeKind.PaymentFailed);
        }
        else
        {
            Close(decision);
        }

        if (decision.IsAsked && !decision.Order.AwaitsMoney && !decision.Order.IsPaid)
            AttemptDecisions.Answer(decision, NoticeKind.OrderClosed);
    }

    /// <summary>The session can still be paid, or shows a status that did not exist when this was written.</summary>
    private static void StillOpen(DecisionBuilder decision, SessionSnapshot seen)
    {
        if (!decision.Order.CanBePaid)
        {
            // One that is not open cannot be closed, and asking for it again and again would never end.
            if (seen.Status == SessionStatus.Open)
                decision.Ask(new ExpireSession(decision.Order.Id, seen.Id));
        }
        else if (decision.Ledger.StatusCheck is { Again: true })
        {
            // Said again while the question was on its way: what came may be older than the payment.
            decision.Ledger = decision.Ledger with { StatusCheck = new StatusCheck(decision.Now, Again: false) };
            decision.Ask(new ReadSession(decision.Order.Id, seen.Id));
        }
        else if (decision.IsAsked)
        {
            AttemptDecisions.Answer(decision, NoticeKind.NotYetPaid);
            if (AttemptDecisions.UsablePage(decision) is { } page)
                decision.Tell(page);
        }
    }

    private static PaymentFact Fact(DecisionBuilder decision, SessionSnapshot seen, PaymentFactKind kind) =>
        new(kind, seen.Id, decision.Ledger.AttemptOf(seen.Id)?.Number, null, decision.Now, seen.Charge, seen.Card);
}
