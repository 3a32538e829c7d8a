using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>Decisions with one guard broken each. Every one must be found.</summary>
internal static class BrokenDecisions
{
    public static IReadOnlyDictionary<string, (Scene Where, Func<PaymentContext, PaymentTrigger, PaymentDecision> Decide)> All { get; } =
        new Dictionary<string, (Scene Where, Func<PaymentContext, PaymentTrigger, PaymentDecision> Decide)>
        {
            ["goods are sold whether they are there or not"] = In(Scenes.Paying, (so, what) =>
                PaymentDecision.Of(so with { StockHeld = true }, what)),
            ["the same money counts again"] = In(Scenes.Paying, (so, what) => PaymentDecision.Of(
                what is PaymentTrigger.Answered { Answer: SessionSeen }
                    ? so with { Ledger = so.Ledger with { Facts = [.. so.Ledger.Facts.Where(fact => !fact.IsReceipt)] } } : so, what)),
            ["money that pays nothing is kept"] = In(Scenes.TwoPages, (so, what) =>
                Without<RefundPayment>(PaymentDecision.Of(so, what), call => call.Cause != RefundCause.Merchant)),
            ["a settled order leaves its other pages open"] = In(Scenes.TwoPages, (so, what) =>
                Without<ExpireSession>(PaymentDecision.Of(so, what), _ => what is PaymentTrigger.Answered { Answer: SessionSeen })),
            ["a page that opens too late stays open"] = In(Scenes.Paying, (so, what) =>
                Without<ExpireSession>(PaymentDecision.Of(so, what), _ => what is PaymentTrigger.Answered { Answer: SessionOpened })),
            ["a cancel asks nobody"] = In(Scenes.Paying, (so, what) =>
                Without<ExpireSession>(PaymentDecision.Of(so, what), _ => what is PaymentTrigger.CancelRequested)),
            ["a cancel does not wait for the gateway"] = In(Scenes.Paying, (so, what) => what is PaymentTrigger.CancelRequested
                && so.Order.CanBePaid
                ? PaymentDecision.Of(so, what) with { Order = so.Order with { State = OrderState.Cancelled },
                    Stock = new StockEffect.Release(), Calls = [] }
                : PaymentDecision.Of(so, what)),
            ["an expired page closes an order that has another"] = In(Scenes.TwoPages, (so, what) =>
                what is PaymentTrigger.Answered { Answer: SessionSeen { Session.Status: SessionStatus.Expired } }
                ? PaymentDecision.Of(so with { Ledger = so.Ledger with { Attempts = [.. so.Ledger.Attempts.Where(attempt =>
                    attempt.SessionId == Seen(what).Id)] } }, what) with { Ledger = PaymentDecision.Of(so, what).Ledger }
                : PaymentDecision.Of(so, what)),
            ["an attempt without an answer never ends"] = In(Scenes.Paying, (so, what) =>
                PaymentDecision.Of(what is PaymentTrigger.LookDue ? so with { Now = so.Order.Created } : so, what)),
            ["nobody looks at a page that was given up"] = In(Scenes.Paying, (so, what) =>
                Without<ReadSession>(PaymentDecision.Of(so, what), _ => what is PaymentTrigger.LookDue)),
            ["a refund that nobody is sure of is asked for again at once"] = In(Scenes.Refunds, (so, what) =>
                what is PaymentTrigger.Answered { Answer: CallFailed { Refund: { } refund, Failure: CallFailure.GaveUp } }
                ? AskAgain(so, what, refund) : PaymentDecision.Of(so, what)),
            ["a list of before the doubt says that a refund was not made"] = In(Scenes.LateLists, (so, what) =>
                PaymentDecision.Of(so, what is PaymentTrigger.Answered { Answer: RefundsSeen seen }
                    ? new PaymentTrigger.Answered(seen with { ReadAt = so.Now }) : what)),
            ["a dead refund is replayed blindly"] = In(Scenes.Refunds, Blindly),
            ["a doubt is never looked into"] = In(Scenes.Refunds, (so, what) =>
                Without<ReadRefunds>(PaymentDecision.Of(so, what), _ => true)),
            ["what a refund became is not said"] = In(Scenes.Refunds, (so, what) =>
                Silent(PaymentDecision.Of(so, what), NoticeKind.RefundDone)),
            ["a refund that came back calls nobody"] = In(Scenes.OtherHands, (so, what) =>
                Unalarmed(PaymentDecision.Of(so, what), AlertKind.RefundStuck)),
            ["goods of a cancelled order stay sold"] = In(Scenes.OtherHands, (so, what) => PaymentDecision.Of(so, what)
                is { Stock: StockEffect.Restock } restocks ? restocks with { Stock = new StockEffect.Keep() }
                : PaymentDecision.Of(so, what)),
            ["goods of an abandoned order stay set aside"] = In(Scenes.Paying, (so, what) => PaymentDecision.Of(so, what)
                is { Stock: StockEffect.Release } releases ? releases with { Stock = new StockEffect.Keep() }
                : PaymentDecision.Of(so, what)),
            ["a dispute that was over is over for ever"] = In(Scenes.Disputes, (so, what) =>
                what is PaymentTrigger.Answered { Answer: DisputesSeen }
                    && so.Ledger.Facts.Any(fact => fact.Kind is PaymentFactKind.DisputeWon or PaymentFactKind.DisputeLost)
                    ? Nothing(so) : PaymentDecision.Of(so, what)),
            ["a word on a dispute that comes late counts"] = In(Scenes.LateWords, (so, what) =>
                PaymentDecision.Of(so, what is PaymentTrigger.Answered { Answer: DisputesSeen seen }
                    ? new PaymentTrigger.Answered(seen with { ReadAt = so.Now.AddDays(1) }) : what)),
            ["a dispute does not hold the parcel"] = In(Scenes.Disputes, (so, what) => PaymentDecision.Of(so, what) is var decision
                ? decision with { Order = decision.Order with { Flags = decision.Order.Flags & ~OrderFlags.Disputed } } : null!),
            ["what a dispute gives back is kept"] = In(Scenes.Disputes, (so, what) =>
                what is PaymentTrigger.Answered { Answer: DisputesSeen }
                ? Without<RefundPayment>(PaymentDecision.Of(so, what), _ => true) : PaymentDecision.Of(so, what)),
            ["a lost dispute tells nobody"] = In(Scenes.Disputes, (so, what) =>
                Unalarmed(PaymentDecision.Of(so, what), AlertKind.DisputeLost)),
            ["an order that expired says nothing"] = In(Scenes.Paying, (so, what) =>
                Silent(PaymentDecision.Of(so, what), NoticeKind.Expired)),
            ["a receipt is forgotten"] = In(Scenes.Paying, (so, what) => Silent(PaymentDecision.Of(so, what), NoticeKind.Paid)),
            ["a dead letter stays when its fate is known"] = In(Scenes.Paying, (so, what) =>
                PaymentDecision.Of(so, what) with { Settled = [] }),
        };

