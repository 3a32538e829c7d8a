using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class RefundingTests
{
    private static readonly Order Order = Some.Order(OrderState.Paid);

    private static readonly PaymentLedger Paid = Assert.IsType<LedgerChange.Accepted>(PaymentLedger.Empty(Order.Id)
        .Add(new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, Order.Total, Some.Noon, "ch_1", null))).Ledger;

    private static PaymentDecision Asked => Pay.Refund(Order, Paid, new RefundRequest.Everything());

    [Fact]
    public void A_refund_is_told_when_it_is_done_and_once()
    {
        var pending = See(Asked.Order, Asked.Ledger, Ours(RefundStatus.Pending));
        Assert.Equal((PaymentState.Paid, 0), (pending.Ledger.State, pending.Notices.Count));
        var done = See(pending.Order, pending.Ledger, Ours(RefundStatus.Succeeded));
        Assert.Equal((PaymentState.Refunded, NoticeKind.RefundDone), (done.Ledger.State, Assert.Single(done.Notices).Kind));
        var again = See(done.Order, done.Ledger, Ours(RefundStatus.Succeeded));
        Assert.Empty(again.Notices);
        Assert.Same(done.Order, again.Order);
    }

    [Fact]
    public void A_pending_word_that_comes_late_takes_nothing_back()
    {
        var done = See(Asked.Order, Asked.Ledger, Ours(RefundStatus.Succeeded));
        var late = See(done.Order, done.Ledger, Ours(RefundStatus.Pending));
        Assert.Equal((PaymentState.Refunded, 0), (late.Ledger.State, late.Notices.Count));
    }

    [Fact]
    public void A_refund_that_the_bank_sends_back_leaves_the_money_owed_and_calls_a_person()
    {
        var done = See(Asked.Order, Asked.Ledger, Ours(RefundStatus.Succeeded));
        var back = See(done.Order, done.Ledger, Ours(RefundStatus.Failed));

        Assert.Equal((PaymentState.Paid, true), (back.Ledger.State, back.Order.Has(OrderFlags.RefundStuck)));
        Assert.Equal((AlertKind.RefundStuck, NoticeKind.RefundFailed), (Assert.Single(back.Alerts).Kind, Assert.Single(back.Notices).Kind));
        var more = Pay.Refund(back.Order, back.Ledger, new RefundRequest.Everything());
        Assert.Equal(($"{Order.Id}-r2", Order.Total), (more.RefundOf()!.Refund, more.RefundOf()!.Amount));
        var good = See(more.Order, more.Ledger, Ours(RefundStatus.Succeeded) with { Id = "re_2", Ours = more.RefundOf()!.Refund });
        Assert.Equal((PaymentState.Refunded, OrderFlags.None), (good.Ledger.State, good.Order.Flags));
    }

    [Fact]
    public void A_refund_made_in_the_dashboard_is_found_shared_over_the_lines_and_told()
    {
        var half = Some.Eur(Order.Total.Minor / 2);
        var seen = See(Order, Paid, new RefundSnapshot("re_9", RefundStatus.Succeeded, half, "pi_1", "ch_1", null, null));

        var refund = Assert.Single(seen.Ledger.Refunds);
        Assert.Equal((RefundCause.Dashboard, half.Minor), (refund.Cause, refund.Parts.Sum(part => part.Amount.Minor)));
        Assert.Equal((PaymentState.PartlyRefunded, OrderState.Paid, AlertKind.RefundFound),
            (seen.Ledger.State, seen.Order.State, Assert.Single(seen.Alerts).Kind));
    }

    [Fact]
    public void An_order_whose_money_all_went_back_in_the_dashboard_does_not_ship()
    {
        var seen = See(Order, Paid, new RefundSnapshot("re_9", RefundStatus.Succeeded, Order.Total, "pi_1", "ch_1", null, null));

        Assert.Equal((OrderState.Cancelled, true), (seen.Order.State, seen.Told().Contains(NoticeKind.CancelledRefunded)));
        Assert.Equal(Order.Stock, Assert.IsType<StockEffect.Restock>(seen.Stock).Lines);
    }

    [Fact]
    public void A_refund_of_a_payment_that_nobody_knows_changes_nothing()
    {
        var seen = See(Order, Paid, new RefundSnapshot("re_9", RefundStatus.Succeeded, Order.Total, "pi_other", null, null, null));
        Assert.Same(Paid, seen.Ledger);
    }

    [Fact]
    public void A_refund_that_Stripe_refuses_was_not_made()
    {
        var failed = Pay.Hear(Asked.Order, Asked.Ledger, Failure(CallFailure.BadRequest));

        Assert.Equal((RefundState.Failed, true), (failed.Ledger.StateOf(failed.Ledger.Refunds[0]),
            failed.Order.Has(OrderFlags.RefundStuck)));
        // It may be that somebody else gave it back: then nothing is stuck.
        Assert.Equal(new ReadRefunds(Order.Id, "pi_1"), Assert.Single(failed.Calls));
        var found = Pay.Hear(failed.Order, failed.Ledger, new RefundsSeen(Order.Id, "pi_1",
            [new RefundSnapshot("re_9", RefundStatus.Succeeded, Order.Total, "pi_1", null, null, null)], Some.Noon));
        Assert.Equal((PaymentState.Refunded, false), (found.Ledger.State, found.Order.Has(OrderFlags.RefundStuck)));
    }

    [Theory]
    [InlineData(CallFailure.KeySpent)]
    [InlineData(CallFailure.GaveUp)]
    public void A_refund_of_which_nobody_knows_is_looked_for_before_it_is_asked_for_again(CallFailure failure)
    {
        var unsure = Pay.Hear(Asked.Order, Asked.Ledger, Failure(failure));
        Assert.Equal(RefundState.Requested, unsure.Ledger.StateOf(unsure.Ledger.Refunds[0]));
        Assert.Equal(new ReadRefunds(Order.Id, "pi_1"), Assert.Single(unsure.Calls));

        var made = Pay.Hear(unsure.Order, unsure.Ledger, new RefundsSeen(Order.Id, "pi_1", [Ours(RefundStatus.Succeeded)], Some.Noon));
        Assert.Empty(made.Calls);
        Assert.Equal(PaymentState.Refunded, made.Ledger.State);

        var never = Pay.Hear(unsure.Order, unsure.Ledger, new RefundsSeen(Order.Id, "pi_1", [], Some.Noon));
        Assert.Equal(
            ($"rf:{Order.Id}-r2", Order.Total),
            (Assert.IsType<RefundPayment>(Assert.Single(never.Calls)).Key, ((RefundPayment)never.Calls[0]).Amount));
        Assert.False(never.Order.Has(OrderFlags.RefundStuck));
    }

    [Fact]
    public void A_refund_of_which_nobody_heard_for_a_day_is_looked_for()
    {
        var look = new PaymentTrigger.LookDue(new PaymentLook(Order.Id));
        Assert.False(Pay.Decide(Asked.Order, Asked.Ledger, look, now: Some.Noon.AddHours(23)).Ledger.Has(PaymentFactKind.RefundUnsure,
            $"{Order.Id}-r1"));
        var late = Pay.Decide(Asked.Order, Asked.Ledger, look, now: Some.Noon.AddHours(24));
        Assert.True(late.Ledger.Has(PaymentFactKind.RefundUnsure, $"{Order.Id}-r1"));
        Assert.Contains(new ReadRefunds(Order.Id, "pi_1"), late.Calls);
    }

    [Fact]
    public void A_list_of_before_the_doubt_does_not_make_a_refund_twice()
    {
        var unsure = Pay.Hear(Asked.Order, Asked.Ledger, Failure(CallFailure.GaveUp), now: Some.Noon.AddHours(20));
        var old = new RefundsSeen(Order.Id, "pi_1", [], Some.Noon.AddHours(19));
        Assert.Null(Pay.Hear(unsure.Order, unsure.Ledger, old, now: Some.Noon.AddHours(30)).RefundOf());
        Assert.NotNull(Pay.Hear(unsure.Order, unsure.Ledger, old with { ReadAt = Some.Noon.AddHours(21) },
            now: Some.Noon.AddHours(30)).RefundOf());
    }

    [Fact]
    public void A_call_that_is_replayed_is_made_again_only_after_a_look_at_the_gateways_list()
    {
        var key = RefundPayment.KeyOf($"{Order.Id}-r1");
        var doubted = Pay.Decide(Asked.Order, Asked.Ledger, new PaymentTrigger.ReplayRequested(key));
        Assert.Equal(new ReadRefunds(Order.Id, "pi_1"), Assert.Single(doubted.Calls));
        Assert.Empty(doubted.Settled);

        var made = Pay.Hear(doubted.Order, doubted.Ledger, new RefundsSeen(Order.Id, "pi_1", [Ours(RefundStatus.Succeeded)], Some.Noon));
        Assert.Empty(made.Calls);
        Assert.Equal([key], made.Settled);
        var again = Pay.Decide(made.Order, made.Ledger, new PaymentTrigger.ReplayRequested(key));
        Assert.Empty(again.Calls);
        Assert.Equal([key], again.Settled);
        Assert.NotNull(Pay.Decide(made.Order, made.Ledger, new PaymentTrigger.ReplayRequested("rf:somebody-else")).Refusal);
    }

    [Fact]
    public void A_debt_is_paid_when_the_bank_has_the_money_and_not_before()
    {
        var closed = Some.Order(OrderState.Cancelled);
        var late = Pay.See(closed, Pay.Opened(Some.Order()), Pay.Paid(closed), held: false);
        var ours = new RefundSnapshot("re_1", RefundStatus.Pending, closed.Total, "pi_1", "ch_1", late.RefundOf()!.Refund, null);
        var pending = See(late.Order, late.Ledger, ours);
        Assert.True(pending.Order.Has(OrderFlags.PaidUnfilled));
        var done = See(pending.Order, pending.Ledger, ours with { Status = RefundStatus.Succeeded });
        Assert.Equal((OrderState.Cancelled, OrderFlags.None, PaymentState.Refunded),
            (done.Order.State, done.Order.Flags, done.Ledger.State));
    }

    [Fact]
    public void Money_owed_whose_refund_came_to_nothing_is_asked_for_again_before_anything_else()
    {
        var twice = Pay.See(Order, Paid, Pay.Paid(Order, 2), held: false);
        var failed = See(twice.Order, twice.Ledger, new RefundSnapshot("re_1", RefundStatus.Failed, Order.Total, "pi_2", "ch_2",
            twice.RefundOf()!.Refund, "lost_or_stolen_card"));
        Assert.Equal(OrderFlags.PaidTwice | OrderFlags.RefundStuck, failed.Order.Flags);

        var again = Pay.Refund(failed.Order, failed.Ledger, new RefundRequest.Everything());
        Assert.Equal(("pi_2", RefundCause.PaidTwice, OrderState.Paid),
            (again.RefundOf()!.Payment, again.RefundOf()!.Cause, again.Order.State));
        var next = Pay.Refund(again.Order, again.Ledger, new RefundRequest.Everything());
        Assert.Equal(("pi_1", OrderState.Cancelled), (next.RefundOf()!.Payment, next.Order.State));
    }

    [Fact]
    public void While_a_dispute_is_open_nothing_ships_and_afterwards_it_may()
    {
        var open = Dispute(Order, Paid, DisputeStatus.UnderReview);
        Assert.Equal((PaymentState.Disputed, true, AlertKind.Disputed),
            (open.Ledger.State, open.Order.Has(OrderFlags.Disputed), Assert.Single(open.Alerts).Kind));
        Assert.IsType<TransitionResult.Refused>(open.Order.Ship(null, Some.Noon));
        Assert.Empty(Dispute(open.Order, open.Ledger, DisputeStatus.UnderReview).Alerts);

        var won = Dispute(open.Order, open.Ledger, DisputeStatus.Won);
        Assert.Equal((PaymentState.Paid, OrderFlags.None, AlertKind.DisputeWon),
            (won.Ledger.State, won.Order.Flags, Assert.Single(won.Alerts).Kind));
        Assert.IsType<TransitionResult.Accepted>(won.Order.Ship(null, Some.Noon));
    }

    [Fact]
    public void An_order_whose_money_the_bank_took_away_is_not_sent()
    {
        var lost = Dispute(Order, Paid, DisputeStatus.Lost);
        Assert.Equal((PaymentState.Refunded, OrderState.Cancelled), (lost.Ledger.State, lost.Order.State));
        Assert.Equal([NoticeKind.CancelledRefunded], lost.Told());
        Assert.Equal([AlertKind.Disputed, AlertKind.DisputeLost], lost.Alarmed());
        var shipped = Dispute(Order with { State = OrderState.Shipped }, Paid, DisputeStatus.Lost);
        Assert.Equal(OrderState.Shipped, shipped.Order.State);
        Assert.Empty(shipped.Notices);
    }

    private static PaymentDecision Dispute(Order order, PaymentLedger ledger, DisputeStatus status) =>
        Pay.Hear(order, ledger, new DisputesSeen(order.Id, "pi_1", [new DisputeSnapshot("dp_1", status, order.Total, "pi_1", "ch_1")],
            Some.Noon));

    private static PaymentDecision See(Order order, PaymentLedger ledger, RefundSnapshot refund) =>
        Pay.Hear(order, ledger, new RefundsSeen(order.Id, null, [refund], Some.Noon));

    private static RefundSnapshot Ours(RefundStatus status) => new("re_1", status, Order.Total, "pi_1", "ch_1", $"{Order.Id}-r1", null);

    private static CallFailed Failure(CallFailure failure) => new(Order.Id, null, failure, "400", Refund: $"{Order.Id}-r1");
}
