using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class PaymentTransitionsTests
{
    [Fact]
    public void The_table_of_payment_moves_is_sound() => PaymentTransitions.Check();

    [Fact]
    public void A_table_with_a_fault_stops_the_start()
    {
        Wrong([.. PaymentTransitions.Table.Where(move => move.Fact != PaymentFactKind.Refunded)], "Refunded has not one row");
        Wrong([.. PaymentTransitions.Table.Append(PaymentTransitions.Table[0])], "Requested has not one row");
        Wrong([.. PaymentTransitions.Table.Select(move => move.Fact == PaymentFactKind.Disputed ? move with { To = [] } : move)],
            "no fact reaches Disputed");
        Wrong([.. PaymentTransitions.Table.Select(move => move.Fact == PaymentFactKind.Disputed
            ? move with { To = [(PaymentState)99] } : move)], "99 is no state");
    }

    /// <summary>
    /// Whatever is told in whatever order, the state that the facts amount to is one that the table knows; else a ledger
    /// throws. Only what goes back comes after what came: refunds and disputes of unknown payments are not written down.
    /// </summary>
    [Fact]
    public void The_sums_never_leave_the_table()
    {
        var order = Some.Order();
        var facts = Gen.Select(
            Gen.OneOf(Enum.GetValues<PaymentFactKind>().Select(Gen.Const).ToArray()), Gen.Int[1, 3], Gen.Int[1, 3], Gen.Long[1, 5000]);
        facts
            .Array[0, 40]
            .Sample(
                told =>
                {
                    var ledger = Pay.Opened(order, 3);
                    foreach (var (kind, number, payment, cents) in told)
                    {
                        var money = kind is PaymentFactKind.Succeeded or PaymentFactKind.Surplus or PaymentFactKind.Mispaid;
                        if (kind >= PaymentFactKind.Succeeded
                            && ledger.Facts.Any(one => one.IsReceipt && one.Reference == $"pi_{payment}") == money)
                            continue;
                        var reference =
                            money ? $"pi_{payment}"
                            : kind is PaymentFactKind.Refunded or PaymentFactKind.RefundFailed or PaymentFactKind.RefundPending
                                ? $"re_{number}"
                            : $"dp_{number}";
                        var fact = new PaymentFact(kind, reference, number, Some.Eur(cents), Some.Noon, null, null, $"pi_{payment}");
                        if (ledger.Add(fact) is LedgerChange.Accepted accepted)
                            ledger = accepted.Ledger;
                    }

            Assert.Contains(ledger.State, Enum.GetValues<PaymentState>());
        }, iter: 2000);
    }

    private static void Wrong(IReadOnlyList<PaymentTransition> table, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => PaymentTransitions.Check(table)).Message,
            StringComparison.Ordinal);
}
