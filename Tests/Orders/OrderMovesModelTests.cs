using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

/// <summary>The order's machine beside the naivest reading of its table, whatever rows the table has.</summary>
public sealed class OrderMovesModelTests
{
    private static readonly OrderState[] States = Enum.GetValues<OrderState>();
    private static readonly OrderStep[] Steps = Enum.GetValues<OrderStep>();
    private static readonly OrderMarks[] Marks = [.. Enum.GetValues<OrderMarks>().Where(mark => mark != OrderMarks.None)];
    private static readonly DateTimeOffset Later = Some.Noon.AddHours(1);

    [Fact]
    public void Every_step_from_every_state_with_every_mark_does_what_its_row_says()
    {
        foreach (var state in States)
            foreach (var marks in AllMarks())
                foreach (var step in Steps)
                    Agree(Some.Order(state, marks), step);
    }

    [Fact]
    public void The_table_leads_only_forward()
    {
        foreach (var state in States)
            Assert.DoesNotContain(state, After(state));
    }

    [Fact]
    public void Whatever_is_told_and_in_whatever_order_a_state_that_was_left_never_comes_back()
    {
        Gen.OneOf(Steps.Select(Gen.Const).ToArray()).Array[0, 40].Sample(steps =>
        {
            var order = Some.Order(OrderState.Draft);
            List<OrderState> left = [];
            foreach (var step in steps)
            {
                var before = order;
                order = Agree(before, step);
                Assert.Equal(order, order.Take(step, Later) switch { Move.Accepted again => again.Order, _ => order });
                if (order.State != before.State)
                    left.Add(before.State);
                Assert.DoesNotContain(order.State, left);
            }
        }, iter: 2_000);
    }

    /// <summary>The order after the step, which must be what the naive reading makes of it.</summary>
    private static Order Agree(Order order, OrderStep step)
    {
        var rows = OrderMoves.Table.Where(row => row.Step == step && row.From.Contains(order.State)).ToList();
        Assert.True(rows.Count <= 1, $"{step} from {order.State} has {rows.Count} rows");
        switch (order.Take(step, Later))
        {
            case Move.Accepted accepted:
                var row = Assert.Single(rows);
                var after = order with { State = row.To, Marks = (order.Marks | row.Sets) & ~row.Lifts, Updated = Later };
                Assert.NotEqual((order.State, order.Marks), (after.State, after.Marks));
                Assert.Equal(after, accepted.Order);
                return accepted.Order;
            case Move.AlreadySo already:
                Assert.Equal(order, already.Order);
                Assert.True(IsSoAlready(order, step, rows), $"{step} from {order.State} ({order.Marks}) is not so already");
                return order;
            case Move.Refused refused:
                Assert.NotEqual("", refused.Detail);
                Assert.Contains(order.Number.Value, refused.Detail, StringComparison.Ordinal);
                // A mark may forbid what the table allows; an order without one goes by the table alone.
                Assert.True(order.Marks != OrderMarks.None || rows.Count == 0 && !IsSoAlready(order, step, rows), $"{step} from {order.State} is refused against the table");
                Assert.True(rows.Count == 0 || refused.Reason != MoveRefusal.WrongState, $"{step} starts from {order.State}");
                return order;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no answer.");
        }
    }

    private static bool IsSoAlready(Order order, OrderStep step, List<OrderMove> rows) => rows.Count == 0
        ? OrderMoves.Already.TryGetValue(step, out var states) && states.Contains(order.State)
        : rows[0].To == order.State && ((order.Marks | rows[0].Sets) & ~rows[0].Lifts) == order.Marks;

    /// <summary>Every state that can follow, this one left.</summary>
    private static HashSet<OrderState> After(OrderState state)
    {
        HashSet<OrderState> seen = [];
        Stack<OrderState> ahead = new(Next(state));
        while (ahead.TryPop(out var next))
            if (seen.Add(next))
                foreach (var further in Next(next))
                    ahead.Push(further);
        return seen;

        static IEnumerable<OrderState> Next(OrderState from) =>
            OrderMoves.Table.Where(row => row.From.Contains(from) && row.To != from).Select(row => row.To);
    }

    private static IEnumerable<OrderMarks> AllMarks()
    {
        for (var bits = 0; bits < 1 << Marks.Length; bits++)
            yield return Marks.Where((_, at) => (bits >> at & 1) == 1).Aggregate(OrderMarks.None, (all, mark) => all | mark);
    }
}