    /// <param name="where">The scene in which it must be found; with every guard whole it holds.</param>
    private static (Scene Where, Func<PaymentContext, PaymentTrigger, PaymentDecision> Decide) In(Scene where, Func<PaymentContext,
        PaymentTrigger, PaymentDecision> decide) => (where, decide);

    private static PaymentDecision Blindly(PaymentContext so, PaymentTrigger what)
    {
        if (what is not PaymentTrigger.ReplayRequested { Key: var key }
            || so.Ledger.Refunds.FirstOrDefault(refund => RefundPayment.KeyOf(refund.Id) == key) is not { } dead)
            return PaymentDecision.Of(so, what);
        return Nothing(so) with { Calls = [new RefundPayment(so.Order.Id, dead.Id, dead.Payment, dead.Amount, dead.Cause)] };
    }

    private static PaymentDecision AskAgain(PaymentContext so, PaymentTrigger what, string refund)
    {
        var doubted = PaymentDecision.Of(so, what);
        var payment = so.Ledger.Refunds.FirstOrDefault(one => one.Id == refund)?.Payment;
        return payment is null ? doubted : PaymentDecision.Of(
            so with { Order = doubted.Order, Ledger = doubted.Ledger },
                new PaymentTrigger.Answered(new RefundsSeen(so.Order.Id, payment, [], so.Now)));
    }

    private static PaymentDecision Nothing(PaymentContext so) =>
        new(so.Order, so.Ledger, new StockEffect.Keep(), [], [], [], null, [], null);

    private static PaymentDecision Without<T>(PaymentDecision decision, Func<T, bool> dropped)
        where T : PaymentCall => decision with { Calls = [.. decision.Calls.Where(call => call is not T one || !dropped(one))] };

    private static PaymentDecision Silent(PaymentDecision decision, NoticeKind kind) =>
        decision with { Notices = [.. decision.Notices.Where(notice => notice.Kind != kind)] };

    private static PaymentDecision Unalarmed(PaymentDecision decision, AlertKind kind) =>
        decision with { Alerts = [.. decision.Alerts.Where(alert => alert.Kind != kind)] };

    private static SessionSnapshot Seen(PaymentTrigger what) => ((SessionSeen)((PaymentTrigger.Answered)what).Answer).Session;
}
