using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Everything that a shopper does with the cart.</summary>
internal static class CartDesk
{
    private const int LinesPerPage = 10;

    public static async Task ShowAsync(Turn turn, int page, CancellationToken cancellationToken)
    {
        var (cart, found, news) = await ReviewAsync(turn, cancellationToken);
        if (news is not null)
            await turn.SayAsync(news);
        if (cart.IsEmpty)
        {
            await turn.SayAsync(turn.Words.Say("cart.empty"), [.. await Welcome.UnfinishedAsync(turn, cancellationToken), .. Browse.Around(turn)]);
            return;
        }

        var first = Math.Min(page, (cart.Lines.Count - 1) / LinesPerPage) * LinesPerPage;
        var lines = cart.Lines.Skip(first).Take(LinesPerPage).ToList();
        var title = turn.Words.Count("cart.title", cart.Pieces);
        if (lines.Count < cart.Lines.Count)
            title += "\n" + turn.Words.Say("cart.more", ("first", first + 1), ("last", first + lines.Count), ("total", cart.Lines.Count));
        await turn.SendAsync(Reply.Row(title, lines.Select(line => CartCards.Line(line, found.GetValueOrDefault(line.Sku), turn.Words))));
        await turn.SayAsync(turn.Words.Say("cart.total", ("total", Total(cart).Show(turn.Words))), await BelowAsync(turn, cart, first, cancellationToken));
    }

    public static async Task AddAsync(Turn turn, Sku sku, int quantity, CancellationToken cancellationToken)
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
            await turn.SayAsync(
                turn.Words.Count("cart.added", kept.Pieces, ("product", product.Title), ("total", Total(kept).Show(turn.Words))),
                Tap.On(turn.Words.Say("button.checkout"), new ShopAction.Checkout()),
                Tap.On(turn.Words.Say("button.cart"), new ShopAction.ShowCart(0)),
                Tap.On(turn.Words.Say("button.quantity"), new ShopAction.AskQuantity(sku)),
                Tap.On(turn.Words.Say("button.shopping"), new ShopAction.Shelf(product.Category, 0)));
    }

    public static async Task SetAsync(Turn turn, Sku sku, int quantity, CancellationToken cancellationToken)
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
        await turn.SayAsync(quantity == 0
            ? turn.Words.Say(title.Length == 0 ? "cart.missing" : "cart.removed", ("product", title))
            : turn.Words.Say("cart.set", ("product", title), ("quantity", quantity)));
        await ShowAsync(turn, 0, cancellationToken);
    }

    public static Task RemoveAsync(Turn turn, Sku sku, CancellationToken cancellationToken) => SetAsync(turn, sku, 0, cancellationToken);

    public static async Task ClearAsync(Turn turn, CancellationToken cancellationToken)
    {
        await KeepAsync(turn, (await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).Clear());
        await turn.SayAsync(turn.Words.Say("cart.cleared"), Browse.Around(turn));
    }

    /// <summary>The cart as it can be bought now, kept; and what to tell of it.</summary>
    public static async Task<(Cart Cart, IReadOnlyDictionary<Sku, Product> Found, string? News)> ReviewAsync(Turn turn, CancellationToken cancellationToken)
    {
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        var found = await FoundAsync(turn, cart.Lines.Select(line => line.Sku), cancellationToken);
        var review = CartReview.Of(cart, found, turn.Now);
        if (!ReferenceEquals(review.Cart, cart))
            turn.Orders.Save(review.Cart);
        return (review.Cart, found, CartCards.News(review.News, turn.Words));
    }

    /// <summary>The products that these variants belong to; what is no longer sold is missing.</summary>
    public static async Task<IReadOnlyDictionary<Sku, Product>> FoundAsync(Turn turn, IEnumerable<Sku> skus, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Sku, Product>();
        foreach (var sku in skus.Distinct())
            if (await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken) is { } product)
                found.Add(sku, product);
        return found;
    }

    /// <summary>The variant, if it is there to be bought; else the shopper is told.</summary>
    public static async Task<(Product Product, Variant Variant)?> FindAsync(Turn turn, Sku sku, CancellationToken cancellationToken)
    {
        var product = await turn.Catalog.FindAsync(sku, turn.Language, cancellationToken);
        if (product?.Variants.FirstOrDefault(one => one.Sku == sku) is not { } variant)
            await Browse.GoneAsync(turn);
        else if (variant.Available <= 0)
            await turn.SayAsync(
                turn.Words.Say("sold.out", ("product", product.Title)),
                Browse.Around(turn).Prepend(Tap.On(turn.Words.Say("button.similar"), new ShopAction.Shelf(product.Category, 0))));
        else
            return (product, variant);
        return null;
    }

    public static Task FewAsync(Turn turn, Product product, Variant variant) => turn.SayAsync(
        turn.Words.Count("cart.few", variant.Available, ("product", product.Title)),
        Browse.Around(turn).Prepend(Tap.On(turn.Words.Say("button.checkout"), new ShopAction.Checkout())));

    public static Money Total(Cart cart) => cart.Lines.Skip(1).Aggregate(cart.Lines[0].Total, (sum, line) => sum + line.Total);

    /// <summary>The cart after a change; null when it was refused, which the shopper is told.</summary>
    private static async Task<Cart?> KeepAsync(Turn turn, CartChange change)
    {
        switch (change)
        {
            case CartChange.Changed changed:
                turn.Orders.Save(changed.Cart);
                return changed.Cart;
            case CartChange.Unchanged unchanged:
                return unchanged.Cart;
            case CartChange.Refused { Reason: CartRefusal.NotInCart }:
                await turn.SayAsync(turn.Words.Say("cart.missing"), Browse.Around(turn));
                return null;
            case CartChange.Refused { Reason: CartRefusal.TooManyLines }:
                await turn.SayAsync(turn.Words.Say("cart.lines", ("most", Cart.MostLines)), Browse.Around(turn));
                return null;
            default:
                await turn.SayAsync(turn.Words.Say("cart.range", ("most", Cart.MostPerLine)), Browse.Around(turn));
                return null;
        }
    }

    private static async Task<IReadOnlyList<CardAction>> BelowAsync(Turn turn, Cart cart, int first, CancellationToken cancellationToken)
    {
        List<CardAction> quick = [Tap.On(turn.Words.Say("button.checkout"), new ShopAction.Checkout())];
        if (cart.Lines.Count > first + LinesPerPage)
            quick.Add(Tap.On(turn.Words.Say("button.more"), new ShopAction.ShowCart(first / LinesPerPage + 1)));
        quick.AddRange(await Welcome.UnfinishedAsync(turn, cancellationToken));
        quick.Add(Tap.On(turn.Words.Say("button.clear"), new ShopAction.ClearCart()));
        quick.Add(Tap.On(turn.Words.Say("button.categories"), new ShopAction.Categories(0)));
        quick.Add(Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()));
        return quick;
    }
}
