using CommerceBot.Catalog;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The lowest price of thirty days, by which a price cut is measured.</summary>
public sealed class PricePointTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_the_lowest_of_no_prices() => Assert.Null(Lowest());

    [Fact]
    public void A_price_that_began_long_ago_and_still_holds_counts() => Assert.Equal(1990, Lowest(At(-400, 1990)));

    [Fact]
    public void A_lower_price_that_ended_before_counts_no_more() =>
        Assert.Equal(1990, Lowest(At(-400, 990), At(-30, 1990)));

    [Fact]
    public void A_lower_price_that_ended_within_counts() => Assert.Equal(990, Lowest(At(-400, 990), At(-29, 1990), At(-1, 2990)));

    [Fact]
    public void A_sale_counts_while_it_holds() => Assert.Equal(
        (1500, 1990, 1500, 1990),
        (Lowest(Sale(-400, 1990, 1500, null, null)), Lowest(Sale(-400, 1990, 1500, -300, -31)), Lowest(Sale(-400, 1990, 1500, -300, -29)),
            Lowest(Sale(-400, 1990, 1500, 1, 5))));

    [Fact]
    public void The_price_beside_a_sale_that_held_all_the_time_was_never_asked() =>
        Assert.Equal(1700, Lowest(Sale(-400, 1600, 1700, null, null)));

    [Fact]
    public void A_sale_is_measured_by_the_thirty_days_before_it_and_not_by_itself() => Assert.Equal(
        (1990, null, 1500, 1990),
        (Before(At(-400, 1990), Sale(-3, 1990, 1490, null, null)), Before(Sale(-3, 1990, 1490, null, null)),
            Before(At(-400, 1990), At(-20, 1500), Sale(-3, 1990, 1490, null, null)),
            Before(At(-400, 1500), At(-34, 1990), Sale(-3, 1990, 1490, null, null))));

    [Fact]
    public void A_sale_that_was_announced_and_began_later_is_measured_by_the_days_before_it_began() =>
        Assert.Equal(1990, Before(Sale(-40, 1990, 1490, -2, 5)));

    [Fact]
    public void A_price_that_was_raised_for_a_sale_makes_no_cut() =>
        Assert.Equal(1490, Before(At(-400, 1490), Sale(-3, 1990, 1490, null, null)));

    private static long? Before(params PricePoint[] points) =>
        PricePoint.BeforeSale(points, points[^1].Sale!, Now)?.Minor;

    private static long? Lowest(params PricePoint[] points) => PricePoint.Lowest(points, Now.AddDays(-30), Now)?.Minor;

    private static PricePoint At(int day, int cents) => new(Now.AddDays(day), Some.Eur(cents), null);

    private static PricePoint Sale(int day, int cents, int sale, int? from, int? to) => At(day, cents) with
    {
        Sale = new Sale(Some.Eur(sale), from is { } first ? Now.AddDays(first) : null, to is { } last ? Now.AddDays(last) : null),
    };
}
