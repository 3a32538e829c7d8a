namespace CommerceBot.Orders;

/// <summary>What a table of transitions must be like, so that a wrong line stops the start and not a sale.</summary>
internal static class OrderTransitionsCheck
{
    /// <exception cref="InvalidOperationException">Every fault, each named by its state and trigger.</exception>
    public static void Check(IReadOnlyList<StateTransitions> table, IReadOnlyCollection<OrderTrigger> fired)
    {
        List<string> faults = [.. Blocks(table), .. Lines(table), .. Disagreements(table), .. Unreachable(table),
            .. NeverFired(table, fired)];
        if (faults.Count > 0)
            throw new InvalidOperationException("The table of order transitions is wrong: " + string.Join("; ",
                faults) + ". Mend Orders/Ordering/OrderTransitions.cs.");
    }

    private static IEnumerable<string> Blocks(IReadOnlyList<StateTransitions> table) =>
        Enum.GetValues<OrderState>().Where(state => table.Count(block => block.From == state) != 1).Select(state =>
            $"{state} has not one block")
            .Concat(table.Where(block => !Enum.IsDefined(block.From)).Select(block => $"{block.From} is no state"));

    private static IEnumerable<string> Lines(IReadOnlyList<StateTransitions> table)
    {
        foreach (var (from, line) in table.SelectMany(block => block.Transitions.Select(line => (block.From, line))))
        {
            if (!Enum.IsDefined(line.To))
                yield return $"{line.Trigger} from {from} leads to {line.To}, which is no state";
            if (line.To == from && line.Sets == OrderFlags.None && line.Lifts == OrderFlags.None)
                yield return $"{line.Trigger} from {from} changes nothing: it is a repeat";
            if ((line.Sets & line.Lifts) != OrderFlags.None)
                yield return $"{line.Trigger} from {from} sets and lifts {line.Sets & line.Lifts}";
            if ((line.Unless == OrderFlags.None) != (line.Because == TransitionRefusal.WrongState))
                yield return $"{line.Trigger} from {from} has a guard without a reason, or a reason without a guard";
        }
    }

    private static IEnumerable<string> Disagreements(IReadOnlyList<StateTransitions> table) =>
        from block in table
        from twice in block.Transitions.Select(line =>
            line.Trigger).Concat(block.Repeats).Concat(block.NeedsRefund).GroupBy(trigger => trigger)
        where twice.Count() > 1
        select $"{twice.Key} stands {twice.Count()} times in the block of {block.From}";

    private static IEnumerable<string> Unreachable(IReadOnlyList<StateTransitions> table)
    {
        HashSet<OrderState> reached = [OrderState.Draft];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(table.Where(block => reached.Contains(block.From)).SelectMany(block => block.Transitions).Select(line =>
                line.To).ToList());
        }

        return Enum.GetValues<OrderState>().Except(reached).Select(state => $"no transition reaches {state}");
    }

    /// <summary>A line that nothing can fire is a promise that nobody keeps; a trigger without a line is one that nobody hears.</summary>
    private static IEnumerable<string> NeverFired(IReadOnlyList<StateTransitions> table, IReadOnlyCollection<OrderTrigger> fired)
    {
        var used = table.SelectMany(block => block.Transitions).Select(line => line.Trigger).ToHashSet();
        return Enum.GetValues<OrderTrigger>().Where(trigger => !used.Contains(trigger)).Select(trigger => $"{trigger} leads nowhere")
            .Concat(used.Except(fired).Select(trigger => $"nothing fires {trigger}"));
    }
}
