using Fact = CommerceBot.Payments.PaymentFactKind;
using State = CommerceBot.Payments.PaymentState;

namespace CommerceBot.Payments;

/// <summary>One row of the table: told in one of these states, this fact leads to one of those, or leaves the state as it is.</summary>
public sealed record PaymentTransition(Fact Fact, State[] From, params State[] To);

/// <summary>
/// All that can become of a payment. The state itself is never set: it is computed from the facts (<see cref="LedgerSums"/>),
/// and this table says which facts may be told when, and what they may amount to.
/// </summary>
public static class PaymentTransitions
{
    private static readonly State[] Any = Enum.GetValues<State>();
    private static readonly State[] Unpaid = [State.None, State.Requested, State.Processing, State.Failed];

    /// <summary>Where money has come.</summary>
    private static readonly State[] Received = [State.Owing, State.Paid, State.PartlyRefunded, State.Refunded, State.Disputed];

    /// <summary>One row for each kind of fact.</summary>
    public static IReadOnlyList<PaymentTransition> Table { get; } =
    [
        new(Fact.Requested,       Unpaid,   State.Requested),
        new(Fact.Opened,          Any),
        new(Fact.Declined,        Any),
        new(Fact.Replacing,       Any),
        new(Fact.Processing,      Any,      State.Processing),
        new(Fact.Failed,          Any,      State.Failed, State.Requested),
        new(Fact.Expired,         Any,      State.None, State.Failed, State.Requested),
        new(Fact.Abandoned,       Any,      State.None, State.Failed, State.Requested),
        new(Fact.Succeeded,       Any,      State.Paid, State.PartlyRefunded),
        new(Fact.Surplus,         Any,      State.Owing),
        // A session completed for nothing brings nothing that could be owed.
        new(Fact.Mispaid,         Any,      State.Owing, State.None, State.Failed),
        new(Fact.RefundRequested, Received),
        new(Fact.RefundUnsure,    Received),
        new(Fact.RefundPending,   Received),
        new(Fact.Refunded,        Received, State.PartlyRefunded, State.Refunded),
        new(Fact.RefundFailed,    Received, State.Owing, State.Paid, State.PartlyRefunded),
        new(Fact.Disputed,        Received, State.Disputed),
        new(Fact.DisputeWon,      Received, State.Owing, State.Paid, State.PartlyRefunded, State.Refunded),
        new(Fact.DisputeLost,     Received, State.Owing, State.Paid, State.PartlyRefunded, State.Refunded),
        new(Fact.StatusUnknown,   Any),
    ];

    /// <summary>Run at start-up: throws when a state cannot be reached, a row leads nowhere known, or a fact has no row or two.</summary>
    public static void Check() => Check(Table);

    internal static void Check(IReadOnlyList<PaymentTransition> table)
    {
        List<string> faults =
        [
            .. Enum.GetValues<Fact>().Where(fact => table.Count(move => move.Fact == fact) != 1).Select(fact => $"{fact} has not one row"),
            .. table
                .SelectMany(move => move.From.Concat(move.To))
                .Where(state => !Enum.IsDefined(state))
                .Select(state => $"{state} is no state"),
            .. Enum.GetValues<State>().Except(Reached(table)).Select(state => $"no fact reaches {state}"),
        ];
        if (faults.Count > 0)
            throw new InvalidOperationException("The table of payment transitions is wrong: " + string.Join("; ",
                faults) + ". Mend Payments/Ledger/PaymentTransitions.cs.");
    }

    /// <summary>Why this fact cannot be told to a payment in this state; null when it can.</summary>
    internal static string? Objection(State state, PaymentFact fact) =>
        Row(fact.Kind).From.Contains(state) ? null : $"{fact.Kind} {fact.Reference} cannot be told of a payment that is {state}.";

    /// <summary>The facts amount to something that the table does not know: a fault in the sums, never in what was told.</summary>
    internal static void Follow(State before, PaymentFact fact, State after)
    {
        if (before != after && !Row(fact.Kind).To.Contains(after))
            throw new InvalidOperationException(
                $"{fact.Kind} {fact.Reference} turned a payment from {before} into {after}, which the table of payment transitions does "
                + "not know."
            );
    }

    private static PaymentTransition Row(Fact fact) => Table.First(move => move.Fact == fact);

    private static HashSet<State> Reached(IReadOnlyList<PaymentTransition> table)
    {
        HashSet<State> reached = [State.None];
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(table.Where(move => move.From.Any(reached.Contains)).SelectMany(move => move.To).ToList());
        }

        return reached;
    }
}
