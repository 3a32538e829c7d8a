using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class OrderMovesTests
{
    private static readonly OrderState[] Paid = [OrderState.Paid, OrderState.Preparing, OrderState.Shipped, OrderState.Delivered];
    private static readonly OrderState[] Closed = [OrderState.Cancelled, OrderState.Expired];

    [Fact]
    public void The_table_of_moves_is_sound() => OrderMoves.Check();

    [Fact]
    public void A_state_that_no_move_reaches_stops_the_start()
    {
        var broken = OrderMoves.Table.Where(move => move.Step != OrderStep.Deliver || move.To != OrderState.Delivered).ToList();

        var wrong = Assert.Throws<InvalidOperationException>(() => OrderMovesCheck.Check(broken, OrderMoves.Already));
        Assert.Contains("no move reaches Delivered", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Deliver leads nowhere", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_disagree_or_lead_to_no_state_stop_the_start()
    {
        OrderMove[] twice = [.. OrderMoves.Table, new(OrderStep.Ship, [OrderState.Paid], OrderState.Delivered)];
        OrderMove[] nowhere = [.. OrderMoves.Table, new(OrderStep.Deliver, [OrderState.Paid], (OrderState)77)];
        OrderMove[] both = [.. OrderMoves.Table, new(OrderStep.Deliver, [OrderState.Delivered], OrderState.Delivered)];

        Assert.Throws<InvalidOperationException>(() => OrderMovesCheck.Check(twice, OrderMoves.Already));
        Assert.Throws<InvalidOperationException>(() => OrderMovesCheck.Check(nowhere, OrderMoves.Already));
        Assert.Throws<InvalidOperationException>(() => OrderMovesCheck.Check(both, OrderMoves.Already));
    }

    [Fact]
    public void A_paid_order_ignores_a_second_payment_and_a_late_expiry()
    {
        foreach (var state in Paid)
        {
            Assert.IsType<Move.AlreadySo>(Some.Order(state).Take(OrderStep.OrderPaid, Some.Noon));
            Assert.IsType<Move.Refused>(Some.Order(state).Take(OrderStep.OrderExpired, Some.Noon));
            Assert.Equal(MoveRefusal.NeedsRefund, Assert.IsType<Move.Refused>(Some.Order(state).Take(OrderStep.RequestCancel, Some.Noon)).Reason);
        }
    }

    [Fact]
    public void A_cancel_waits_for_Stripe_and_a_payment_may_win()
    {
        var cancelling = Accepted(Some.Order().Take(OrderStep.RequestCancel, Some.Noon));

        Assert.Equal((OrderState.AwaitingPayment, OrderMarks.Cancelling), (cancelling.State, cancelling.Marks));
        Assert.IsType<Move.AlreadySo>(cancelling.Take(OrderStep.RequestCancel, Some.Noon));
        Assert.Equal((OrderState.Paid, OrderMarks.None), StateOf(Accepted(cancelling.Take(OrderStep.OrderPaid, Some.Noon))));
        Assert.Equal((OrderState.Cancelled, OrderMarks.None), StateOf(Accepted(cancelling.Close(Some.Noon))));
    }

    [Fact]
    public void An_order_that_nobody_came_back_to_is_expired_and_not_cancelled() =>
        Assert.Equal(OrderState.Expired, Accepted(Some.Order().Close(Some.Noon)).State);

    [Fact]
    public void A_disputed_order_does_not_ship()
    {
        var disputed = Accepted(Some.Order(OrderState.Paid).Take(OrderStep.PaymentDisputed, Some.Noon));

        Assert.Equal(MoveRefusal.Disputed, Assert.IsType<Move.Refused>(disputed.Ship("RR1", Some.Noon)).Reason);
        Assert.Equal("RR1", Accepted(Some.Order(OrderState.Paid).Ship("RR1", Some.Noon)).Tracking);
    }

    [Fact]
    public void An_order_only_moves_forward_whatever_is_told_and_how_often()
    {
        Gen.OneOf(Enum.GetValues<OrderStep>().Select(Gen.Const).ToArray()).Array[0, 30].Sample(steps =>
        {
            var order = Some.Order(OrderState.Draft);
            foreach (var step in steps)
            {
                var before = order;
                if (before.Take(step, Some.Noon) is not Move.Accepted { Order: var after })
                    continue;
                order = after;
                Assert.True(step == OrderStep.CallOff || Rank(after.State) >= Rank(before.State), $"{step} took {before.State} back to {after.State}");
                Assert.False(Closed.Contains(before.State) && !Closed.Contains(after.State), $"{step} woke a closed order");
                Assert.False(step != OrderStep.CallOff && Paid.Contains(before.State) && Closed.Contains(after.State), $"{step} closed a paid order");
                Assert.False(after.Has(OrderMarks.Cancelling) && after.State != OrderState.AwaitingPayment);
                Assert.IsNotType<Move.Accepted>(after.Take(step, Some.Noon));
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
        OrderState.Preparing => 4,
        OrderState.Shipped => 5,
        _ => 6,
    };

    private static (OrderState State, OrderMarks Marks) StateOf(Order order) => (order.State, order.Marks);

    private static Order Accepted(Move move) => Assert.IsType<Move.Accepted>(move).Order;
}
