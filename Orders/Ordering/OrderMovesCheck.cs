namespace CommerceBot.Orders;

/// <summary>What a table of moves must be like, so that a wrong row stops the start and not a sale.</summary>
internal static class OrderMovesCheck
{
    public static void Check(IReadOnlyList<OrderMove> table, IReadOnlyDictionary<OrderStep, OrderState[]> already)
    {
        List<string> faults =
        [
            .. UnknownStates(table, already),
            .. UnusedSteps(table),
            .. Disagreements(table, already),
            .. Unreachable(table),
        ];
        if (faults.Count > 0)
            throw new InvalidOperationException("The table of order moves is wrong: " + string.Join("; ", faults) + ". Mend Orders/Ordering/OrderMoves.cs.");
    }

    private static IEnumerable<string> UnknownStates(IReadOnlyList<OrderMove> table, IReadOnlyDictionary<OrderStep, OrderState[]> already) =>
        table.SelectMany(move => move.From.Append(move.To))
            .Concat(already.Values.SelectMany(states => states))
            .Where(state => !Enum.IsDefined(state))
            .Select(state => $"{state} is no state");

    private static IEnumerable<string> UnusedSteps(IReadOnlyList<OrderMove> table) =>
        Enum.GetValues<OrderStep>()
            .Where(step => table.All(move => move.Step != step || move.From.Length == 0))
            .Select(step => $"{step} leads nowhere");

    private static IEnumerable<string> Disagreements(IReadOnlyList<OrderMove> table, IReadOnlyDictionary<OrderStep, OrderState[]> already)
    {
        var starts = table.SelectMany(move => move.From.Select(from => (move.Step, From: from))).ToList();
        foreach (var twice in starts.GroupBy(start => start).Where(group => group.Count() > 1))
            yield return $"{twice.Key.Step} from {twice.Key.From} has {twice.Count()} rows";
        foreach (var (step, from) in starts.Where(start => already.TryGetValue(start.Step, out var states) && states.Contains(start.From)))
            yield return $"{step} from {from} is both a move and already so";
    }

    private static IEnumerable<string> Unreachable(IReadOnlyList<OrderMove> table)
    {
        HashSet<OrderState> reached = [OrderState.Draft];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(table.Where(move => move.From.Any(reached.Contains)).Select(move => move.To).ToList());
        }

        return Enum.GetValues<OrderState>().Except(reached).Select(state => $"no move reaches {state}");
    }
}
