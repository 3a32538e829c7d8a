using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

/// <summary>Until when a shopper may withdraw, and what a declaration makes of an order.</summary>
public sealed class WithdrawalPeriodTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    [Theory]
    // A plain one: the day of delivery does not count, and the last one counts to its end.
    [InlineData("2026-11-03T09:00Z", "2026-11-17T22:59:59Z", true)]
    [InlineData("2026-11-03T09:00Z", "2026-11-17T23:00:00Z", false)]
    // Half past midnight in Rome is the next day already.
    [InlineData("2026-11-02T23:30Z", "2026-11-17T22:59:59Z", true)]
    // 14 days later is a Saturday: it ends with Monday.
    [InlineData("2026-11-07T09:00Z", "2026-11-23T22:59:59Z", true)]
    [InlineData("2026-11-07T09:00Z", "2026-11-23T23:00:00Z", false)]
    // Christmas is a Friday in 2026, St Stephen's a Saturday: it ends with Monday the 28th.
    [InlineData("2026-12-11T09:00Z", "2026-12-28T22:59:59Z", true)]
    [InlineData("2026-12-11T09:00Z", "2026-12-28T23:00:00Z", false)]
    // Easter Monday of 2027 is the 29th of March, by then in summer time.
    [InlineData("2027-03-15T09:00Z", "2027-03-30T21:59:59Z", true)]
    [InlineData("2027-03-15T09:00Z", "2027-03-30T22:00:00Z", false)]
    public void The_period_ends_with_the_fourteenth_day_or_the_next_working_day(string delivered, string at, bool open)
    {
        var order = Some.Order(OrderState.Delivered) with { Delivered = DateTimeOffset.Parse(delivered, null) };
        Assert.Equal(open, WithdrawalPeriod.IsOpen(order, DateTimeOffset.Parse(at, null), Rome));
    }

    [Theory]
    [InlineData(OrderState.Paid, true)]
    [InlineData(OrderState.PartlyShipped, true)]
    [InlineData(OrderState.Shipped, true)]
    [InlineData(OrderState.AwaitingPayment, false)]
    [InlineData(OrderState.PaymentProcessing, false)]
    [InlineData(OrderState.Cancelled, false)]
    [InlineData(OrderState.Expired, false)]
    public void While_nobody_knows_of_a_delivery_it_does_not_end(OrderState state, bool open) =>
        Assert.Equal(open, WithdrawalPeriod.IsOpen(Some.Order(state), Some.Noon.AddYears(1), Rome));

    [Fact]
    public void An_order_that_was_delivered_before_the_day_was_kept_counts_from_its_last_change()
    {
        var order = Some.Order(OrderState.Delivered) with { Updated = Some.Noon };
        Assert.True(WithdrawalPeriod.IsOpen(order, Some.Noon.AddDays(14), Rome));
        Assert.False(WithdrawalPeriod.IsOpen(order, Some.Noon.AddDays(15), Rome));
    }

    [Fact]
    public void Pieces_are_withdrawn_from_once_and_never_more_than_there_are()
    {
        var order = Some.Order(OrderState.Shipped);
        var first = Accepted(order.Withdraw(Said(order, 1)));
        Assert.True(first.Has(OrderFlags.Withdrawn));
        Assert.Equal(1, Assert.Single(first.LeftToWithdraw()).Quantity);
        Assert.IsType<TransitionResult.Refused>(first.Withdraw(Said(order, 2)));
        Assert.IsType<TransitionResult.Refused>(first.Withdraw(Said(order, 0)));
        var second = Accepted(first.Withdraw(Said(order, 1)));
        Assert.Equal(2, second.Withdrawals.Count);
        Assert.False(WithdrawalPeriod.IsOpen(second, Some.Noon, Rome));
        Assert.IsType<TransitionResult.Refused>(Some.Order(OrderState.Expired).Withdraw(Said(order, 1)));
    }

    [Fact]
    public void An_order_waits_until_the_price_of_what_was_withdrawn_has_gone_back_since()
    {
        var order = Some.Order(OrderState.Shipped);
        var withdrawn = Accepted(order.Withdraw(Said(order, 1) with { RefundedBefore = 500 }));
        Assert.True(withdrawn.RefundedTo(null, Some.Noon).Has(OrderFlags.Withdrawn));
        Assert.True(withdrawn.RefundedTo(Some.Eur(500 + 1989), Some.Noon).Has(OrderFlags.Withdrawn));
        Assert.False(withdrawn.RefundedTo(Some.Eur(500 + 1990), Some.Noon).Has(OrderFlags.Withdrawn));
    }

    private static Order Accepted(TransitionResult result) => Assert.IsType<TransitionResult.Accepted>(result).Order;

    private static Withdrawal Said(Order order, int pieces) =>
        new(Some.Noon, "Anna Bianchi", "anna@example.com", [order.Stock[0] with { Quantity = pieces }]);
}
