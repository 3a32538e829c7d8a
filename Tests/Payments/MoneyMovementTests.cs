using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class MoneyMovementTests
{
    private static readonly OrderId Order = new("a1b2c3d4e5f60718-42");

    [Fact]
    public void Money_that_came_and_went_back_is_a_movement_each_and_what_a_bank_sent_back_comes_in_again()
    {
        var ledger = Of(
            (PaymentFactKind.Requested, "cs:1", 2000),
            (PaymentFactKind.Succeeded, "pi_1", 2000),
            (PaymentFactKind.RefundPending, "re_1", 500),
            (PaymentFactKind.Refunded, "re_1", 500),
            (PaymentFactKind.RefundFailed, "re_1", 500),
            (PaymentFactKind.Disputed, "dp_1", 2000),
            (PaymentFactKind.DisputeLost, "dp_1", 2000),
            (PaymentFactKind.DisputeWon, "dp_1", 2000));
        Assert.Equal(
            [(1, 2000L), (3, -500L), (4, 500L), (6, -2000L), (7, 2000L)],
            MoneyMovement.Of(ledger).Select(moved => (moved.Fact, moved.Amount.Minor)));
    }

    [Fact]
    public void A_ledger_that_grew_keeps_the_movements_that_it_had()
    {
        var whole = Of(
            (PaymentFactKind.Succeeded, "pi_1", 2000), (PaymentFactKind.Surplus, "pi_2", 2000), (PaymentFactKind.Refunded, "re_2", 2000),
            (PaymentFactKind.Refunded, "re_1", 700));
        for (var facts = 0; facts <= whole.Facts.Count; facts++)
        {
            var part = MoneyMovement.Of(whole with { Facts = [.. whole.Facts.Take(facts)] });
            Assert.Equal(MoneyMovement.Of(whole).Where(moved => moved.Fact < facts), part);
        }
    }

    private static PaymentLedger Of(params (PaymentFactKind Kind, string Reference, long Cents)[] facts) =>
        new(Order, [], [.. facts.Select((fact, at) => new PaymentFact(
            fact.Kind, fact.Reference, 1, Some.Eur(fact.Cents), Some.Noon.AddMinutes(at), null, null, "pi_1"))], 0);
}
