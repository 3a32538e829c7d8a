using CommerceBot.Orders;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>What is sold and set aside is what the orders say, and never more than there is.</summary>
internal static class StockAudit
{
    public static IEnumerable<Difference> Of(Evidence evidence)
    {
        var shop = evidence.Shop;
        var waiting = shop.Orders.Where(order => order.State is OrderState.AwaitingPayment or OrderState.PaymentProcessing).Select(order => order.Id).ToHashSet();
        foreach (var held in shop.Reservations.Where(held => !waiting.Contains(held.Order)))
            yield return new Difference(Kinds.ReservationOutlived, held.Order.Value, $"holds {held.Pieces} of {held.Sku}");

        var sold = shop.Orders.Where(Auditor.IsPaid).SelectMany(order => order.Stock).GroupBy(line => line.Sku)
            .ToDictionary(lines => lines.Key, lines => lines.Sum(line => (long)line.Quantity));
        var aside = shop.Reservations.GroupBy(held => held.Sku).ToDictionary(held => held.Key, held => held.Sum(each => each.Pieces));
        foreach (var (sku, (onHand, allocated)) in shop.Stock)
        {
            if (allocated != sold.GetValueOrDefault(sku))
                yield return new Difference(Kinds.StockDiffers, sku.Value, $"{allocated} are counted as sold, {sold.GetValueOrDefault(sku)} are in paid orders");
            if (onHand - allocated - aside.GetValueOrDefault(sku) < 0)
                yield return new Difference(Kinds.Oversold, sku.Value, $"{onHand} there, {allocated} sold, {aside.GetValueOrDefault(sku)} set aside");
        }

        foreach (var sku in sold.Keys.Where(sku => !shop.Stock.ContainsKey(sku)))
            yield return new Difference(Kinds.StockDiffers, sku.Value, $"{sold[sku]} are in paid orders, and there is no such shelf");
    }
}
