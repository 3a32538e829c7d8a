using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using Xunit;

namespace CommerceBot.Tests.Contracts;

/// <summary>Sales, counts and pieces given back, in whatever order they come: the stock is neither oversold nor forgotten.</summary>
public abstract partial class StoreContract
{
    private static readonly Sku Cup = new("cup-1");

    [Fact]
    public async Task A_feed_knows_of_what_was_sold_before_its_time_and_not_of_what_was_sold_after()
    {
        await Fixture.PutInStockAsync(Mug, 10);
        await SellAsync("o1", 2);
        var counted = Later();
        Later();
        await SellAsync("o2", 3);
        await StockAsync(stock => stock.Reserve(new OrderId("o3"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow()));
        Assert.Equal(4, await AvailableAsync());

        Assert.Equal(0, await Fixture.FeedAsync(counted, (Mug, 8)));
        Assert.Equal(4, await AvailableAsync());
        await Fixture.FeedAsync(Later(), (Mug, 5));
        Assert.Equal(4, await AvailableAsync());
    }

    [Fact]
    public async Task What_was_sold_at_the_very_moment_of_a_count_is_not_in_it()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await SellAsync("o1", 2);
        Assert.True(await Fixture.CountAsync(Mug, 5, Fixture.Time.GetUtcNow()));

        Assert.Equal(3, await AvailableAsync());
    }

    [Fact]
    public async Task A_feed_older_than_what_is_known_leaves_the_stock_and_says_so()
    {
        var old = Fixture.Time.GetUtcNow();
        Later();
        await Fixture.PutInStockAsync(Mug, 5);
        await SellAsync("o1", 1);

        Assert.Equal(1, await Fixture.FeedAsync(old, (Mug, 99), (Cup, 3)));
        Assert.Equal((4, 3), (await AvailableAsync(), await AvailableAsync(Cup)));
        Assert.False(await Fixture.CountAsync(Mug, 99, old));
        Assert.False(await Fixture.CountAsync(new Sku("nothing"), 1, Fixture.Time.GetUtcNow()));
        Assert.Equal(4, await AvailableAsync());
    }

    [Fact]
    public async Task A_sale_that_ends_after_a_count_is_never_in_it_however_late_the_clock_is()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await using var paid = await Fixture.BeginAsync();
        paid.Stock.Allocate(new OrderId("o1"), [new StockLine(Mug, 2)]);
        var counted = Fixture.Time.GetUtcNow().AddMinutes(1);
        await Fixture.CountAsync(Mug, 5, counted);
        Assert.Equal(CommitResult.Committed, await paid.CommitAsync());
        Assert.Equal(3, await AvailableAsync());

