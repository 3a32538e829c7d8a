using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

/// <summary>The order's machine beside the naivest reading of its table, whatever rows the table has.</summary>
public sealed class OrderTransitionsModelTests
{
    private static readonly OrderState[] States = Enum.GetValues<OrderState>();
    private static readonly OrderTrigger[] Triggers = Enum.GetValues<OrderTrigger>();
    private static readonly OrderFlags[] Flags = [.. Enum.GetValues<OrderFlags>().Where(flag => flag != OrderFlags.None)];
    private static readonly DateTimeOffset Later = Some.Noon.AddHours(1);

    [Fact]
    public void Every_trigger_from_every_state_with_every_flag_does_what_its_row_says()
    {
        foreach (var state in States)
            foreach (var flags in AllFlags())
                foreach (var trigger in Triggers)
                    Agree(Some.Order(state, flags), trigger);
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
        Gen.OneOf(Triggers.Select(Gen.Const).ToArray()).Array[0, 40].Sample(triggers =>
        {
            var order = Some.Order(OrderState.Draft);
            List<OrderState> left = [];
            foreach (var trigger in triggers)
            {
                var before = order;
                order = Agree(before, trigger);
                Assert.Equal(order, order.Take(trigger, Later) switch { TransitionResult.Accepted again => again.Order, _ => order });
                if (order.State != before.State)
                    left.Add(before.State);
                Assert.DoesNotContain(order.State, left);
            }
        }, iter: 2_000);
    }

    /// <summary>The order after the trigger, which must be what the naive reading makes of it.</summary>
    private static Order Agree(Order order, OrderTrigger trigger)
    {
        var rows = Lines(order.State).Where(row => row.Trigger == trigger).ToList();
        Assert.True(rows.Count <= 1, $"{trigger} from {order.State} has {rows.Count} rows");
        switch (order.Take(trigger, Later))
        {
            case TransitionResult.Accepted accepted:
                var row = Assert.Single(rows);
                var after = order with { State = row.To, Flags = (order.Flags | row.Sets) & ~row.Lifts, Updated = Later };
                Assert.NotEqual((order.State, order.Flags), (after.State, after.Flags));
                Assert.Equal(after, accepted.Order);
                return accepted.Order;
            case TransitionResult.AlreadySo already:
                Assert.Equal(order, already.Order);
                Assert.True(IsSoAlready(order, trigger, rows), $"{trigger} from {order.State} ({order.Flags}) is not so already");
                return order;
            case TransitionResult.Refused refused:
                Assert.NotEqual("", refused.Detail);
                Assert.Contains(order.Number.Value, refused.Detail, StringComparison.Ordinal);
                // A flag may forbid what the table allows; an order without one goes by the table alone.
                Assert.True(
                    order.Flags != OrderFlags.None || rows.Count == 0 && !IsSoAlready(order, trigger, rows),
                    $"{trigger} from {order.State} is refused against the table");
                Assert.True(rows.Count == 0 || refused.Reason != TransitionRefusal.WrongState, $"{trigger} starts from {order.State}");
                return order;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no answer.");
        }
    }

    private static bool IsSoAlready(Order order, OrderTrigger trigger, List<OrderTransition> rows) => rows.Count == 0
        ? OrderTransitions.Table.Single(block => block.From == order.State).Repeats.Contains(trigger)
        : rows[0].To == order.State && ((order.Flags | rows[0].Sets) & ~rows[0].Lifts) == order.Flags;

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
            Lines(from).Where(row => row.To != from).Select(row => row.To);
    }

    private static IEnumerable<OrderTransition> Lines(OrderState from) =>
        OrderTransitions.Table.Where(block => block.From == from).SelectMany(block => block.Transitions);

    private static IEnumerable<OrderFlags> AllFlags()
    {
        for (var bits = 0; bits < 1 << Flags.Length; bits++)
            yield return Flags.Where((_, at) => (bits >> at & 1) == 1).Aggregate(OrderFlags.None, (all, flag) => all | flag);
    }
}
