using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class PaymentAttemptsTests
{
    private static readonly Order Waiting = Some.Order();

    [Fact]
    public void An_attempt_asks_for_exactly_what_was_agreed()
    {
        var begun = Pay.Begun(Waiting);
        var asked = Assert.IsType<OpenSession>(Assert.Single(begun.Calls));

        Assert.Equal(Waiting.Total.Minor, asked.Lines.Sum(line => line.UnitPrice.Minor * line.Quantity) + asked.Delivery.Price.Minor);
        Assert.Equal(("cs:a1b2c3d4e5f60718-42:1", Some.Noon.AddMinutes(60), "it"), (asked.Key, asked.ExpiresAt, asked.Locale));
        Assert.StartsWith("http://localhost:3978/thanks/", asked.SuccessUrl.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(PaymentState.Requested, begun.Ledger.State);
        Assert.Equal(new StockEffect.Reserve(Some.Noon.AddMinutes(70)), begun.Stock);
        Assert.Equal([NoticeKind.OrderPlaced], begun.Told());
    }

    [Fact]
    public void The_pages_way_back_names_its_attempt()
    {
        Assert.EndsWith("?attempt=1", Pay.Call(Waiting).CancelUrl.AbsoluteUri, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:3978/unpaid/", Pay.Call(Waiting).CancelUrl.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_is_heard_of_before_the_shop_knows_its_own_address()
    {
        var links = new CheckoutLinks(() => throw new InvalidOperationException("The host does not listen yet."), Pay.Tokens);
        var context = Pay.Context(Waiting, Pay.Opened(Waiting), held: true, Some.Noon) with { Links = links };
        var paid = PaymentDecision.Of(context, new PaymentTrigger.Answered(new SessionSeen(Waiting.Id, Pay.Paid(Waiting))));
        Assert.Equal(OrderState.Paid, paid.Order.State);
    }

    [Fact]
    public void A_page_that_opens_after_the_shopper_left_is_closed_again()
    {
        var begun = Pay.Begun(Waiting);
        var asked = Pay.Cancel(Waiting, begun.Ledger);
        Assert.Empty(asked.Calls);

        var opened = Pay.Hear(asked.Order, asked.Ledger, Pay.Answer(Waiting, 1));
        Assert.Empty(opened.Notices);
        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"), Assert.Single(opened.Calls));
    }

    [Fact]
    public void The_same_page_told_twice_is_shown_the_same()
    {
        var opened = Pay.Hear(Waiting, Pay.Begun(Waiting).Ledger, Pay.Answer(Waiting, 1));
        var again = Pay.Hear(Waiting, opened.Ledger, Pay.Answer(Waiting, 1));

        Assert.Equal(Pay.Answer(Waiting, 1).Url, Assert.Single(opened.Notices).Page!.Url);
        Assert.Equal(opened.Notices, again.Notices);
        Assert.Same(opened.Ledger, again.Ledger);
    }

    [Fact]
    public void A_second_page_for_one_attempt_is_closed_and_not_shown()
    {
        var stray = Pay.Hear(Waiting, Pay.Opened(Waiting), Pay.Answer(Waiting, 1) with { SessionId = "cs_stray" });

        Assert.Equal(new ExpireSession(Waiting.Id, "cs_stray"), Assert.Single(stray.Calls));
        Assert.Empty(stray.Notices);
    }

    [Fact]
    public void An_attempt_that_failed_leaves_room_for_another()
    {
        var failed = Pay.Hear(Waiting, Pay.Begun(Waiting).Ledger, Failure());

        Assert.Equal(OrderState.AwaitingPayment, failed.Order.State);
        Assert.Equal([NoticeKind.CheckoutFailed], failed.Told());
        Assert.Equal("cs:a1b2c3d4e5f60718-42:2",
            Assert.IsType<OpenSession>(Assert.Single(Pay.Begun(failed.Order, failed.Ledger).Calls)).Key);
        Assert.Empty(Pay.Hear(failed.Order, failed.Ledger, Failure()).Notices);
        Assert.Equal(OrderState.Cancelled, Pay.Cancel(failed.Order, failed.Ledger).Order.State);
    }

    [Fact]
    public void An_order_whose_goods_are_gone_gets_no_second_page_and_is_closed()
    {
        var failed = Pay.Hear(Waiting, Pay.Begun(Waiting).Ledger, Failure());
        var again = Pay.Decide(failed.Order, failed.Ledger, new PaymentTrigger.PayRequested(), held: false);

        Assert.Equal((OrderState.Cancelled, new StockEffect.Release()), (again.Order.State, again.Stock));
        Assert.Equal([NoticeKind.SoldOut], again.Told());
        Assert.Empty(again.Calls);
    }

    [Fact]
    public void Nobody_is_sent_to_try_again_when_a_late_page_of_a_paid_order_fails()
    {
        var second = Pay.Begun(Waiting, Pay.Opened(Waiting));
        var paid = Pay.See(second.Order, second.Ledger, Pay.Paid(Waiting));

        Assert.Empty(Pay.Hear(paid.Order, paid.Ledger, Failure() with { Attempt = 2 }).Notices);
    }

    [Fact]
    public void An_attempt_that_failed_ends_an_order_that_was_being_cancelled()
    {
        var asked = Pay.Cancel(Waiting, Pay.Begun(Waiting).Ledger);
        var failed = Pay.Hear(asked.Order, asked.Ledger, Failure());

        Assert.Equal((OrderState.Cancelled, new StockEffect.Release()), (failed.Order.State, failed.Stock));
        Assert.Equal([NoticeKind.Cancelled], failed.Told());
    }

    [Fact]
    public void A_paid_order_cannot_be_cancelled_or_paid_again()
    {
        var paid = Waiting with { State = OrderState.Paid };

        Assert.Equal([NoticeKind.CancelNeedsRefund], Pay.Cancel(paid, Pay.Opened(Waiting)).Told());
        Assert.Equal([NoticeKind.AlreadyPaid], Pay.Decide(paid, Pay.Opened(Waiting), new PaymentTrigger.PayRequested()).Told());
        Assert.Throws<InvalidOperationException>(() => Pay.Begun(paid, Pay.Opened(Waiting)));
    }

    [Fact]
    public void Two_hundred_times_I_paid_is_one_question_at_a_time()
    {
        var (order, ledger) = (Waiting, Pay.Opened(Waiting));
        var asked = 0;
        for (var time = 0; time < 200; time++)
        {
            var decision = Pay.Decide(order, ledger, new PaymentTrigger.StatusRequested());
            (order, ledger, asked) = (decision.Order, decision.Ledger, asked + decision.Calls.Count);
            Assert.Equal([NoticeKind.Checking], decision.Told());
        }

        Assert.Equal(1, asked);
        // What comes now may be older than the payment: it was said again since.
        var seen = Pay.See(order, ledger, Pay.Open(Waiting));
        Assert.Equal(new ReadSession(Waiting.Id, "cs_test_1"), Assert.Single(seen.Calls));
        Assert.Empty(seen.Notices);
        var still = Pay.See(seen.Order, seen.Ledger, Pay.Open(Waiting));
        Assert.Empty(still.Calls);
        Assert.Equal([NoticeKind.NotYetPaid, NoticeKind.CheckoutReady], still.Told());
        Assert.Empty(Pay.See(still.Order, still.Ledger, Pay.Open(Waiting)).Notices);
    }

    [Fact]
    public void Whoever_leaves_the_page_by_its_way_back_frees_the_goods_when_the_page_is_closed()
    {
        var left = Pay.Decide(Waiting, Pay.Opened(Waiting), new PaymentTrigger.CheckoutLeft(1));
        Assert.Equal(new ExpireSession(Waiting.Id, "cs_test_1"), Assert.Single(left.Calls));
        Assert.Equal((OrderState.AwaitingPayment, new StockEffect.Keep()), (left.Order.State, left.Stock));

        var closed = Pay.See(left.Order, left.Ledger, Pay.Expired(Waiting));
        Assert.Equal((OrderState.Cancelled, new StockEffect.Release()), (closed.Order.State, closed.Stock));
        // The payment may have won all the same.
        Assert.Equal(OrderState.Paid, Pay.See(left.Order, left.Ledger, Pay.Paid(Waiting)).Order.State);
    }

    [Fact]
    public void An_old_tab_says_nothing_of_the_page_that_is_open_now()
    {
        var decision = Pay.Decide(Waiting, Pay.Opened(Waiting), new PaymentTrigger.CheckoutLeft(2));
        Assert.Empty(decision.Calls);
        Assert.Same(Waiting, decision.Order);
        var paid = Pay.See(Waiting, Pay.Opened(Waiting), Pay.Paid(Waiting));
        Assert.Empty(Pay.Decide(paid.Order, paid.Ledger, new PaymentTrigger.CheckoutLeft(1)).Notices);
    }

    private static CallFailed Failure() => new(Waiting.Id, 1, CallFailure.BadRequest, "400 invalid_request_error");
}
