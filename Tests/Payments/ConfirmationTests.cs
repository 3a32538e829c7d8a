using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class ConfirmationTests
{
    private static readonly Order Waiting = Some.Order();

    [Fact]
    public void An_order_is_paid_once_however_often_the_gateway_tells_us()
    {
        var first = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting));
        var again = Pay.See(first.Order, first.Ledger, Pay.Paid(Waiting));

        Assert.Equal((OrderState.Paid, new StockEffect.Allocate()), (first.Order.State, first.Stock));
        Assert.Equal([NoticeKind.Paid], first.Told());
        Assert.Equal((PaymentState.Paid, Waiting.Total), (first.Ledger.State, first.Ledger.Taken!.Value));
        Assert.Equal(new CardSeen("visa", "4242"), first.Notices[0].Receipt!.Card);
        Nothing(again);
        Assert.Same(first.Order, again.Order);
        Assert.Same(first.Ledger, again.Ledger);
    }

    [Theory]
    [InlineData(SessionStatus.Open, SessionPayment.Unpaid)]
    [InlineData(SessionStatus.Open, SessionPayment.Paid)]
    [InlineData(SessionStatus.Unknown, SessionPayment.Paid)]
    [InlineData(SessionStatus.Complete, SessionPayment.Unknown)]
    public void Nothing_is_concluded_from_a_session_that_is_not_over(SessionStatus status, SessionPayment payment)
    {
        var ledger = Pay.Opened(Waiting);
        var seen = Pay.See(Waiting, ledger, Pay.Seen(Waiting, status, payment));

        Nothing(seen);
        Assert.Same(Waiting, seen.Order);
        Assert.Same(ledger, seen.Ledger);
    }

    [Fact]
    public void A_payment_of_another_order_or_mode_changes_nothing_here()
    {
        var ledger = Pay.Opened(Waiting);
        SessionSnapshot[] strangers =
        [
            Pay.Paid(Waiting) with { OrderId = "other" }, Pay.Paid(Waiting) with { OrderId = null },
            Pay.Paid(Waiting) with { ClientReference = "other" }, Pay.Paid(Waiting) with { ClientReference = null },
            Pay.Paid(Waiting) with { Live = true },
        ];

        Assert.All(strangers, seen => Same(Waiting, ledger, Pay.See(Waiting, ledger, seen)));
        var live = Waiting with { Live = true };
        Same(live, ledger, Pay.See(live, ledger, Pay.Paid(Waiting)));
    }

    [Theory]
    [InlineData(4469, "EUR")]
    [InlineData(4471, "EUR")]
    [InlineData(4470, "USD")]
    public void Money_that_was_not_agreed_pays_nothing_and_goes_back(long amount, string currency)
    {
        var money = new Money(amount, new Currency(currency));
        var seen = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting) with { Amount = money });

        Assert.Equal((money, RefundCause.Mispaid), (seen.RefundOf()!.Amount, seen.RefundOf()!.Cause));
        Assert.Equal((OrderState.Cancelled, OrderFlags.PaidUnfilled, new StockEffect.Release()),
            (seen.Order.State, seen.Order.Flags, seen.Stock));
        Assert.Equal((NoticeKind.Mispaid, money), (Assert.Single(seen.Notices).Kind, seen.Notices[0].Amount));
        Assert.Equal([AlertKind.AutomaticRefund], seen.Alarmed());
        Assert.True(seen.Ledger.Has(PaymentFactKind.Mispaid, "pi_1"));
        Nothing(Pay.See(seen.Order, seen.Ledger, Pay.Paid(Waiting) with { Amount = money }));
    }

    [Fact]
    public void A_session_that_is_complete_for_nothing_pays_nothing_and_nothing_is_owed()
    {
        var seen = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting) with { Amount = Money.Zero(Waiting.Currency) });

        Assert.Equal((OrderState.Cancelled, OrderFlags.None, new StockEffect.Release()), (seen.Order.State, seen.Order.Flags, seen.Stock));
        Assert.Equal([NoticeKind.Mispaid], seen.Told());
        Assert.Null(seen.RefundOf());
        Nothing(Pay.See(seen.Order, seen.Ledger, Pay.Paid(Waiting) with { Amount = Money.Zero(Waiting.Currency) }));
    }

    [Fact]
    public void A_cancel_that_came_too_late_loses_to_the_payment()
    {
        var asked = Pay.Cancel(Waiting, Pay.Opened(Waiting));
        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"), Assert.Single(asked.Calls));

        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"),
            Assert.Single(Pay.See(asked.Order, asked.Ledger, Pay.Open(Waiting)).Calls));
        var paid = Pay.See(asked.Order, asked.Ledger, Pay.Paid(Waiting));
        Assert.Equal((OrderState.Paid, OrderFlags.None), (paid.Order.State, paid.Order.Flags));
        Assert.Equal([NoticeKind.WonOverCancel, NoticeKind.Paid], paid.Told());
    }

    [Fact]
    public void A_cancel_that_the_gateway_confirms_frees_the_goods()
    {
        var asked = Pay.Cancel(Waiting, Pay.Opened(Waiting));
        var closed = Pay.See(asked.Order, asked.Ledger, Pay.Expired(Waiting));

        Assert.Equal((OrderState.Cancelled, new StockEffect.Release()), (closed.Order.State, closed.Stock));
        Assert.Equal([NoticeKind.Cancelled], closed.Told());
        Nothing(Pay.See(closed.Order, closed.Ledger, Pay.Expired(Waiting)));
    }

    [Fact]
    public void A_page_of_an_unknown_status_is_not_asked_to_close_for_ever()
    {
        var asked = Pay.Cancel(Waiting, Pay.Opened(Waiting));

        Assert.Empty(Pay.See(asked.Order, asked.Ledger, Pay.Seen(Waiting, SessionStatus.Complete, SessionPayment.Unknown)).Calls);
        Assert.Empty(Pay.See(asked.Order, asked.Ledger, Pay.Seen(Waiting, SessionStatus.Unknown, SessionPayment.Unpaid)).Calls);
    }

    [Fact]
    public void An_abandoned_payment_expires_the_order()
    {
        var closed = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Expired(Waiting));

        Assert.Equal((OrderState.Expired, new StockEffect.Release(), PaymentState.None),
            (closed.Order.State, closed.Stock, closed.Ledger.State));
        Assert.Equal([NoticeKind.Expired], closed.Told());
    }

    [Fact]
    public void A_late_expiry_of_the_first_attempt_leaves_an_order_alone_that_the_second_paid()
    {
        var paid = Pay.See(Waiting, Pay.Opened(Waiting, 2), Pay.Paid(Waiting, 2));
        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"), Assert.Single(paid.Calls));
        var late = Pay.See(paid.Order, paid.Ledger, Pay.Expired(Waiting, 1));

        Assert.Equal((OrderState.Paid, PaymentState.Paid), (late.Order.State, late.Ledger.State));
        Nothing(late);
    }

    [Fact]
    public void An_expired_attempt_does_not_close_an_order_that_has_another_open()
    {
        var first = Pay.See(Waiting, Pay.Opened(Waiting, 2), Pay.Expired(Waiting, 1));

        Nothing(first);
        Assert.Equal(OrderState.Paid, Pay.See(first.Order, first.Ledger, Pay.Paid(Waiting, 2)).Order.State);
    }

    [Fact]
    public void A_second_payment_is_owed_back_and_the_order_stays_paid()
    {
        var paid = Pay.See(Waiting, Pay.Opened(Waiting, 2), Pay.Paid(Waiting, 2));
        var twice = Pay.See(paid.Order, paid.Ledger, Pay.Paid(Waiting, 1));

        Assert.Equal((OrderState.Paid, new StockEffect.Keep(), true),
            (twice.Order.State, twice.Stock, twice.Order.Has(OrderFlags.PaidTwice)));
        Assert.Equal([NoticeKind.PaidTwice], twice.Told());
        Assert.Equal(Waiting.Total, twice.Ledger.Taken);
        Assert.Equal(new RefundPayment(Waiting.Id, $"{Waiting.Id}-r1", "pi_1", Waiting.Total, RefundCause.PaidTwice), twice.RefundOf());
        Assert.Null(Pay.See(twice.Order, twice.Ledger, Pay.Paid(Waiting, 1)).RefundOf());
    }

    [Theory]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.Expired)]
    public void A_payment_for_a_closed_order_is_owed_back(OrderState state)
    {
        var seen = Pay.See(Waiting with { State = state }, Pay.Opened(Waiting), Pay.Paid(Waiting));

        Assert.Equal((state, Waiting.Total), (seen.Order.State, seen.RefundOf()!.Amount));
        Assert.Equal([NoticeKind.Unfillable], seen.Told());
        Assert.True(seen.Order.Has(OrderFlags.PaidUnfilled));
        Nothing(Pay.See(seen.Order, seen.Ledger, Pay.Paid(Waiting)));
    }

    [Fact]
    public void A_payment_for_goods_that_are_no_longer_held_is_owed_back()
    {
        var seen = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting), held: false);

        Assert.Equal((OrderState.Cancelled, OrderFlags.PaidUnfilled), (seen.Order.State, seen.Order.Flags));
        Assert.Equal((PaymentState.Owing, RefundCause.Unfillable, Waiting.Total),
            (seen.Ledger.State, seen.RefundOf()!.Cause, seen.RefundOf()!.Amount));
    }

    [Fact]
    public void A_delayed_payment_keeps_its_goods_until_the_bank_decides()
    {
        var processing = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Seen(Waiting, SessionStatus.Complete, SessionPayment.Unpaid));
        Assert.Equal((OrderState.PaymentProcessing, new StockEffect.Keep(), PaymentState.Processing),
            (processing.Order.State, processing.Stock, processing.Ledger.State));
        Assert.Equal([NoticeKind.Processing], processing.Told());

        Assert.Equal(OrderState.Paid, Pay.See(processing.Order, processing.Ledger, Pay.Paid(Waiting)).Order.State);
        var failed = Pay.See(processing.Order, processing.Ledger, Pay.Seen(Waiting, SessionStatus.Complete, SessionPayment.Failed));
        Assert.Equal((OrderState.Cancelled, new StockEffect.Release(), PaymentState.Failed),
            (failed.Order.State, failed.Stock, failed.Ledger.State));
        Assert.Equal([NoticeKind.PaymentFailed], failed.Told());
    }

    [Fact]
    public void A_delayed_payment_of_a_closed_order_promises_nobody_the_goods()
    {
        var closed = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Expired(Waiting));

        Assert.Empty(Pay.See(closed.Order, closed.Ledger, Pay.Seen(Waiting, SessionStatus.Complete, SessionPayment.Unpaid)).Notices);
    }

    [Fact]
    public void A_payment_is_known_by_its_attempt_when_the_answer_with_its_session_was_lost()
    {
        var paid = Pay.See(Waiting, Pay.Begun(Waiting).Ledger, Pay.Paid(Waiting));

        Assert.Equal(OrderState.Paid, paid.Order.State);
        Assert.Equal("cs_test_1", paid.Ledger.Attempts[0].SessionId);
        Assert.Empty(paid.Ledger.Open);
    }

    /// <summary>No notice, no call, no alarm, and the goods stay where they are.</summary>
    private static void Nothing(PaymentDecision decision)
    {
        Assert.Empty(decision.Notices);
        Assert.Empty(decision.Calls);
        Assert.Empty(decision.Alerts);
        Assert.Equal(new StockEffect.Keep(), decision.Stock);
    }

    private static void Same(Order order, PaymentLedger ledger, PaymentDecision decision)
    {
        Nothing(decision);
        Assert.Same(order, decision.Order);
        Assert.Same(ledger, decision.Ledger);
    }
}
