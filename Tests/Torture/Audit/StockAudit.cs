using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>What is sold and set aside is what the orders say, and never more than there is.</summary>
internal static class StockAudit
{
    public static IEnumerable<Difference> Of(Evidence evidence) =>
        [.. SetAside(evidence.Shop), .. Sold(evidence.Shop), .. OnHand(evidence)];

    private static IEnumerable<Difference> SetAside(StoredOrders shop)
    {
        var waiting = shop
            .Orders.Where(order => order.State is OrderState.AwaitingPayment or OrderState.PaymentProcessing)
            .Select(order => order.Id)
            .ToHashSet();
        foreach (var held in shop.Reservations.Where(held => !waiting.Contains(held.Order)))
            yield return new Difference(Kinds.ReservationOutlived, held.Order.Value, $"holds {held.Pieces} of {held.Sku}");
    }

    /// <summary>A paid order has its pieces, less what a refund put back; any other has none.</summary>
    private static IEnumerable<Difference> Sold(StoredOrders shop)
    {
        var has = shop
            .Sales.GroupBy(sale => (sale.Order, sale.Sku))
            .ToDictionary(sales => sales.Key, sales => sales.Sum(sale => sale.Pieces));
        foreach (var order in shop.Orders)
        {
            var facts = shop.Payments.GetValueOrDefault(order.Id)?.Facts ?? [];
            var wasPaid = facts.Any(fact => fact.Kind == PaymentFactKind.Succeeded);
            var back = facts.Any(fact => fact.Kind is PaymentFactKind.RefundRequested or PaymentFactKind.Refunded);
            foreach (var line in order.Stock.GroupBy(line => line.Sku))
            {
                has.Remove((order.Id, line.Key), out var pieces);
                var bought = line.Sum(each => (long)each.Quantity);
                var (least, most) = (Auditor.IsPaid(order) && !back ? bought : 0, Auditor.IsPaid(order) || (wasPaid && back) ? bought : 0);
                if (pieces < least || pieces > most)
                    yield return new Difference(
                        Kinds.StockDiffers, $"{order.Number} ({order.Id})",
                        $"is {order.State}, bought {bought} of {line.Key}, and {pieces} are counted as sold to it");
            }
        }

        foreach (var ((order, sku), pieces) in has.Where(left => left.Value != 0))
            yield return new Difference(
                Kinds.StockDiffers, order.Value, $"{pieces} of {sku} are counted as sold to it, which never bought any");
    }

    private static IEnumerable<Difference> OnHand(Evidence evidence)
    {
        var shop = evidence.Shop;
        var sales = shop.Sales.ToLookup(sale => sale.Sku);
        var aside = shop.Reservations.GroupBy(held => held.Sku).ToDictionary(held => held.Key, held => held.Sum(each => each.Pieces));
        foreach (var (sku, category) in shop.Stock)
        {
            var since = sales[sku]
                .Where(sale => sale.At >= category.Counted)
                .GroupBy(sale => sale.Order)
                .Select(order => order.Sum(sale => sale.Pieces))
                .ToList();
            var (sold, back) = (since.Sum(net => Math.Max(0, net)), since.Sum(net => Math.Max(0, -net)));
            if (category.Allocated != sold)
                yield return new Difference(
                    Kinds.StockDiffers, sku.Value, $"{category.Allocated} are counted as sold since the feed, and {sold} were");
            if (evidence.Counted.TryGetValue(sku.Value, out var counted) && category.OnHand != counted + back)
                yield return new Difference(
                    Kinds.StockDiffers, sku.Value, $"{category.OnHand} are on hand, the merchant counted {counted}, and {back} came back");
            if (category.OnHand - category.Allocated - aside.GetValueOrDefault(sku) < 0)
                yield return new Difference(
                    Kinds.Oversold, sku.Value,
                    $"{category.OnHand} on hand, {category.Allocated} sold, {aside.GetValueOrDefault(sku)} set aside");
        }
    }
}
