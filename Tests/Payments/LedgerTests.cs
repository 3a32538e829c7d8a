using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class LedgerTests
{
    private static readonly Order Order = Some.Order();
    private static readonly PaymentLedger Opened = Pay.Opened(Order);

    [Fact]
    public void A_ledger_says_how_the_payment_stands()
    {
        Assert.Equal(PaymentState.None, PaymentLedger.Empty(Order.Id).State);
        Assert.Equal(PaymentState.Requested, Opened.State);
        var paid = Add(Opened, PaymentFactKind.Succeeded, "pi_1", 4470);
        Assert.Equal(PaymentState.Paid, paid.State);
        var part = Add(paid, PaymentFactKind.Refunded, "re_1", 1990);
        Assert.Equal((PaymentState.PartlyRefunded, 1990), (part.State, part.GivenBack!.Value.Minor));
        var full = Add(part, PaymentFactKind.Refunded, "re_2", 2480);
        Assert.Equal(PaymentState.Refunded, full.State);
        Assert.Equal(PaymentState.PartlyRefunded, Add(full, PaymentFactKind.RefundFailed, "re_2", null).State);
        Assert.Equal(PaymentState.Disputed, Add(paid, PaymentFactKind.Disputed, "dp_1", 4470).State);
        Assert.Equal(
            PaymentState.Paid, Add(Add(paid, PaymentFactKind.Disputed, "dp_1", 4470), PaymentFactKind.DisputeWon, "dp_1", null).State);
        Assert.Equal(
            PaymentState.Refunded, Add(Add(paid, PaymentFactKind.Disputed, "dp_1", 4470), PaymentFactKind.DisputeLost, "dp_1", 4470).State);
    }

    [Fact]
    public void A_fact_told_twice_is_written_once()
    {
        var paid = Add(Opened, PaymentFactKind.Succeeded, "pi_1", 4470);

        Assert.Same(paid, Assert.IsType<LedgerChange.AlreadySo>(paid.Add(Fact(PaymentFactKind.Succeeded, "pi_1", 9999))).Ledger);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.IsType<LedgerChange.Refused>(Opened.Add(Fact(PaymentFactKind.Succeeded, "pi_1", -1)));
        Assert.IsType<LedgerChange.Refused>(Opened.Add(Fact(PaymentFactKind.Succeeded, "pi_1", null)));
        Assert.IsType<LedgerChange.Refused>(Opened.Add(Fact(PaymentFactKind.Refunded, "re_1", 100)));
        var paid = Add(Opened, PaymentFactKind.Succeeded, "pi_1", 4470);
        Assert.IsType<LedgerChange.Refused>(
            paid.Add(Fact(PaymentFactKind.Refunded, "re_1", 1) with { Amount = new Money(1, new Currency("USD")) }));
    }

    [Fact]
    public void Facts_in_any_order_and_any_number_amount_to_the_same()
    {
        var facts = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[0, 500])
            .Select(
                (kind, number, cents) =>
                    kind switch
                    {
                        0 => Fact(PaymentFactKind.Succeeded, $"pi_{number}", 1000 * number),
                        1 => Fact(PaymentFactKind.Refunded, $"re_{number}", 100 * number),
                        2 => Fact(PaymentFactKind.RefundFailed, $"re_{number}", null),
                        _ => Fact(PaymentFactKind.Disputed, $"dp_{number}", cents),
                    }
            );
        facts
            .Array[0, 30]
            .Sample(told =>
            {
                var start = Add(Opened, PaymentFactKind.Succeeded, "pi_0", 5000);
                var forward = told.Aggregate(start, Tell);
                var backward = told.Reverse().Aggregate(start, Tell);
                var distinct = told.Select(fact => (fact.Kind, fact.Reference)).ToHashSet();
                var taken =
                    5000 + distinct.Where(fact => fact.Kind == PaymentFactKind.Succeeded).Sum(fact => 1000 * (fact.Reference[^1] - '0'));
                var back = distinct
                    .Where(fact =>
                        fact.Kind == PaymentFactKind.Refunded && !distinct.Contains((PaymentFactKind.RefundFailed, fact.Reference)))
                    .Sum(fact => 100 * (fact.Reference[^1] - '0'));

            Assert.Equal((taken, back), (forward.Taken!.Value.Minor, forward.GivenBack!.Value.Minor));
            Assert.Equal((forward.State, forward.Taken, forward.GivenBack), (backward.State, backward.Taken, backward.GivenBack));
        });
    }

    [Fact]
    public void Attempts_are_asked_for_in_turn_and_once()
    {
        var (ledger, call) = (Pay.Begun(Order).Ledger, Pay.Call(Order));

        Assert.IsType<LedgerChange.AlreadySo>(ledger.Request(call, Some.Noon));
        Assert.IsType<LedgerChange.Refused>(ledger.Request(call with { Attempt = 5 }, Some.Noon));
        Assert.IsType<LedgerChange.Refused>(ledger.Request(call with { Order = new("other") }, Some.Noon));
        Assert.Equal(2, Assert.IsType<OpenSession>(Assert.Single(Pay.Begun(Order, ledger).Calls)).Attempt);
    }

    private static PaymentLedger Tell(PaymentLedger ledger, PaymentFact fact) =>
        ledger.Add(fact) is LedgerChange.Accepted told ? told.Ledger : ledger;

    private static PaymentLedger Add(PaymentLedger ledger, PaymentFactKind kind, string reference, long? cents) =>
        Assert.IsType<LedgerChange.Accepted>(ledger.Add(Fact(kind, reference, cents))).Ledger;

    private static PaymentFact Fact(PaymentFactKind kind, string reference, long? cents) =>
        new(kind, reference, 1, cents is { } amount ? Some.Eur(amount) : null, Some.Noon, null, null);
}
