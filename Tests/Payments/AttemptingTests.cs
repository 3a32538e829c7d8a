using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class AttemptingTests
{
    private static readonly Order Waiting = Some.Order();

    [Fact]
    public void An_attempt_asks_for_exactly_what_was_agreed()
    {
        var (asked, ledger) = Begin();

        Assert.Equal(Waiting.Total.Minor, asked.Lines.Sum(line => line.UnitPrice.Minor * line.Quantity) + asked.Delivery.Price.Minor);
        Assert.Equal(("cs:a1b2c3d4e5f60718-42:1", Some.Noon.AddMinutes(60), "it"), (asked.Key, asked.ExpiresAt, asked.Locale));
        Assert.StartsWith("http://localhost:3978/thanks/", asked.SuccessUrl.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(PaymentState.Requested, ledger.State);
    }

    [Fact]
    public void A_page_that_opens_after_the_shopper_left_is_closed_again()
    {
        var (_, ledger) = Begin();
        var asked = Assert.IsType<CancelAnswer.Asked>(Cancelling.Ask(Waiting, ledger, Some.Noon));
        Assert.Empty(asked.Calls);

        var opened = Attempting.Opened(asked.Order, ledger, Pay.Answer(Waiting, 1), Some.Noon);
        Assert.Null(opened.PayAt);
        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"), opened.Close);
    }

    [Fact]
    public void The_same_page_told_twice_is_shown_the_same()
    {
        var opened = Attempting.Opened(Waiting, Begin().Ledger, Pay.Answer(Waiting, 1), Some.Noon);
        var again = Attempting.Opened(Waiting, opened.Ledger, Pay.Answer(Waiting, 1), Some.Noon);

        Assert.Equal(Pay.Answer(Waiting, 1).Url, opened.PayAt);
        Assert.Equal(opened.PayAt, again.PayAt);
        Assert.Same(opened.Ledger, again.Ledger);
    }

    [Fact]
    public void An_attempt_that_failed_leaves_room_for_another()
    {
        var failed = Attempting.Failed(Waiting, Begin().Ledger, Failure(), Some.Noon);

        Assert.Equal((ConfirmOutcome.AttemptClosed, OrderState.AwaitingPayment, true), (failed.Outcome, failed.Order.State, failed.News));
        Assert.Equal("cs:a1b2c3d4e5f60718-42:2", Attempting.Begin(failed.Order, failed.Ledger, Pay.Pages, Pay.Tokens, Some.Noon).Call.Key);
        Assert.False(Attempting.Failed(failed.Order, failed.Ledger, Failure(), Some.Noon).News);
        Assert.IsType<CancelAnswer.Cancelled>(Cancelling.Ask(failed.Order, failed.Ledger, Some.Noon));
    }

    [Fact]
    public void An_attempt_that_failed_ends_an_order_that_was_being_cancelled()
    {
        var asked = Assert.IsType<CancelAnswer.Asked>(Cancelling.Ask(Waiting, Begin().Ledger, Some.Noon));
        var failed = Attempting.Failed(asked.Order, Begin().Ledger, Failure(), Some.Noon);

        Assert.Equal((ConfirmOutcome.Cancelled, OrderState.Cancelled, StockEffect.Release), (failed.Outcome, failed.Order.State, failed.Stock));
    }

    [Fact]
    public void A_paid_order_cannot_be_cancelled_or_paid_again()
    {
        var paid = Waiting with { State = OrderState.Paid };

        Assert.Equal(MoveRefusal.NeedsRefund, Assert.IsType<CancelAnswer.Refused>(Cancelling.Ask(paid, Pay.Opened(Waiting), Some.Noon)).Reason);
        Assert.Throws<InvalidOperationException>(() => Attempting.Begin(paid, Pay.Opened(Waiting), Pay.Pages, Pay.Tokens, Some.Noon));
    }

    private static AttemptBegun Begin() => Attempting.Begin(Waiting, PaymentLedger.Empty(Waiting.Id), Pay.Pages, Pay.Tokens, Some.Noon);

    private static CallFailed Failure() => new(Waiting.Id, 1, CallFailure.BadRequest, "400 invalid_request_error");
}
