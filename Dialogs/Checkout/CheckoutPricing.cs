using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What a draft costs now, from the catalogue of this turn.</summary>
internal static class CheckoutPricing
{
    /// <summary>Null while the answers do not say where to and how.</summary>
    public static async Task<Quoted?> QuoteAsync(ShopTurn turn, CheckoutDraft draft, ShopSettings shop, CancellationToken cancellationToken)
    {
        if (draft is not { Buying: { } buying, Answers: { Country: { } country, Delivery: { } chosen } })
            return null;
        if (shop.Checkout.Delivery.Find(chosen) is not { } delivery)
            return new Quoted.Refused([new QuoteProblem(QuoteProblemKind.DeliveryNotOffered, null, null, 0)]);
        var wanted = buying.Lines(await turn.Orders.CartAsync(turn.Shopper, cancellationToken));
        var found = await CartHandler.FoundAsync(turn, wanted.Select(line => line.Sku), cancellationToken);
        return PriceList.Quote(wanted, found, delivery, country, shop.Prices, turn.Now);
    }

    /// <summary>The goods alone, for the prices of delivery; what is gone counts nothing.</summary>
    public static async Task<Money> GoodsAsync(ShopTurn turn, Purchase buying, ShopSettings shop, CancellationToken cancellationToken)
    {
        var wanted = buying.Lines(await turn.Orders.CartAsync(turn.Shopper, cancellationToken));
        var found = await CartHandler.FoundAsync(turn, wanted.Select(line => line.Sku), cancellationToken);
        var goods = Money.Zero(shop.Currency);
        foreach (var line in wanted)
            if (found.GetValueOrDefault(line.Sku)?.Variants.FirstOrDefault(variant => variant.Sku == line.Sku)?.PriceAt(turn.Now)
                    is { } price
                && price.Currency == shop.Currency)
                goods += price * line.Quantity;
        return goods;
    }
}
