using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What leads into a checkout: Buy now, the cart, the same again, and going on with one.</summary>
internal static class PurchaseHandler
{
    /// <summary>Whether there is something to check out; else the shopper was told why not.</summary>
    public static async Task<bool> NowAsync(ShopTurn turn, Sku sku, int quantity, CancellationToken cancellationToken)
    {
        if (await CartHandler.FindAsync(turn, sku, cancellationToken) is not var (product, variant))
            return false;
        if (variant.Available < quantity)
        {
            await CartHandler.FewAsync(turn, product, variant);
            return false;
        }

        await BeginAsync(turn, Purchase.Now(sku, quantity), cancellationToken);
        await turn.SendTextAsync(turn.Texts.Get("buy.begin", ("product", ProductCards.Named(product, variant))));
        return true;
    }

    public static async Task<bool> CartAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var (cart, _, notice) = await CartHandler.ReviewAsync(turn, cancellationToken);
        if (notice is not null)
            await turn.SendTextAsync(notice);
        if (cart.IsEmpty)
        {
            await turn.SendTextAsync(turn.Texts.Get("cart.empty"), CatalogHandler.Around(turn));
            return false;
        }

        await BeginAsync(turn, Purchase.OfCart, cancellationToken);
        await turn.SendTextAsync(turn.Texts.Get("buy.begin.cart"));
        return true;
    }

    /// <summary>What of an old order can still be bought: one thing at once, several by way of the cart.</summary>
    public static async Task<bool> AgainAsync(ShopTurn turn, Order order, CancellationToken cancellationToken)
    {
        var found = await CartHandler.FoundAsync(turn, order.Lines.Select(line => line.Sku), cancellationToken);
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var left = 0;
        var gone = new List<string>();
        foreach (var line in order.Lines)
        {
            if (found.GetValueOrDefault(line.Sku) is not { } product
                || product.Variants.First(variant => variant.Sku == line.Sku) is not { Available: > 0 } variant)
            {
                gone.Add(CheckoutCards.Goods(line));
                continue;
            }

            var wanted = Math.Min(line.Quantity, variant.Available);
            if (order.Lines.Count == 1)
                return await NowAsync(turn, line.Sku, wanted, cancellationToken);
            left++;
            if (cart.Find(line.Sku) is null
                && cart.Add(line.Sku, wanted, variant.PriceAt(turn.Now), product.Title) is CartChange.Changed added)
                cart = added.Cart;
        }

        if (left == 0)
        {
            await turn.SendTextAsync(turn.Texts.Get("order.again.none"), CatalogHandler.Around(turn));
            return false;
        }

        turn.Orders.Save(cart);
        await turn.SendTextAsync(gone.Count == 0
            ? turn.Texts.Get("order.again")
            : turn.Texts.Get("order.again.without", ("goods", string.Join(", ", gone))));
        return await CartAsync(turn, cancellationToken);
    }

    /// <summary>Whether a checkout was left in the middle.</summary>
    public static async Task<bool> ResumeAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is null)
        {
            await turn.SendTextAsync(turn.Texts.Get("buy.none"), CatalogHandler.Around(turn));
            return false;
        }

        await turn.SendTextAsync(turn.Texts.Get("buy.resumed"));
        return true;
    }

    private static async Task BeginAsync(ShopTurn turn, Purchase purchase, CancellationToken cancellationToken) =>
        turn.Orders.Save((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Begin(purchase));
}
