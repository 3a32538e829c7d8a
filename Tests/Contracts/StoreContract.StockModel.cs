using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    private int _shelves;

    private enum ShelfVerb
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
    private readonly record struct ShelfAct(ShelfVerb Verb, int Order, int First, int Second, int MinutesAgo);

    [Fact]
    public async Task Whatever_happens_the_shelf_agrees_with_one_that_remembers_everything()
    {
        var act = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 4], (verb, order, first, second, ago) =>
            new ShelfAct((ShelfVerb)Math.Min(verb % 8, 6), order, first, second, ago));
        await act.Array[1, 40].SampleAsync(PlayAsync, iter: 40, threads: 1);
    }

    private async Task PlayAsync(ShelfAct[] acts)
    {
        var shelf = _shelves++;
        Sku[] things = [new($"a-{shelf}"), new($"b-{shelf}")];
        var model = new NaiveShelf();
        var turns = new Queue<InboxRow>(await RowsAsync($"shelf-{shelf}", acts.Length + 1));
        var look = turns.Dequeue();
        await House.FeedAsync(House.Time.GetUtcNow(), (things[0], 6), (things[1], 3));
        model.Count(things[0], 6, House.Time.GetUtcNow());
        model.Count(things[1], 3, House.Time.GetUtcNow());
        foreach (var act in acts)
        {
            await DoAsync(act, new OrderId($"o-{shelf}-{act.Order}"), things, model, turns.Dequeue());
            await AgreeAsync(model, things, [.. Enumerable.Range(0, 4).Select(order => new OrderId($"o-{shelf}-{order}"))], look);
        }
    }

    private async Task DoAsync(ShelfAct act, OrderId order, Sku[] things, NaiveShelf model, InboxRow row)
    {
        var now = House.Time.GetUtcNow();
        StockLine[] lines = act.Second == 0 ? [new(things[0], Math.Max(1, act.First))]
            : [.. new[] { new StockLine(things[0], act.First), new StockLine(things[1], act.Second) }.Where(line => line.Quantity > 0)];
        var asOf = now.AddMinutes(-act.MinutesAgo);
        switch (act.Verb)
        {
            case ShelfVerb.Reserve:
                Assert.Equal(model.TryReserve(order, lines), await CommitsAsync(row, stock => stock.Reserve(order, lines, now)));
                break;
            case ShelfVerb.Allocate:
                Assert.Equal(model.TryAllocate(order, lines, now), await CommitsAsync(row, stock => stock.Allocate(order, lines)));
                break;
            case ShelfVerb.Release:
                model.Release(order);
                Assert.True(await CommitsAsync(row, stock => stock.Release(order)));
                break;
            case ShelfVerb.Restock:
                model.Restock(order, lines, now);
                Assert.True(await CommitsAsync(row, stock => stock.Restock(order, lines)));
                break;
            case ShelfVerb.Feed:
                var newer = things.Count(thing => !model.Count(thing, act.First + act.Second, asOf));
                Assert.Equal(newer, await House.FeedAsync(asOf, [.. things.Select(thing => (thing, act.First + act.Second))]));
                break;
            case ShelfVerb.Count:
                Assert.Equal(model.Count(things[1], act.First, asOf), await House.CountAsync(things[1], act.First, asOf));
                break;
            default:
                House.Time.Advance(TimeSpan.FromMinutes(1));
                break;
        }
    }

    private async Task AgreeAsync(NaiveShelf model, Sku[] things, OrderId[] orders, InboxRow look)
    {
        await using var turn = await House.BeginAsync(look);
        var available = await turn.Stock.AvailableAsync(things, Now);
        foreach (var thing in things)
            Assert.Equal(Math.Max(0, model.Free(thing)), available[thing]);
        foreach (var order in orders)
            Assert.Equal(model.Holds(order), await turn.Stock.HoldsReservationAsync(order, Now));
    }

    private async Task<bool> CommitsAsync(InboxRow row, Action<IStock> change)
    {
        await using var turn = await House.BeginAsync(row);
        change(turn.Stock);
        return await turn.CommitAsync() == CommitResult.Committed;
    }

    /// <summary>Rows for turns, appended together, since each alone would wait for the disk.</summary>
    private async Task<IReadOnlyList<InboxRow>> RowsAsync(string name, int count)
    {
        var appended = await House.Door.AppendAsync([.. Enumerable.Range(0, count).Select(i => StoreHouse.Arrival($"{name}-{i}", $"facebook:1:{name}"))], Now);
        var numbers = appended.Select(row => row.Seq).ToHashSet();
        return [.. House.Seen.Arrivals.Where(row => numbers.Contains(row.Seq))];
    }
}