        await Fixture.CountAsync(Mug, 5, counted);
        Assert.Equal(3, await AvailableAsync());
    }

    [Fact]
    public async Task A_sale_is_as_old_as_its_commit_and_not_as_its_turn()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await using var paid = await Fixture.BeginAsync();
        paid.Stock.Allocate(new OrderId("o1"), [new StockLine(Mug, 2)]);
        var counted = Later();
        Later();
        Assert.Equal(CommitResult.Committed, await paid.CommitAsync());
        await Fixture.FeedAsync(counted, (Mug, 5));

        Assert.Equal(3, await AvailableAsync());
    }

    [Fact]
    public async Task A_payment_after_a_count_that_found_fewer_gets_what_is_there_or_nothing()
    {
        await Fixture.PutInStockAsync(Mug, 3);
        await StockAsync(stock => stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 2)], Fixture.Time.GetUtcNow()));
        await SellAsync("o2", 1);
        await Fixture.CountAsync(Mug, 2, Later());
        Assert.Equal((0, true), (await AvailableAsync(), await HoldsAsync("o1")));
        await Fixture.CountAsync(Mug, 1, Later());
        Assert.Equal((0, false), (await AvailableAsync(), await HoldsAsync("o1")));
        await using var late = await Fixture.BeginAsync();
        late.Stock.Allocate(new OrderId("o1"), [new StockLine(Mug, 2)]);
        Assert.Equal(CommitResult.Conflict, await late.CommitAsync());

        await Fixture.CountAsync(Mug, 2, Later());
        Assert.True(await HoldsAsync("o1"));
        await StockAsync(stock => stock.Allocate(new OrderId("o1"), [new StockLine(Mug, 2)]));
        Assert.Equal(0, await AvailableAsync());
    }

    [Fact]
    public async Task What_is_set_aside_stays_the_orders_own_when_it_is_set_aside_anew_after_a_count_that_found_fewer()
    {
        await Fixture.PutInStockAsync(Mug, 4);
        foreach (var order in new[] { "o1", "o2" })
            await StockAsync(stock => stock.Reserve(new OrderId(order), [new StockLine(Mug, 2)], Fixture.Time.GetUtcNow()));
        await Fixture.CountAsync(Mug, 3, Later());
        Assert.True(await HoldsAsync("o1"));
        await StockAsync(stock => stock.Reserve(
            new OrderId("o1"), [new StockLine(Mug, 1), new StockLine(Mug, 1)], Fixture.Time.GetUtcNow()));
        Assert.True(await HoldsAsync("o1"));

        await using var more = await Fixture.BeginAsync();
        more.Stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 3)], Fixture.Time.GetUtcNow());
        Assert.Equal(CommitResult.Conflict, await more.CommitAsync());
    }

    [Fact]
    public async Task What_will_not_be_sent_is_for_sale_again_and_only_once()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await SellAsync("o1", 3);
        await RestockAsync("o1", 1);
        Assert.Equal(3, await AvailableAsync());
        await RestockAsync("o1", 3);
        Assert.Equal(5, await AvailableAsync());
        await RestockAsync("o1", 3);
        await RestockAsync("nobody", 3);
        Assert.Equal(5, await AvailableAsync());

        await Fixture.CountAsync(Mug, 5, Later());
        Assert.Equal(5, await AvailableAsync());
    }

    [Fact]
    public async Task What_a_count_knew_to_be_sold_comes_back_on_hand_until_the_next_count()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await SellAsync("o1", 3);
        var counted = Later();
        await Fixture.CountAsync(Mug, 2, counted);
        await RestockAsync("o1", 2);
        Assert.Equal(4, await AvailableAsync());
        await RestockAsync("o1", 2);
        await RestockAsync("o1", 2);
        Assert.Equal(5, await AvailableAsync());

        await Fixture.CountAsync(Mug, 2, counted);
        Assert.Equal(5, await AvailableAsync());
        await Fixture.CountAsync(Mug, 4, Later());
        Assert.Equal(4, await AvailableAsync());
    }

    [Fact]
    public async Task A_late_feed_from_between_the_sale_and_its_return_adds_what_came_back()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await SellAsync("o1", 3);
        var between = Later();
        Later();
        await RestockAsync("o1", 1);
        await Fixture.FeedAsync(between, (Mug, 2));

        Assert.Equal(3, await AvailableAsync());
        await RestockAsync("o1", 9);
        Assert.Equal(5, await AvailableAsync());
    }

    [Fact]
    public async Task What_came_back_can_be_sold_to_another_and_no_more_than_that()
    {
        await Fixture.PutInStockAsync(Mug, 2);
        await SellAsync("o1", 2);
        await Fixture.CountAsync(Mug, 0, Later());
        await RestockAsync("o1", 1);
        await StockAsync(stock => stock.Reserve(new OrderId("o2"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow()));
        await using var third = await Fixture.BeginAsync();
        third.Stock.Reserve(new OrderId("o3"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow());

        Assert.Equal(CommitResult.Conflict, await third.CommitAsync());
        await StockAsync(stock => stock.Allocate(new OrderId("o2"), [new StockLine(Mug, 1)]));
        Assert.Equal(0, await AvailableAsync());
    }

    [Fact]
    public async Task Each_line_of_an_order_is_given_back_by_itself()
    {
        await Fixture.FeedAsync(Fixture.Time.GetUtcNow(), (Mug, 5), (Cup, 5));
        await StockAsync(stock => stock.Allocate(new OrderId("o1"), [new StockLine(Mug, 2), new StockLine(Cup, 3)]));
        await Fixture.CountAsync(Cup, 2, Later());
        await StockAsync(stock =>
            stock.Restock(
                new OrderId("o1"),
                [new StockLine(Cup, 1), new StockLine(Mug, 1), new StockLine(Cup, 1), new StockLine(new Sku("gone"), 1)]));

        Assert.Equal((4, 4), (await AvailableAsync(), await AvailableAsync(Cup)));
    }

    [Fact]
    public async Task A_turn_that_fails_gives_nothing_back()
    {
        await Fixture.PutInStockAsync(Mug, 2);
        await SellAsync("o1", 2);
        await using var turn = await Fixture.BeginAsync();
        turn.Stock.Restock(new OrderId("o1"), [new StockLine(Mug, 2)]);
        turn.Stock.Reserve(new OrderId("o2"), [new StockLine(Mug, 3)], Fixture.Time.GetUtcNow());

        Assert.Equal(CommitResult.Conflict, await turn.CommitAsync());
        Assert.Equal(0, await AvailableAsync());
        await RestockAsync("o1", 2);
        Assert.Equal(2, await AvailableAsync());
    }

    private Task SellAsync(string order, int pieces) =>
        StockAsync(stock => stock.Allocate(new OrderId(order), [new StockLine(Mug, pieces)]));

    private Task RestockAsync(string order, int pieces) =>
        StockAsync(stock => stock.Restock(new OrderId(order), [new StockLine(Mug, pieces)]));

    /// <summary>A minute passes.</summary>
    private DateTimeOffset Later()
    {
        Fixture.Time.Advance(TimeSpan.FromMinutes(1));
        return Fixture.Time.GetUtcNow();
    }

    private async Task<int> AvailableAsync(Sku sku)
    {
        await using var turn = await Fixture.BeginAsync();
        return (await turn.Stock.AvailableAsync([sku], Now))[sku];
    }
}
