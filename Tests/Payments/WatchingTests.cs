using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class WatchingTests
{
    private static readonly Order Waiting = Some.Order();
    private static readonly PaymentLedger Asked = Attempting.Begin(Waiting, PaymentLedger.Empty(Waiting.Id), Pay.Pages, Pay.Tokens, Some.Noon).Ledger;

    [Fact]
    public void An_attempt_without_an_answer_ends_after_twenty_five_minutes()
    {
        var before = Look(Waiting, Asked, After(24));
        Assert.Same(Asked, before.Result.Ledger);
        Assert.Equal(After(25), before.Next);

        var ended = Look(Waiting, Asked, After(25));
        Assert.Equal((ConfirmOutcome.AttemptClosed, OrderState.AwaitingPayment), (ended.Result.Outcome, ended.Result.Order.State));
        Assert.Empty(ended.Result.Ledger.Open);
        Assert.Equal(After(60), ended.Next);
    }

    [Fact]
    public void An_order_whose_pages_all_failed_does_not_hold_its_goods_for_ever()
    {
        var ended = Look(Waiting, Asked, After(25)).Result;
        var closed = Look(ended.Order, ended.Ledger, After(60));

        Assert.Equal((ConfirmOutcome.Expired, OrderState.Expired, StockEffect.Release, true),
            (closed.Result.Outcome, closed.Result.Order.State, closed.Result.Stock, closed.Result.News));
        Assert.Null(closed.Next);
    }

    [Fact]
    public void A_session_past_its_time_is_read_and_not_judged()
    {
        var ledger = Pay.Opened(Waiting);
        Assert.Equal(After(61), Look(Waiting, ledger, After(60)).Next);
        var found = Look(Waiting, ledger, After(61));

        Assert.Equal(new ReadSession(Waiting.Id, "cs_test_1"), Assert.Single(found.Reads));
        Assert.Equal((ConfirmOutcome.StillOpen, StockEffect.Keep, After(66)), (found.Result.Outcome, found.Result.Stock, found.Next!.Value));
    }

    [Fact]
    public void Nothing_is_waited_for_when_an_order_is_paid_and_its_pages_are_closed()
    {
        var paid = Confirmation.Confirm(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting), stockHeld: true, Some.Noon);
        var found = Look(paid.Order, paid.Ledger, After(61));

        Assert.Empty(found.Reads);
        Assert.Null(found.Next);
        Assert.Same(paid.Order, found.Result.Order);
    }

    [Fact]
    public void A_paid_order_still_asks_about_another_page_that_was_open()
    {
        var paid = Confirmation.Confirm(Waiting, Pay.Opened(Waiting, 2), Pay.Paid(Waiting, 2), stockHeld: true, Some.Noon);

        Assert.Equal("cs_test_1", Assert.IsType<ReadSession>(Assert.Single(Look(paid.Order, paid.Ledger, After(61)).Reads)).SessionId);
    }

    private static LookFound Look(Order order, PaymentLedger ledger, DateTimeOffset now) => Watching.Look(order, ledger, new PaymentLook(order.Id), now);

    private static DateTimeOffset After(int minutes) => Some.Noon.AddMinutes(minutes);
}
