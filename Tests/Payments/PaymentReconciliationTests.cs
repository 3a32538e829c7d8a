using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class PaymentReconciliationTests
{
    private static readonly Order Waiting = Some.Order();
    private static readonly PaymentLedger Asked = Pay.Begun(Waiting).Ledger;

    [Fact]
    public void An_attempt_without_an_answer_ends_after_twenty_five_minutes()
    {
        var before = Look(Waiting, Asked, After(24));
        Assert.Same(Asked, before.Ledger);
        Assert.Equal(After(25), before.NextCheck);

        var ended = Look(Waiting, Asked, After(25));
        Assert.Equal(OrderState.AwaitingPayment, ended.Order.State);
        Assert.Equal([NoticeKind.CheckoutFailed], ended.Told());
        Assert.Empty(ended.Ledger.Open);
        Assert.Equal(After(60), ended.NextCheck);
        Assert.Equal([OpenSession.KeyOf(Waiting.Id, 1)], ended.Settled);
    }

    [Fact]
    public void An_order_whose_pages_all_failed_does_not_hold_its_goods_for_ever()
    {
        var ended = Look(Waiting, Asked, After(25));
        var closed = Look(ended.Order, ended.Ledger, After(60));

        Assert.Equal((OrderState.Expired, new StockEffect.Release()), (closed.Order.State, closed.Stock));
        Assert.Equal([NoticeKind.Expired], closed.Told());
        Assert.Null(closed.NextCheck);
    }

    [Fact]
    public void A_session_past_its_time_is_read_and_not_judged()
    {
        var ledger = Pay.Opened(Waiting);
        Assert.Equal(After(61), Look(Waiting, ledger, After(60)).NextCheck);
        var found = Look(Waiting, ledger, After(61));

        Assert.Equal(new ReadSession(Waiting.Id, "cs_test_1"), Assert.Single(found.Calls));
        Assert.Equal((new StockEffect.Keep(), After(66)), (found.Stock, found.NextCheck!.Value));
        Assert.Same(Waiting, found.Order);
    }

    [Fact]
    public void Nothing_is_waited_for_when_an_order_is_paid_and_its_pages_are_closed()
    {
        var paid = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting));
        var found = Look(paid.Order, paid.Ledger, After(61));

        Assert.Empty(found.Calls);
        Assert.Null(found.NextCheck);
        Assert.Same(paid.Order, found.Order);
    }

    [Fact]
    public void A_paid_order_still_asks_about_another_page_that_was_open()
    {
        var paid = Pay.See(Waiting, Pay.Opened(Waiting, 2), Pay.Paid(Waiting, 2));

        Assert.Equal("cs_test_1", Assert.IsType<ReadSession>(Assert.Single(Look(paid.Order, paid.Ledger, After(61)).Calls)).SessionId);
    }

    private static PaymentDecision Look(Order order, PaymentLedger ledger, DateTimeOffset now) =>
        Pay.Decide(order, ledger, new PaymentTrigger.LookDue(new PaymentLook(order.Id)), now: now);

    private static DateTimeOffset After(int minutes) => Some.Noon.AddMinutes(minutes);
}
