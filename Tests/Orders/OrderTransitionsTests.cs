using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Payments;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class OrderTransitionsTests
{
    private static readonly OrderState[] Paid = [OrderState.Paid, OrderState.PartlyShipped, OrderState.Shipped, OrderState.Delivered];
    private static readonly OrderState[] Closed = [OrderState.Cancelled, OrderState.Expired];
    private static readonly OrderTrigger[] Fired =
        [
            .. OrderCreation.Fires, .. OrderStateMachine.FiredByMerchant, .. OrderWithdrawal.Fires, .. OrderReturns.Fires,
            .. PaymentDecision.Fires,
        ];

    [Fact]
    public void The_table_of_transitions_is_sound() => OrderTransitions.Check(Fired);

    [Fact]
    public void A_transition_that_no_code_can_fire_stops_the_start()
    {
        foreach (var missing in Fired)
            Wrong(OrderTransitions.Table, [.. Fired.Except([missing])], $"nothing fires {missing}");
    }

    [Fact]
    public void A_state_that_no_transition_reaches_stops_the_start()
    {
        var broken = Without(OrderTrigger.Deliver);

        Wrong(broken, Fired, "no transition reaches Delivered");
        Wrong(broken, Fired, "Deliver leads nowhere");
        Wrong([.. OrderTransitions.Table.Skip(1)], Fired, "Draft has not one block");
    }

    [Fact]
    public void Lines_that_disagree_or_lead_nowhere_stop_the_start()
    {
        Wrong(With(OrderState.Paid, new OrderTransition(OrderTrigger.Ship, OrderState.Delivered)), Fired,
            "Ship stands 2 times in the block of Paid");
        Wrong(With(OrderState.Shipped, new OrderTransition(OrderTrigger.Ship, OrderState.Delivered)), Fired,
            "Ship stands 2 times in the block of Shipped");
        Wrong(With(OrderState.Paid, new OrderTransition(OrderTrigger.Deliver, (OrderState)77)), Fired, "is no state");
        Wrong(With(OrderState.Paid, new OrderTransition(OrderTrigger.Deliver, OrderState.Paid)), Fired, "it is a repeat");
        Wrong(With(OrderState.Paid, new OrderTransition(OrderTrigger.Deliver, OrderState.Delivered, Sets: OrderFlags.Disputed,
            Lifts: OrderFlags.Disputed)), Fired, "sets and lifts");
        Wrong(With(OrderState.Paid, new OrderTransition(OrderTrigger.Deliver, OrderState.Delivered, Unless: OrderFlags.Disputed)),
            Fired, "a guard without a reason");
    }

    [Fact]
    public void What_can_become_of_a_paid_order_is_one_look()
    {
        var block = OrderTransitions.Of(OrderState.Paid);
        Assert.Equal([OrderState.PartlyShipped, OrderState.Shipped, OrderState.Cancelled],
            block.Transitions.Select(line => line.To).Where(to => to != OrderState.Paid));
        Assert.Equal(OrderFlags.Disputed, block.Transitions.Single(line => line.Trigger == OrderTrigger.Ship).Unless);
        Assert.Contains(OrderTrigger.OrderPaid, block.Repeats);
        Assert.Contains(OrderTrigger.RequestCancel, block.NeedsRefund);
    }

    [Fact]
    public void A_paid_order_ignores_a_second_payment_and_a_late_expiry()
    {
        foreach (var state in Paid)
        {
            Assert.IsType<TransitionResult.AlreadySo>(Some.Order(state).Take(OrderTrigger.OrderPaid, Some.Noon));
            Assert.IsType<TransitionResult.Refused>(Some.Order(state).Take(OrderTrigger.OrderExpired, Some.Noon));
            Assert.Equal(TransitionRefusal.NeedsRefund,
                Assert.IsType<TransitionResult.Refused>(Some.Order(state).Take(OrderTrigger.RequestCancel, Some.Noon)).Reason);
        }
    }

    [Fact]
    public void A_cancel_waits_for_Stripe_and_a_payment_may_win()
    {
        var cancelling = Accepted(Some.Order().Take(OrderTrigger.RequestCancel, Some.Noon));

        Assert.Equal((OrderState.AwaitingPayment, OrderFlags.Cancelling), (cancelling.State, cancelling.Flags));
        Assert.IsType<TransitionResult.AlreadySo>(cancelling.Take(OrderTrigger.RequestCancel, Some.Noon));
        Assert.Equal((OrderState.Paid, OrderFlags.None), StateOf(Accepted(cancelling.Take(OrderTrigger.OrderPaid, Some.Noon))));
        Assert.Equal((OrderState.Cancelled, OrderFlags.None), StateOf(Accepted(cancelling.Take(OrderTrigger.OrderCancelled, Some.Noon))));
    }

    [Fact]
    public void An_order_that_nobody_came_back_to_is_expired_and_not_cancelled() =>
        Assert.Equal([NoticeKind.Expired], Pay.See(Some.Order(), Pay.Opened(Some.Order()), Pay.Expired(Some.Order())).Told());

    [Fact]
    public void A_disputed_order_does_not_ship()
    {
        var disputed = Accepted(Some.Order(OrderState.Paid).Take(OrderTrigger.PaymentDisputed, Some.Noon));

        Assert.Equal(TransitionRefusal.Disputed, Assert.IsType<TransitionResult.Refused>(disputed.Ship("RR1", Some.Noon)).Reason);
        Assert.Equal("RR1", Accepted(Some.Order(OrderState.Paid).Ship("RR1", Some.Noon)).Tracking);
    }

    [Fact]
    public void An_order_only_moves_forward_whatever_is_told_and_how_often()
    {
        Gen.OneOf(Enum.GetValues<OrderTrigger>().Select(Gen.Const).ToArray()).Array[0, 30].Sample(steps =>
        {
            var order = Some.Order(OrderState.Draft);
            foreach (var step in steps)
            {
                var before = order;
                if (before.Take(step, Some.Noon) is not TransitionResult.Accepted { Order: var after })
                    continue;
                order = after;
                Assert.True(step == OrderTrigger.CancelPaid || Rank(after.State) >= Rank(before.State),
                    $"{step} took {before.State} back to {after.State}");
                Assert.False(Closed.Contains(before.State) && !Closed.Contains(after.State), $"{step} woke a closed order");
                Assert.False(step != OrderTrigger.CancelPaid && Paid.Contains(before.State) && Closed.Contains(after.State),
                    $"{step} closed a paid order");
                Assert.False(after.Has(OrderFlags.Cancelling) && after.State != OrderState.AwaitingPayment);
                Assert.IsNotType<TransitionResult.Accepted>(after.Take(step, Some.Noon));
                Assert.Equal(before.Total, after.Total);
            }
        });
    }

    private static int Rank(OrderState state) => state switch
    {
        OrderState.Draft => 0,
        OrderState.AwaitingPayment => 1,
        OrderState.PaymentProcessing => 2,
        OrderState.Cancelled or OrderState.Expired or OrderState.Paid => 3,
        OrderState.PartlyShipped => 4,
        OrderState.Shipped => 5,
        _ => 6,
    };

    private static (OrderState State, OrderFlags Flags) StateOf(Order order) => (order.State, order.Flags);

    private static Order Accepted(TransitionResult move) => Assert.IsType<TransitionResult.Accepted>(move).Order;

    private static IReadOnlyList<StateTransitions> Without(OrderTrigger trigger) =>
        [.. OrderTransitions.Table.Select(block =>
            block with { Transitions = [.. block.Transitions.Where(line => line.Trigger != trigger)] })];

    private static IReadOnlyList<StateTransitions> With(OrderState state, OrderTransition line) =>
        [.. OrderTransitions.Table.Select(block => block.From == state ? block with { Transitions = [.. block.Transitions, line] }
            : block)];

    private static void Wrong(IReadOnlyList<StateTransitions> table, IReadOnlyCollection<OrderTrigger> fired, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => OrderTransitionsCheck.Check(table, fired)).Message,
            StringComparison.Ordinal);
}
