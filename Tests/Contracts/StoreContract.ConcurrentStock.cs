using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    private const int Shoppers = 6;
    private const int Hours = 4;

    /// <summary>
    /// The merchant counts truly, but hours late and again and again, while shoppers take, buy and give back. Whoever set
    /// a piece aside can have it, nobody gets one that is not there, and in the end not one is missing.
    /// </summary>
    [Fact]
    public async Task Nothing_is_oversold_or_forgotten_while_many_shop_and_the_merchant_counts()
    {
        var dice = Gen.Int[0, 99].Array[Shoppers * Hours * 4];
        await dice.SampleAsync(ConcurrentOrdersAsync, iter: 8, threads: 1);
    }

    private async Task ConcurrentOrdersAsync(int[] dice)
    {
        const int Pieces = 14;
        var run = _runs++;
        var thing = new Sku($"concurrent-{run}");
        var orders = new ConcurrentOrders();
        var rows = new Queue<InboxRow>(await RowsAsync($"concurrent-{run}", Shoppers * Hours * 4));
        await Fixture.PutInStockAsync(thing, Pieces);
        for (var hour = 0; hour < Hours; hour++)
        {
            Fixture.Time.Advance(TimeSpan.FromHours(1));
            var counted = (Pieces: Pieces - orders.Sold, AsOf: Fixture.Time.GetUtcNow().AddMinutes(-30));
            var shopping = Enumerable.Range(0, Shoppers).Select(shopper =>
            {
                var rolls = dice.AsMemory((hour * Shoppers + shopper) * 4, 4);
                InboxRow[] turns = [rows.Dequeue(), rows.Dequeue(), rows.Dequeue(), rows.Dequeue()];
                return Task.Run(() => ShopAsync(new OrderId($"c-{run}-{hour}-{shopper}"), thing, rolls, turns, orders));
            }).ToList();
            var counting = Task.Run(async () =>
            {
                Assert.Equal(0, await Fixture.FeedAsync(counted.AsOf, (thing, counted.Pieces)));
                Assert.True(await Fixture.CountAsync(thing, counted.Pieces, counted.AsOf));
                Assert.Equal(0, await Fixture.FeedAsync(counted.AsOf, (thing, counted.Pieces)));
            });
            await Task.WhenAll([counting, .. shopping]);
            Assert.True(orders.Sold + orders.Held <= Pieces, $"{orders.Sold} sold and {orders.Held} set aside of {Pieces}");
            Assert.Equal(Pieces - orders.Sold - orders.Held, await AvailableAsync(thing));
        }
    }

    private async Task ShopAsync(OrderId order, Sku thing, ReadOnlyMemory<int> rolls, InboxRow[] turns, ConcurrentOrders orders)
    {
        var roll = rolls.ToArray();
        StockLine[] lines = [new(thing, 1 + roll[0] % 3)];
        if (!await CommitsAsync(turns[0], stock => stock.Reserve(order, lines, Fixture.Time.GetUtcNow())))
            return;
        orders.Hold(lines[0].Quantity);
        if (roll[1] < 20)
            return;
        if (roll[1] < 40)
        {
            Assert.True(await CommitsAsync(turns[1], stock => stock.Release(order)));
            orders.Hold(-lines[0].Quantity);
            return;
        }

        Assert.True(await CommitsAsync(turns[1], stock => stock.Allocate(order, lines)), "What was set aside and paid could not be had.");
        orders.Hold(-lines[0].Quantity);
        orders.Sell(lines[0].Quantity);
        var back = 0;
        foreach (var (want, turn) in new[] { (roll[2] % 3, turns[2]), (roll[3] % 3, turns[3]) })
        {
            if (want == 0)
                continue;
            Assert.True(await CommitsAsync(turn, stock => stock.Restock(order, [new StockLine(thing, want)])));
            var given = Math.Min(want, lines[0].Quantity - back);
            back += given;
            orders.Sell(-given);
        }
    }

    /// <summary>What the shoppers know.</summary>
    private sealed class ConcurrentOrders
    {
        private int _sold;
        private int _held;

        public int Sold => Volatile.Read(ref _sold);

        public int Held => Volatile.Read(ref _held);

        public void Sell(int pieces) => Interlocked.Add(ref _sold, pieces);

        public void Hold(int pieces) => Interlocked.Add(ref _held, pieces);
    }
}
