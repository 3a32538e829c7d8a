using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    private int _runs;

    private enum StockOperationKind
    {
        Reserve,
        Allocate,
        Release,
        Restock,
        Feed,
        Count,
        TimePasses,
    }

    /// <param name="First">Pieces of the first thing, <paramref name="Second"/> of the second; 0 leaves it out.</param>
    /// <param name="MinutesAgo">Of a count.</param>
    private readonly record struct StockOperation(StockOperationKind Verb, int Order, int First, int Second, int MinutesAgo);

    [Fact]
    public async Task Whatever_happens_the_stock_agrees_with_a_model_that_remembers_everything()
    {
        var act = Gen.Select(
            Gen.Int[0, 12], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 4],
            (verb, order, first, second, ago) => new StockOperation((StockOperationKind)Math.Min(verb % 8, 6), order, first, second, ago));
        await act.Array[1, 40].SampleAsync(PlayAsync, iter: 40, threads: 1);
    }

    private async Task PlayAsync(StockOperation[] acts)
    {
        var run = _runs++;
        Sku[] things = [new($"a-{run}"), new($"b-{run}")];
        var model = new NaiveStock();
        var turns = new Queue<InboxRow>(await RowsAsync($"stock-{run}", acts.Length + 1));
        var look = turns.Dequeue();
        await Fixture.FeedAsync(Fixture.Time.GetUtcNow(), (things[0], 6), (things[1], 3));
        model.Count(things[0], 6, Fixture.Time.GetUtcNow());
        model.Count(things[1], 3, Fixture.Time.GetUtcNow());
        foreach (var act in acts)
        {
            await DoAsync(act, new OrderId($"o-{run}-{act.Order}"), things, model, turns.Dequeue());
            await AgreeAsync(model, things, [.. Enumerable.Range(0, 4).Select(order => new OrderId($"o-{run}-{order}"))], look);
        }
    }

    private async Task DoAsync(StockOperation act, OrderId order, Sku[] things, NaiveStock model, InboxRow row)
    {
        var now = Fixture.Time.GetUtcNow();
        StockLine[] lines = act.Second == 0 ? [new(things[0], Math.Max(1, act.First))]
            : [.. new[] { new StockLine(things[0], act.First), new StockLine(things[1], act.Second) }.Where(line => line.Quantity > 0)];
        var asOf = now.AddMinutes(-act.MinutesAgo);
        switch (act.Verb)
        {
            case StockOperationKind.Reserve:
                Assert.Equal(model.TryReserve(order, lines), await CommitsAsync(row, stock => stock.Reserve(order, lines, now)));
                break;
            case StockOperationKind.Allocate:
                Assert.Equal(model.TryAllocate(order, lines, now), await CommitsAsync(row, stock => stock.Allocate(order, lines)));
                break;
            case StockOperationKind.Release:
                model.Release(order);
                Assert.True(await CommitsAsync(row, stock => stock.Release(order)));
                break;
            case StockOperationKind.Restock:
                model.Restock(order, lines, now);
                Assert.True(await CommitsAsync(row, stock => stock.Restock(order, lines)));
                break;
            case StockOperationKind.Feed:
                var newer = things.Count(thing => !model.Count(thing, act.First + act.Second, asOf));
                Assert.Equal(newer, await Fixture.FeedAsync(asOf, [.. things.Select(thing => (thing, act.First + act.Second))]));
                break;
            case StockOperationKind.Count:
                Assert.Equal(model.Count(things[1], act.First, asOf), await Fixture.CountAsync(things[1], act.First, asOf));
                break;
            default:
                Fixture.Time.Advance(TimeSpan.FromMinutes(1));
                break;
        }
    }

    private async Task AgreeAsync(NaiveStock model, Sku[] things, OrderId[] orders, InboxRow look)
    {
        await using var turn = await Fixture.BeginAsync(look);
        var available = await turn.Stock.AvailableAsync(things, Now);
        foreach (var thing in things)
            Assert.Equal(Math.Max(0, model.Free(thing)), available[thing]);
        foreach (var order in orders)
            Assert.Equal(model.Holds(order), await turn.Stock.HoldsReservationAsync(order, Now));
    }

    private async Task<bool> CommitsAsync(InboxRow row, Action<IStock> change)
    {
        await using var turn = await Fixture.BeginAsync(row);
        change(turn.Stock);
        return await turn.CommitAsync() == CommitResult.Committed;
    }

    /// <summary>Rows for turns, appended together, since each alone would wait for the disk.</summary>
    private async Task<IReadOnlyList<InboxRow>> RowsAsync(string name, int count)
    {
        var appended = await Fixture.Inbox.AppendAsync(
            [.. Enumerable.Range(0, count).Select(i => StoreFixture.Arrival($"{name}-{i}", $"facebook:1:{name}"))],
            Now);
        var numbers = appended.Select(row => row.Seq).ToHashSet();
        return [.. Fixture.Seen.Arrivals.Where(row => numbers.Contains(row.Seq))];
    }
}
