using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What leads into a checkout: Buy now, the cart, the same again, and going on with one.</summary>
internal static class BuyingDesk
{
    /// <summary>Whether there is something to check out; else the shopper was told why not.</summary>
    public static async Task<bool> NowAsync(Turn turn, Sku sku, int quantity, CancellationToken cancellationToken)
    {
        if (await CartDesk.FindAsync(turn, sku, cancellationToken) is not var (product, variant))
            return false;
        if (variant.Available < quantity)
        {
            await CartDesk.FewAsync(turn, product, variant);
            return false;
        }

        await BeginAsync(turn, Purchase.Now(sku, quantity), cancellationToken);
        await turn.SayAsync(turn.Words.Say("buy.begin", ("product", product.Title)));
        return true;
    }

    public static async Task<bool> CartAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (cart, _, news) = await CartDesk.ReviewAsync(turn, cancellationToken);
        if (news is not null)
            await turn.SayAsync(news);
        if (cart.IsEmpty)
        {
            await turn.SayAsync(turn.Words.Say("cart.empty"), Browse.Around(turn));
            return false;
        }

        await BeginAsync(turn, Purchase.OfCart, cancellationToken);
        await turn.SayAsync(turn.Words.Say("buy.begin.cart"));
        return true;
    }

    /// <summary>What of an old order can still be bought: one thing at once, several by way of the cart.</summary>
    public static async Task<bool> AgainAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        var found = await CartDesk.FoundAsync(turn, order.Lines.Select(line => line.Sku), cancellationToken);
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var left = 0;
        foreach (var line in order.Lines)
        {
            if (found.GetValueOrDefault(line.Sku) is not { } product
                || product.Variants.First(variant => variant.Sku == line.Sku) is not { Available: > 0 } variant)
                continue;
            var wanted = Math.Min(line.Quantity, variant.Available);
            if (order.Lines.Count == 1)
                return await NowAsync(turn, line.Sku, wanted, cancellationToken);
            left++;
            if (cart.Find(line.Sku) is null && cart.Add(line.Sku, wanted, variant.PriceAt(turn.Now), product.Title) is CartChange.Changed added)
                cart = added.Cart;
        }

        if (left == 0)
        {
            await turn.SayAsync(turn.Words.Say("order.again.none"), Browse.Around(turn));
            return false;
        }

        turn.Orders.Save(cart);
        await turn.SayAsync(turn.Words.Say("order.again"));
        return await CartAsync(turn, cancellationToken);
    }

    /// <summary>Whether a checkout was left in the middle.</summary>
    public static async Task<bool> ResumeAsync(Turn turn, CancellationToken cancellationToken)
    {
        if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is null)
        {
            await turn.SayAsync(turn.Words.Say("buy.none"), Browse.Around(turn));
            return false;
        }

        await turn.SayAsync(turn.Words.Say("buy.resumed"));
        return true;
    }

    private static async Task BeginAsync(Turn turn, Purchase purchase, CancellationToken cancellationToken) =>
        turn.Orders.Save((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Begin(purchase));
}
