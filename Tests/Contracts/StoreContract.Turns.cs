using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Tests.Orders;
using Microsoft.Bot.Builder;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    private static readonly Sku Mug = new("mug-1");

    [Fact]
    public async Task A_row_is_handled_once()
    {
        var row = await Fixture.AppendAsync("m1");
        await using var one = await Fixture.BeginAsync(row);
        await using var two = await Fixture.BeginAsync(row);
        one.Work.Call("k", "one", default);
        two.Work.Call("k", "two", default);

        Assert.Equal(CommitResult.Committed, await one.CommitAsync());
        Assert.Equal(CommitResult.AlreadyHandled, await two.CommitAsync());
        Assert.Equal(["one"], Fixture.Seen.Calls.Select(call => call.Row.Target));
    }

    [Fact]
    public async Task A_second_run_makes_the_same_ids()
    {
        var row = await Fixture.AppendAsync("m1");
        await using var one = await Fixture.BeginAsync(row);
        await using var two = await Fixture.BeginAsync(row);

        Assert.Equal(
            (one.Work.NewId(), one.Work.NewId(), one.Orders.NewOrderId(), one.Orders.NewOrderId()),
            (two.Work.NewId(), two.Work.NewId(), two.Orders.NewOrderId(), two.Orders.NewOrderId()));
    }

    [Fact]
    public async Task Whoever_commits_second_over_the_same_cart_is_told_so_and_leaves_nothing()
    {
        await using var one = await Fixture.BeginAsync("facebook:1:anna");
        await using var two = await Fixture.BeginAsync("facebook:2:anna");
        await AddAsync(one);
        await AddAsync(two);
        two.Work.Call("k", "two", default);
        two.Work.Set("t", Fixture.Time.GetUtcNow(), StoreFixture.Says("late"));

        Assert.Equal(CommitResult.Committed, await one.CommitAsync());
        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());
        Assert.Empty(Fixture.Seen.Calls);
        Assert.Null(await Store.MoveDueTimersAsync(Fixture.Time.GetUtcNow(), TimeSpan.Zero, Now));
        Assert.Null(await Store.OutcomeAsync(two.Row.Seq, Now));
        await using var again = await Fixture.BeginAsync(two.Row);
        await AddAsync(again);
        Assert.Equal(CommitResult.Committed, await again.CommitAsync());
        Assert.Equal(2, await PiecesAsync());
    }

    [Fact]
    public async Task A_turn_that_only_read_something_that_changed_since_is_told_so()
    {
        await using var one = await Fixture.BeginAsync("facebook:1:anna");
        await using var two = await Fixture.BeginAsync("facebook:2:anna");
        await two.Orders.CartAsync(Some.Anna, Now);
        await AddAsync(one);
        await one.CommitAsync();

        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());
    }

    [Fact]
    public async Task A_turn_reads_what_it_saved_and_nobody_else_does()
    {
        await using var one = await Fixture.BeginAsync("facebook:1:anna");
        await using var two = await Fixture.BeginAsync("facebook:2:anna");
        await AddAsync(one);
        await AddAsync(one);

        Assert.Equal(2, (await one.Orders.CartAsync(Some.Anna, Now)).Pieces);
        Assert.True((await two.Orders.CartAsync(Some.Anna, Now)).IsEmpty);
        await one.CommitAsync();
        Assert.True((await two.Orders.CartAsync(Some.Anna, Now)).IsEmpty);
        Assert.Equal(2, await PiecesAsync());
    }

    [Fact]
    public async Task All_reads_of_a_turn_see_the_same_moment()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await using var turn = await Fixture.BeginAsync();
        Assert.Equal(5, (await turn.Stock.AvailableAsync([Mug], Now))[Mug]);
        await Fixture.PutInStockAsync(Mug, 3);

        Assert.Equal(5, (await turn.Stock.AvailableAsync([Mug], Now))[Mug]);
    }

    [Fact]
    public async Task A_cleared_turn_leaves_only_what_came_after()
    {
        await using var turn = await Fixture.BeginAsync();
        await AddAsync(turn);
        turn.Work.Call("k", "before", default);
        turn.Work.Clear();
        turn.Work.Call("k", "sorry", default);

        Assert.Equal(CommitResult.Committed, await turn.CommitAsync("it broke"));
        Assert.Equal(["sorry"], Fixture.Seen.Calls.Select(call => call.Row.Target));
        Assert.Equal(0, await PiecesAsync());
        Assert.True((await Store.OutcomeAsync(turn.Row.Seq, Now))!.Dead);
    }

    [Fact]
    public async Task An_order_is_found_by_id_number_and_shopper()
    {
        var (older, newer) = (Some.Order("a1b2c3d4e5f60718-1"), Some.Order("a1b2c3d4e5f60718-2") with { Created = Some.Noon.AddHours(1) });
        await using (var turn = await Fixture.BeginAsync())
        {
            turn.Orders.Save(older);
            turn.Orders.Save(newer);
            Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
        }

        await using var look = await Fixture.BeginAsync();
        Assert.Equal(newer.Id, (await look.Orders.FindAsync(newer.Number, Now))!.Id);
        Assert.Equal([newer.Id, older.Id], (await look.Orders.NewestAsync(Some.Anna, 5, Now)).Select(order => order.Id));
        Assert.Equal([newer.Id], (await look.Orders.NewestAsync(Some.Anna, 1, Now)).Select(order => order.Id));
        var found = (await look.Orders.FindAsync(older.Id, Now))!;
        Assert.Equal((1, older.Total, older.Contact, older.Address), (found.Version, found.Total, found.Contact, found.Address));
        Assert.Null(await look.Orders.FindAsync(new OrderId("nobody"), Now));
    }

    [Fact]
    public async Task An_order_is_saved_over_the_version_that_was_read()
    {
        await using (var turn = await Fixture.BeginAsync())
        {
            turn.Orders.Save(Some.Order());
            await turn.CommitAsync();
        }

        await using var one = await Fixture.BeginAsync("facebook:1:a");
        await using var two = await Fixture.BeginAsync("facebook:1:b");
        one.Orders.Save((await one.Orders.FindAsync(Some.Order().Id, Now))! with { State = OrderState.Paid });
        two.Orders.Save((await two.Orders.FindAsync(Some.Order().Id, Now))! with { State = OrderState.Cancelled });
        Assert.Equal(CommitResult.Committed, await one.CommitAsync());
        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());
        await using var look = await Fixture.BeginAsync();
        Assert.Equal(OrderState.Paid, (await look.Orders.FindAsync(Some.Order().Id, Now))!.State);
    }

    [Fact]
    public async Task A_ledger_is_kept_over_the_version_that_was_read()
    {
        var order = Some.Order().Id;
        await using var one = await Fixture.BeginAsync("facebook:1:a");
        await using var two = await Fixture.BeginAsync("facebook:1:b");
        one.Payments.Save(await LedgerAsync(one, "cs_1"));
        two.Payments.Save(await LedgerAsync(two, "cs_2"));
        Assert.Equal(CommitResult.Committed, await one.CommitAsync());
        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());

        await using var look = await Fixture.BeginAsync();
        var kept = await look.Payments.LedgerAsync(order, Now);
        Assert.Equal((1, "cs_1"), (kept.Version, kept.Attempts[0].SessionId));

        async Task<PaymentLedger> LedgerAsync(CurrentTurn turn, string session) => (await turn.Payments.LedgerAsync(order, Now)) with
        {
            Attempts = [new PaymentAttempt(1, Fixture.Time.GetUtcNow(), Fixture.Time.GetUtcNow(), session, null)],
        };
    }

    [Fact]
    public async Task The_last_piece_is_reserved_once()
    {
        await Fixture.PutInStockAsync(Mug, 1);
        await using var one = await Fixture.BeginAsync("facebook:1:a");
        await using var two = await Fixture.BeginAsync("facebook:1:b");
        one.Stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow());
        two.Stock.Reserve(new OrderId("o2"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow());

        Assert.Equal(CommitResult.Committed, await one.CommitAsync());
        Assert.Equal(CommitResult.Conflict, await two.CommitAsync());
        Assert.Equal((0, true, false), (await AvailableAsync(), await HoldsAsync("o1"), await HoldsAsync("o2")));
    }

    [Fact]
    public async Task A_reservation_is_given_back_allocated_or_replaced()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await StockAsync(stock => stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 2)], Fixture.Time.GetUtcNow()));
        Assert.Equal(3, await AvailableAsync());
        await StockAsync(stock => stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 3)], Fixture.Time.GetUtcNow()));
        Assert.Equal(2, await AvailableAsync());
        await StockAsync(stock => stock.Allocate(new OrderId("o1"), [new StockLine(Mug, 3)]));
        Assert.Equal((2, false), (await AvailableAsync(), await HoldsAsync("o1")));
        await StockAsync(stock => stock.Reserve(new OrderId("o2"), [new StockLine(Mug, 2)], Fixture.Time.GetUtcNow()));
        await StockAsync(stock => stock.Release(new OrderId("o2")));
        await StockAsync(stock => stock.Release(new OrderId("o2")));
        Assert.Equal(2, await AvailableAsync());
    }

    [Fact]
    public async Task When_fewer_are_counted_than_are_set_aside_whoever_pays_first_gets_them()
    {
        await Fixture.PutInStockAsync(Mug, 2);
        foreach (var order in new[] { "o1", "o2" })
            await StockAsync(stock => stock.Reserve(new OrderId(order), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow()));
        await Fixture.PutInStockAsync(Mug, 1);
        Assert.Equal((true, true), (await HoldsAsync("o1"), await HoldsAsync("o2")));
        await StockAsync(stock => stock.Allocate(new OrderId("o2"), [new StockLine(Mug, 1)]));
        Assert.Equal((0, false, false), (await AvailableAsync(), await HoldsAsync("o1"), await HoldsAsync("o2")));
    }

    [Fact]
    public async Task Without_a_reservation_a_paid_order_takes_only_what_is_left()
    {
        await Fixture.PutInStockAsync(Mug, 2);
        await StockAsync(stock => stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow()));
        await using var late = await Fixture.BeginAsync();
        late.Stock.Allocate(new OrderId("o2"), [new StockLine(Mug, 2)]);

        Assert.Equal(CommitResult.Conflict, await late.CommitAsync());
        await StockAsync(stock => stock.Allocate(new OrderId("o2"), [new StockLine(Mug, 1)]));
        Assert.Equal(0, await AvailableAsync());
    }

    [Fact]
    public async Task A_reservation_of_several_things_holds_all_or_none()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await using var turn = await Fixture.BeginAsync();
        turn.Stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 2), new StockLine(new Sku("gone"), 1)], Fixture.Time.GetUtcNow());

        Assert.Equal(CommitResult.Conflict, await turn.CommitAsync());
        Assert.Equal((5, false), (await AvailableAsync(), await HoldsAsync("o1")));
    }

    [Fact]
    public async Task Prices_that_changed_since_they_were_read_hold_up_a_reservation()
    {
        await Fixture.PutInStockAsync(Mug, 5);
        await using var turn = await Fixture.BeginAsync();
        await turn.Catalog.CategoriesAsync(Language.Italian, Now);
        turn.Stock.Reserve(new OrderId("o1"), [new StockLine(Mug, 1)], Fixture.Time.GetUtcNow());
        await Fixture.ImportAsync();

        Assert.Equal(CommitResult.Conflict, await turn.CommitAsync());
        await using var browsing = await Fixture.BeginAsync();
        await browsing.Catalog.CategoriesAsync(Language.Italian, Now);
        await Fixture.ImportAsync();
        Assert.Equal(CommitResult.Committed, await browsing.CommitAsync());
    }

    private static async Task AddAsync(CurrentTurn turn)
    {
        var cart = await turn.Orders.CartAsync(Some.Anna, Now);
        turn.Orders.Save(((CartChange.Changed)cart.Add(Mug, 1, Some.Eur(100), "Tazza")).Cart);
    }

    private async Task<int> PiecesAsync()
    {
        await using var turn = await Fixture.BeginAsync();
        return (await turn.Orders.CartAsync(Some.Anna, Now)).Pieces;
    }

    private async Task StockAsync(Action<IStock> change)
    {
        await using var turn = await Fixture.BeginAsync();
        change(turn.Stock);
        Assert.Equal(CommitResult.Committed, await turn.CommitAsync());
    }

    private async Task<int> AvailableAsync()
    {
        await using var turn = await Fixture.BeginAsync();
        return (await turn.Stock.AvailableAsync([Mug], Now))[Mug];
    }

    private async Task<bool> HoldsAsync(string order)
    {
        await using var turn = await Fixture.BeginAsync();
        return await turn.Stock.HoldsReservationAsync(new OrderId(order), Now);
    }
}
