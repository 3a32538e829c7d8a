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
    public void An_order_is_paid_once_however_often_Stripe_tells_us()
    {
        var first = Confirm(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting));
        var again = Confirm(first.Order, first.Ledger, Pay.Paid(Waiting));

        Assert.Equal((ConfirmOutcome.Paid, OrderState.Paid, StockEffect.Allocate, true), (first.Outcome, first.Order.State, first.Stock, first.News));
        Assert.Equal((PaymentState.Paid, Waiting.Total), (first.Ledger.State, first.Ledger.Taken!.Value));
        Assert.Equal(new CardSeen("visa", "4242"), first.Money!.Card);
        Assert.Equal((ConfirmOutcome.AlreadyPaid, StockEffect.Keep, false), (again.Outcome, again.Stock, again.News));
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
        var seen = Confirm(Waiting, ledger, Pay.Seen(Waiting, status, payment));

        Assert.Equal(ConfirmOutcome.StillOpen, seen.Outcome);
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
        ];

        Assert.All(strangers, seen => Assert.Equal((ConfirmOutcome.Refused, Mismatch.Order, Waiting, ledger), Parts(Confirm(Waiting, ledger, seen))));
        Assert.Equal((ConfirmOutcome.Refused, Mismatch.Mode, Waiting, ledger), Parts(Confirm(Waiting, ledger, Pay.Paid(Waiting) with { Live = true })));
        Assert.Equal(Mismatch.Mode, Confirm(Waiting with { Live = true }, ledger, Pay.Paid(Waiting)).Mismatch);
    }

    [Theory]
    [InlineData(4469, "EUR", Mismatch.Amount)]
    [InlineData(4471, "EUR", Mismatch.Amount)]
    [InlineData(0, "EUR", Mismatch.Amount)]
    [InlineData(4470, "USD", Mismatch.Currency)]
    public void Money_that_was_not_agreed_pays_nothing_and_is_not_lost(long amount, string currency, Mismatch mismatch)
    {
        var money = new Money(amount, new Currency(currency));
        var seen = Confirm(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting) with { Amount = money });

        Assert.Equal((ConfirmOutcome.Refused, mismatch, money), (seen.Outcome, seen.Mismatch, seen.OwedBack));
        Assert.Equal((OrderState.Cancelled, OrderMarks.PaidUnfilled, StockEffect.Release), (seen.Order.State, seen.Order.Marks, seen.Stock));
        Assert.True(seen.Ledger.Has(PaymentFactKind.Mispaid, "pi_1"));
        Assert.False(Confirm(seen.Order, seen.Ledger, Pay.Paid(Waiting) with { Amount = money }).News);
    }

    [Fact]
    public void A_cancel_that_came_too_late_loses_to_the_payment()
    {
        var asked = Assert.IsType<CancelAnswer.Asked>(Cancelling.Ask(Waiting, Pay.Opened(Waiting), Some.Noon));
        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"), Assert.Single(asked.Calls));

        Assert.Equal(ConfirmOutcome.NoLongerWanted, Confirm(asked.Order, Pay.Opened(Waiting), Pay.Seen(Waiting, SessionStatus.Open, SessionPayment.Unpaid)).Outcome);
        var paid = Confirm(asked.Order, Pay.Opened(Waiting), Pay.Paid(Waiting));
        Assert.Equal((ConfirmOutcome.Paid, OrderState.Paid, OrderMarks.None), (paid.Outcome, paid.Order.State, paid.Order.Marks));
    }

    [Fact]
    public void A_cancel_that_Stripe_confirms_frees_the_goods()
    {
        var asked = Assert.IsType<CancelAnswer.Asked>(Cancelling.Ask(Waiting, Pay.Opened(Waiting), Some.Noon));
        var closed = Confirm(asked.Order, Pay.Opened(Waiting), Pay.Expired(Waiting));

        Assert.Equal((ConfirmOutcome.Cancelled, OrderState.Cancelled, StockEffect.Release, true), (closed.Outcome, closed.Order.State, closed.Stock, closed.News));
        Assert.False(Confirm(closed.Order, closed.Ledger, Pay.Expired(Waiting)).News);
    }

    [Fact]
    public void An_abandoned_payment_expires_the_order()
    {
        var closed = Confirm(Waiting, Pay.Opened(Waiting), Pay.Expired(Waiting));

        Assert.Equal((ConfirmOutcome.Expired, OrderState.Expired, StockEffect.Release, PaymentState.None), (closed.Outcome, closed.Order.State, closed.Stock, closed.Ledger.State));
    }

    [Fact]
    public void A_late_expiry_of_the_first_attempt_leaves_an_order_alone_that_the_second_paid()
    {
        var paid = Confirm(Waiting, Pay.Opened(Waiting, 2), Pay.Paid(Waiting, 2));
        var late = Confirm(paid.Order, paid.Ledger, Pay.Expired(Waiting, 1));

        Assert.Equal((ConfirmOutcome.AlreadyPaid, OrderState.Paid, StockEffect.Keep, PaymentState.Paid), (late.Outcome, late.Order.State, late.Stock, late.Ledger.State));
    }

    [Fact]
    public void An_expired_attempt_does_not_close_an_order_that_has_another_open()
    {
        var first = Confirm(Waiting, Pay.Opened(Waiting, 2), Pay.Expired(Waiting, 1));

        Assert.Equal((ConfirmOutcome.AttemptClosed, StockEffect.Keep), (first.Outcome, first.Stock));
        Assert.Equal(ConfirmOutcome.Paid, Confirm(first.Order, first.Ledger, Pay.Paid(Waiting, 2)).Outcome);
    }

    [Fact]
    public void A_second_payment_is_owed_back_and_the_order_stays_paid()
    {
        var paid = Confirm(Waiting, Pay.Opened(Waiting, 2), Pay.Paid(Waiting, 2));
        var twice = Confirm(paid.Order, paid.Ledger, Pay.Paid(Waiting, 1));

        Assert.Equal((ConfirmOutcome.PaidTwice, OrderState.Paid, StockEffect.Keep), (twice.Outcome, twice.Order.State, twice.Stock));
        Assert.Equal((Waiting.Total, true), (twice.OwedBack!.Value, twice.Order.Has(OrderMarks.PaidTwice)));
        Assert.Equal(Waiting.Total, twice.Ledger.Taken);
        Assert.Equal(new RefundPayment(Waiting.Id, $"{Waiting.Id}-r1", "pi_1", Waiting.Total, RefundCause.PaidTwice), twice.Refund);
        Assert.Null(Confirm(twice.Order, twice.Ledger, Pay.Paid(Waiting, 1)).Refund);
    }

    [Theory]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.Expired)]
    public void A_payment_for_a_closed_order_is_owed_back(OrderState state)
    {
        var seen = Confirm(Waiting with { State = state }, Pay.Opened(Waiting), Pay.Paid(Waiting));

        Assert.Equal((ConfirmOutcome.Unfillable, state, Waiting.Total, true), (seen.Outcome, seen.Order.State, seen.OwedBack, seen.News));
        Assert.True(seen.Order.Has(OrderMarks.PaidUnfilled));
        Assert.Equal((ConfirmOutcome.Unfillable, false), (Confirm(seen.Order, seen.Ledger, Pay.Paid(Waiting)) is var again ? again.Outcome : default, again.News));
    }

    [Fact]
    public void A_payment_for_goods_that_are_no_longer_held_is_owed_back()
    {
        var seen = Confirmation.Confirm(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting), stockHeld: false, Some.Noon);

        Assert.Equal((ConfirmOutcome.Unfillable, OrderState.Cancelled, OrderMarks.PaidUnfilled), (seen.Outcome, seen.Order.State, seen.Order.Marks));
        Assert.Equal((PaymentState.Owing, RefundCause.Unfillable, Waiting.Total), (seen.Ledger.State, seen.Refund!.Cause, seen.Refund.Amount));
    }

    [Fact]
    public void A_delayed_payment_keeps_its_goods_until_the_bank_decides()
    {
        var processing = Confirm(Waiting, Pay.Opened(Waiting), Pay.Seen(Waiting, SessionStatus.Complete, SessionPayment.Unpaid));
        Assert.Equal((ConfirmOutcome.Processing, OrderState.PaymentProcessing, StockEffect.Keep, PaymentState.Processing),
            (processing.Outcome, processing.Order.State, processing.Stock, processing.Ledger.State));

        Assert.Equal(ConfirmOutcome.Paid, Confirm(processing.Order, processing.Ledger, Pay.Paid(Waiting)).Outcome);
        var failed = Confirm(processing.Order, processing.Ledger, Pay.Seen(Waiting, SessionStatus.Complete, SessionPayment.Failed));
        Assert.Equal((ConfirmOutcome.PaymentFailed, OrderState.Cancelled, StockEffect.Release, PaymentState.Failed),
            (failed.Outcome, failed.Order.State, failed.Stock, failed.Ledger.State));
    }

    [Fact]
    public void A_payment_is_known_by_its_attempt_when_the_answer_with_its_session_was_lost()
    {
        var begun = Attempting.Begin(Waiting, PaymentLedger.Empty(Waiting.Id), Pay.Pages, Pay.Tokens, Some.Noon);
        var paid = Confirm(Waiting, begun.Ledger, Pay.Paid(Waiting));

        Assert.Equal(ConfirmOutcome.Paid, paid.Outcome);
        Assert.Equal("cs_test_1", paid.Ledger.Attempts[0].SessionId);
        Assert.Empty(paid.Ledger.Open);
    }

    private static Confirmed Confirm(Order order, PaymentLedger ledger, SessionSnapshot seen) =>
        Confirmation.Confirm(order, ledger, seen, stockHeld: order.State is OrderState.AwaitingPayment or OrderState.PaymentProcessing, Some.Noon);

    private static (ConfirmOutcome, Mismatch?, Order, PaymentLedger) Parts(Confirmed seen) => (seen.Outcome, seen.Mismatch, seen.Order, seen.Ledger);
}
