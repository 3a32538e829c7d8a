using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Everything that a shopper does with the cart.</summary>
internal static class CartHandler
{
    private const int LinesPerPage = 10;

    public static async Task ShowAsync(ShopTurn turn, int page, CancellationToken cancellationToken)
    {
        var (cart, found, notice) = await ReviewAsync(turn, cancellationToken);
        if (notice is not null)
            await turn.SendTextAsync(notice);
        if (cart.IsEmpty)
        {
            await turn.SendTextAsync(
                turn.Texts.Get("cart.empty"),
                [.. await Welcome.UnfinishedAsync(turn, cancellationToken), .. CatalogHandler.Around(turn)]);
            return;
        }

        var first = Math.Min(page, (cart.Lines.Count - 1) / LinesPerPage) * LinesPerPage;
        var lines = cart.Lines.Skip(first).Take(LinesPerPage).ToList();
        var title = turn.Texts.Count("cart.title", cart.Pieces);
        if (lines.Count < cart.Lines.Count)
            title += "\n" + turn.Texts.Get("cart.more", ("first", first + 1), ("last", first + lines.Count), ("total", cart.Lines.Count));
        await turn.SendAsync(Reply.Row(title, lines.Select(line => CartCards.Line(line, found.GetValueOrDefault(line.Sku), turn.Texts))));
        await turn.SendTextAsync(
            turn.Texts.Get("cart.total", ("total", Total(cart).Show(turn.Texts))), await BelowAsync(turn, cart, first, cancellationToken));
    }

    public static async Task AddAsync(ShopTurn turn, Sku sku, int quantity, CancellationToken cancellationToken)
    {
        if (await FindAsync(turn, sku, cancellationToken) is not var (product, variant))
            return;
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        if (variant.Available < (cart.Find(sku)?.Quantity ?? 0) + quantity)
        {
            await FewAsync(turn, product, variant);
            return;
        }

        if (await KeepAsync(turn, cart.Add(sku, quantity, variant.PriceAt(turn.Now), product.Title)) is { } kept)
            await turn.SendTextAsync(
                turn.Texts.Count(
                    "cart.added", kept.Pieces, ("product", ProductCards.Named(product, variant)), ("total", Total(kept).Show(turn.Texts))),
                ActionButton.For(turn.Texts.Get("button.checkout"), new ShopAction.Checkout()),
                ActionButton.For(turn.Texts.Get("button.cart"), new ShopAction.ShowCart(0)),
                ActionButton.For(turn.Texts.Get("button.quantity"), new ShopAction.AskQuantity(sku)),
                ActionButton.For(turn.Texts.Get("button.shopping"), new ShopAction.BrowseCategory(product.Category, 0)));
    }

    public static async Task SetAsync(ShopTurn turn, Sku sku, int quantity, CancellationToken cancellationToken)
    {
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        if (quantity > 0)
        {
            if (await FindAsync(turn, sku, cancellationToken) is not var (product, variant))
                return;
            if (variant.Available < quantity)
            {
                await FewAsync(turn, product, variant);
                return;
            }
        }

        var title = cart.Find(sku)?.TitleSeen ?? "";
        if (await KeepAsync(turn, cart.SetQuantity(sku, quantity)) is null)
            return;
        await turn.SendTextAsync(quantity == 0
            ? turn.Texts.Get(title.Length == 0 ? "cart.missing" : "cart.removed", ("product", title))
            : turn.Texts.Get("cart.set", ("product", title), ("quantity", quantity)));
        await ShowAsync(turn, 0, cancellationToken);
    }

    public static Task RemoveAsync(ShopTurn turn, Sku sku, CancellationToken cancellationToken) =>
        SetAsync(turn, sku, 0, cancellationToken);

