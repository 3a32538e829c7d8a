using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class DisputeTests
{
    private static readonly Order Order = Some.Order(OrderState.Paid);

    private static readonly PaymentLedger Paid = Assert.IsType<LedgerChange.Accepted>(PaymentLedger.Empty(Order.Id)
        .Add(new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, Order.Total, Some.Noon, "ch_1", null))).Ledger;

    [Fact]
    public void A_loss_that_is_appealed_and_won_gives_a_shipped_order_its_money_again_and_tells_the_merchant()
    {
        var shipped = Order with { State = OrderState.Shipped };
        var lost = See(shipped, Paid, DisputeStatus.Lost);
        Assert.Equal(PaymentState.Refunded, lost.Ledger.State);

        var appealed = See(lost, DisputeStatus.UnderReview, "appeal_under_review");
        Assert.Equal((PaymentState.Disputed, true), (appealed.Ledger.State, appealed.Order.Has(OrderFlags.Disputed)));
        Assert.Equal([AlertKind.Disputed], appealed.Alarmed());
        Assert.Equal("appeal_under_review", appealed.Alerts[0].Status);

        var won = See(appealed, DisputeStatus.Won);
        Assert.Equal((PaymentState.Paid, OrderState.Shipped, OrderFlags.None), (won.Ledger.State, won.Order.State, won.Order.Flags));
        Assert.Equal([AlertKind.DisputeWon], won.Alarmed());
        Assert.Empty(won.Calls);
    }

    [Fact]
    public void Money_that_an_appeal_wins_back_for_an_order_that_was_cancelled_goes_to_the_shopper()
    {
        var lost = See(Order, Paid, DisputeStatus.Lost);
        Assert.Equal(OrderState.Cancelled, lost.Order.State);
        var won = See(See(lost, DisputeStatus.UnderReview), DisputeStatus.Won);

        Assert.Equal(("pi_1", Order.Total), (won.RefundOf()!.Payment, won.RefundOf()!.Amount));
        Assert.Equal([NoticeKind.DisputeRefund], won.Told());
        Assert.Equal([AlertKind.DisputeWon, AlertKind.AutomaticRefund], won.Alarmed());
        Assert.Null(See(won, DisputeStatus.Won).RefundOf());
    }

    [Fact]
    public void What_was_won_and_is_reviewed_again_holds_the_parcel_and_may_still_be_lost()
    {
        var won = See(See(Order, Paid, DisputeStatus.NeedsResponse), DisputeStatus.Won);
        var again = See(won, DisputeStatus.UnderReview);
        Assert.True(again.Order.Has(OrderFlags.Disputed));
        Assert.Equal(TransitionRefusal.Disputed, Assert.IsType<TransitionResult.Refused>(again.Order.Ship(null, Some.Noon)).Reason);

        var lost = See(again, DisputeStatus.Lost);
        Assert.Equal((PaymentState.Refunded, OrderState.Cancelled), (lost.Ledger.State, lost.Order.State));
        Assert.Equal([AlertKind.DisputeLost], lost.Alarmed());
        Assert.Equal([NoticeKind.CancelledRefunded], lost.Told());
    }

    [Fact]
    public void The_same_word_again_alarms_nobody()
    {
        foreach (var status in Enum.GetValues<DisputeStatus>())
        {
            var once = See(Order, Paid, status);
            var again = See(once, status);
            Assert.Empty(again.Alerts);
            Assert.Empty(again.Notices);
            Assert.Same(once.Order, again.Order);
        }
    }

    [Fact]
    public void An_answer_that_is_heard_late_says_less_than_one_that_was_read_later()
    {
        var open = See(Order, Paid, DisputeStatus.NeedsResponse);
        var won = Hear(open, Shown(DisputeStatus.Won), Some.Noon.AddHours(2));
        var late = Hear(won, Shown(DisputeStatus.NeedsResponse), Some.Noon.AddHours(1));

        Assert.Same(won.Ledger, late.Ledger);
        Assert.Empty(late.Alerts);
    }

    [Theory]
    [InlineData(20 * 24, 17 * 24)]
    [InlineData(4 * 24, 24)]
    public void The_merchant_is_reminded_before_the_time_to_answer_ends(int hoursLeft, int hoursUntilReminder)
    {
        var due = Some.Noon.AddHours(hoursLeft);
        var open = Hear(Order, Paid, Shown(DisputeStatus.NeedsResponse, due), Some.Noon);
        Assert.Equal([AlertKind.Disputed], open.Alarmed());
        Assert.Equal(due, open.Alerts[0].Due);
        Assert.Equal(Some.Noon.AddHours(hoursUntilReminder), open.NextCheck);

        var early = Look(open, Some.Noon.AddHours(hoursUntilReminder - 1));
        Assert.Empty(early.Alerts);
        var reminded = Look(open, Some.Noon.AddHours(hoursUntilReminder));
        Assert.Equal((AlertKind.EvidenceDue, due), (Assert.Single(reminded.Alerts).Kind, reminded.Alerts[0].Due!.Value));
        Assert.Equal(new ReadDisputes(Order.Id, "pi_1"), Assert.Single(reminded.Calls));
        Assert.True(reminded.Alerts[0].Due > Some.Noon.AddHours(hoursUntilReminder));
        Assert.Empty(Look(reminded, Some.Noon.AddHours(hoursUntilReminder + 1)).Alerts);
    }

    [Fact]
    public void A_dispute_that_is_found_shortly_before_its_time_ends_says_so_at_once()
    {
        var open = Hear(Order, Paid, Shown(DisputeStatus.NeedsResponse, Some.Noon.AddHours(5)), Some.Noon);
        Assert.Equal([AlertKind.Disputed, AlertKind.EvidenceDue], open.Alarmed());
        Assert.Empty(Hear(open, Shown(DisputeStatus.NeedsResponse, Some.Noon.AddHours(5)), Some.Noon).Alerts);
    }

    [Fact]
    public void An_appeal_has_a_time_of_its_own()
    {
        var first = Hear(Order with { State = OrderState.Shipped }, Paid, Shown(DisputeStatus.NeedsResponse, Some.Noon.AddHours(1)),
            Some.Noon);
        var lost = See(first, DisputeStatus.Lost);
        Assert.Null(lost.NextCheck);
        var appeal = Hear(lost, Shown(DisputeStatus.NeedsResponse, Some.Noon.AddDays(10), "appeal_needs_response"), Some.Noon);

        Assert.Equal([AlertKind.Disputed], appeal.Alarmed());
        Assert.Equal(Some.Noon.AddDays(7), appeal.NextCheck);
        Assert.Equal([AlertKind.EvidenceDue], Look(appeal, Some.Noon.AddDays(7)).Alarmed());
    }

    [Fact]
    public void Who_has_answered_is_reminded_of_nothing()
    {
        var open = Hear(Order, Paid, Shown(DisputeStatus.NeedsResponse, Some.Noon.AddDays(20)), Some.Noon);
        var answered = Hear(open, Shown(DisputeStatus.UnderReview, Some.Noon.AddDays(20)), Some.Noon);
        Assert.Empty(Look(answered, Some.Noon.AddDays(19)).Alerts);
    }

    [Theory]
    [InlineData("escalated")]
    [InlineData("appeal_rejected_v2")]
    public void A_status_that_nobody_knew_is_kept_and_alarmed_and_holds_the_parcel(string word)
    {
        var seen = See(Order, Paid, DisputeStatus.Unknown, word);
        Assert.Equal([AlertKind.StatusUnknown, AlertKind.Disputed], seen.Alarmed());
        Assert.Equal(word, seen.Alerts[0].Status);
        Assert.Equal((PaymentState.Disputed, word), (seen.Ledger.State, Assert.Single(seen.Ledger.Disputes).Word));
        Assert.Contains(seen.Ledger.Facts, fact => fact.Kind == PaymentFactKind.StatusUnknown && fact.Reference == $"dp_1: {word}");
        Assert.Empty(See(seen, DisputeStatus.Unknown, word).Alerts);
        Assert.Equal([AlertKind.StatusUnknown], See(seen, DisputeStatus.Unknown, "another").Alarmed());
    }

    [Fact]
    public void A_refund_and_a_session_of_a_status_that_nobody_knew_are_kept_and_alarmed_and_nothing_is_concluded()
    {
        var refund = Pay.Hear(Order, Paid, new RefundsSeen(
            Order.Id, "pi_1", [new RefundSnapshot("re_9", RefundStatus.Unknown, Order.Total, "pi_1", "ch_1", null, null, "on_hold")],
                Some.Noon));
        Assert.Contains(AlertKind.StatusUnknown, refund.Alarmed());
        Assert.Equal((PaymentState.Paid, RefundState.Pending, OrderState.Paid),
            (refund.Ledger.State, refund.Ledger.StateOf(refund.Ledger.Refunds[0]), refund.Order.State));

        var waiting = Some.Order();
        var strange = Pay.Seen(waiting, SessionStatus.Unknown, SessionPayment.Unpaid) with { UnknownStatus = "paused, unpaid" };
        var session = Pay.See(waiting, Pay.Opened(waiting), strange);
        Assert.Equal([AlertKind.StatusUnknown], session.Alarmed());
        Assert.Same(waiting, session.Order);
        Assert.Empty(Pay.See(session.Order, session.Ledger, strange).Alerts);

        var tried = Pay.Hear(waiting, Pay.Opened(waiting), new PaymentSeen(waiting.Id,
            new PaymentSnapshot("pi_1", null, "payment requires_patience")));
        Assert.Equal([AlertKind.StatusUnknown], tried.Alarmed());
    }

    private static DisputeSnapshot Shown(DisputeStatus status, DateTimeOffset? due = null, string? word = null) =>
        new("dp_1", status, Order.Total, "pi_1", "ch_1", word ?? status.ToString(), due);

    private static PaymentDecision See(Order order, PaymentLedger ledger, DisputeStatus status, string? word = null) =>
        Hear(order, ledger, Shown(status, null, word), Some.Noon);

    private static PaymentDecision See(PaymentDecision before, DisputeStatus status, string? word = null) =>
        See(before.Order, before.Ledger, status, word);

    private static PaymentDecision Hear(PaymentDecision before, DisputeSnapshot shown, DateTimeOffset at) =>
        Hear(before.Order, before.Ledger, shown, at);

    private static PaymentDecision Hear(Order order, PaymentLedger ledger, DisputeSnapshot shown, DateTimeOffset at) =>
        Pay.Hear(order, ledger, new DisputesSeen(order.Id, "pi_1", [shown], at));

    private static PaymentDecision Look(PaymentDecision before, DateTimeOffset now) =>
        Pay.Decide(before.Order, before.Ledger, new PaymentTrigger.LookDue(new PaymentLook(Order.Id)), now: now);
}
