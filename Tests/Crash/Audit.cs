using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.EndToEnd;
using Xunit;

namespace CommerceBot.Tests.Crash;

/// <summary>What must hold for every shopper after every crash: charged once, told everything once, and the stock agrees.</summary>
internal static class Audit
{
    /// <summary>Stops the bot, then compares its disk with the simulators, which saw everything.</summary>
    public static async Task CheckAsync(CrashTestEnvironment environment, IReadOnlyList<CrashShopper> shoppers)
    {
        var stripe = await environment.GetAsync("/simulator/stripe/control/ledger");
        foreach (var shopper in shoppers)
            await shopper.RememberAsync();
        environment.Stop();
        var kept = StoredOrders.Read(environment.Folder);

        Assert.Empty(kept.DeadLetters);
        foreach (var shopper in shoppers)
            Check(shopper, kept, stripe);
        CheckStock(kept);
        Assert.Equal(shoppers.Count, Paid(stripe).Count());
    }

    private static void Check(CrashShopper shopper, StoredOrders kept, JsonElement stripe)
    {
        var order = Assert.Single(kept.Orders, order => order.Lane.Value.EndsWith(":" + shopper.Psid, StringComparison.Ordinal));
        Assert.Equal(OrderState.Paid, order.State);
        Assert.Equal([order.Number.Value], shopper.Receipts);
        Assert.Empty(shopper.Repeated);

        var charge = Assert.Single(
            Paid(stripe),
            charge => charge.GetProperty("metadata").GetProperty("order").GetString() == order.Id.Value);
        Assert.Equal(order.Total.Minor, charge.GetProperty("amount").GetInt64());
        var ledger = kept.Payments[order.Id];
        Assert.Equal(PaymentState.Paid, ledger.State);
        Assert.Equal(order.Total, Assert.Single(ledger.Facts, fact => fact.Kind == PaymentFactKind.Succeeded).Amount);
    }

    private static void CheckStock(StoredOrders kept)
    {
        Assert.Empty(kept.Reservations);
        var sold = kept
            .Orders.SelectMany(order => order.Stock)
            .GroupBy(line => line.Sku)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => (long)line.Quantity));
        foreach (var (sku, (onHand, allocated, _)) in kept.Stock)
        {
            Assert.Equal(sold.GetValueOrDefault(sku), allocated);
            Assert.True(onHand >= allocated, $"{sku}: {allocated} sold of {onHand}");
        }
    }

    private static IEnumerable<JsonElement> Paid(JsonElement stripe) =>
        stripe.GetProperty("charges").EnumerateArray().Where(charge => charge.GetProperty("paid").GetBoolean());
}