    public static async Task ClearAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        await KeepAsync(turn, (await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).Clear());
        await turn.SendTextAsync(turn.Texts.Get("cart.cleared"), CatalogHandler.Around(turn));
    }

    /// <summary>The cart as it can be bought now, kept; and what to tell of it.</summary>
    public static async Task<(Cart Cart, IReadOnlyDictionary<Sku, Product> Found, string? Notice)> ReviewAsync(
        ShopTurn turn, CancellationToken cancellationToken)
    {
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var found = await FoundAsync(turn, cart.Lines.Select(line => line.Sku), cancellationToken);
        var review = CartReview.Of(cart, found, turn.Now);
        if (!ReferenceEquals(review.Cart, cart))
            turn.Orders.Save(review.Cart);
        return (review.Cart, found, CartCards.Notices(review.Notices, turn.Texts));
    }

    /// <summary>The products that these variants belong to; what is no longer sold is missing.</summary>
    public static async Task<IReadOnlyDictionary<Sku, Product>> FoundAsync(
        ShopTurn turn, IEnumerable<Sku> skus, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Sku, Product>();
        foreach (var sku in skus.Distinct())
            if (await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken) is { } product)
                found.Add(sku, product);
        return found;
    }

    /// <summary>The variant, if it is there to be bought; else the shopper is told.</summary>
    public static async Task<(Product Product, Variant Variant)?> FindAsync(ShopTurn turn, Sku sku, CancellationToken cancellationToken)
    {
        var product = await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken);
        if (product?.Variants.FirstOrDefault(one => one.Sku == sku) is not { } variant)
            await CatalogHandler.GoneAsync(turn);
        else if (variant.Available <= 0)
            await turn.SendTextAsync(
                turn.Texts.Get("sold.out", ("product", ProductCards.Named(product, variant))),
                CatalogHandler
                    .Around(turn)
                    .Prepend(ActionButton.For(turn.Texts.Get("button.similar"), new ShopAction.BrowseCategory(product.Category, 0))));
        else
            return (product, variant);
        return null;
    }

    public static Task FewAsync(ShopTurn turn, Product product, Variant variant) => turn.SendTextAsync(
        turn.Texts.Count("cart.few", variant.Available, ("product", ProductCards.Named(product, variant))),
        CatalogHandler.Around(turn).Prepend(ActionButton.For(turn.Texts.Get("button.checkout"), new ShopAction.Checkout())));

    public static Money Total(Cart cart) => cart.Lines.Skip(1).Aggregate(cart.Lines[0].Total, (sum, line) => sum + line.Total);

    /// <summary>The cart after a change; null when it was refused, which the shopper is told.</summary>
    private static async Task<Cart?> KeepAsync(ShopTurn turn, CartChange change)
    {
        switch (change)
        {
            case CartChange.Changed changed:
                turn.Orders.Save(changed.Cart);
                return changed.Cart;
            case CartChange.Unchanged unchanged:
                return unchanged.Cart;
            case CartChange.Refused { Reason: CartRefusal.NotInCart }:
                await turn.SendTextAsync(turn.Texts.Get("cart.missing"), CatalogHandler.Around(turn));
                return null;
            case CartChange.Refused { Reason: CartRefusal.TooManyLines }:
                await turn.SendTextAsync(turn.Texts.Get("cart.lines", ("most", Cart.MostLines)), CatalogHandler.Around(turn));
                return null;
            default:
                await turn.SendTextAsync(turn.Texts.Get("cart.range", ("most", Cart.MostPerLine)), CatalogHandler.Around(turn));
                return null;
        }
    }

    private static async Task<IReadOnlyList<CardAction>> BelowAsync(
        ShopTurn turn, Cart cart, int first, CancellationToken cancellationToken)
    {
        List<CardAction> quick = [ActionButton.For(turn.Texts.Get("button.checkout"), new ShopAction.Checkout())];
        if (cart.Lines.Count > first + LinesPerPage)
            quick.Add(ActionButton.For(turn.Texts.Get("button.more"), new ShopAction.ShowCart(first / LinesPerPage + 1)));
        quick.AddRange(await Welcome.UnfinishedAsync(turn, cancellationToken));
        quick.Add(ActionButton.For(turn.Texts.Get("button.clear"), new ShopAction.ClearCart()));
        quick.Add(ActionButton.For(turn.Texts.Get("button.categories"), new ShopAction.Categories(0)));
        quick.Add(ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu()));
        return quick;
    }
}
