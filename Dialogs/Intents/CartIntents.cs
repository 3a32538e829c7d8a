using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Sentences about the cart: what goes in, comes out, or changes its number.</summary>
internal static class CartIntents
{
    public static async Task<ShopAction?> HandleAsync(Turn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken) => intent switch
    {
        Intent.CartAdd => await AddAsync(turn, said, cancellationToken),
        Intent.CartRemove or Intent.CartQuantity => await ChangeAsync(turn, intent, said, cancellationToken),
        Intent.Checkout => new ShopAction.Checkout(),
        Intent.CheckoutEdit when (await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null => new ShopAction.Resume(),
        Intent.CheckoutEdit => new ShopAction.MyOrders(),
        _ => new ShopAction.ShowCart(0),
    };

    /// <summary>One product and one variant go in at once; a product of several is chosen; what is not clear is shown.</summary>
    private static async Task<ShopAction?> AddAsync(Turn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var quantity = Math.Clamp(said.Entities.Quantity ?? 1, 1, Cart.MostPerLine);
        if (said.Entities.Products.Terms.Count > 0)
        {
            var found = await turn.Catalog.SearchAsync(said.Entities.Products, turn.Language, 0, 2, cancellationToken);
            if (found is { Match: ProductMatch.Exact, Products.Items: [var only] })
                return Into(only, quantity);
            await Browse.SearchAsync(turn, said.Entities.Query, 0, cancellationToken);
            return null;
        }

        return turn.Talk.Product is { } last && await turn.Catalog.FindAsync(new ProductId(last), turn.Language, cancellationToken) is { } product
            ? Into(product, quantity)
            : new ShopAction.ShowCart(0);
    }

    private static ShopAction Into(Product product, int quantity) => product.Variants is [var only]
        ? new ShopAction.AddToCart(only.Sku, quantity)
        : new ShopAction.Choose(product.Id, Cards.Intent.Cart, "", 0);

    private static async Task<ShopAction?> ChangeAsync(Turn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var cart = await turn.Orders.CartAsync(turn.Shopper, cancellationToken);
        // "Quaderno 3" may be a name: an empty cart has nothing to change.
        if (cart.IsEmpty && await ProductIntents.TryFindAsync(turn, said, cancellationToken))
            return null;
        if (cart.IsEmpty || await LineAsync(turn, cart, said, cancellationToken) is not { } line)
            return new ShopAction.ShowCart(0);
        if (intent == Intent.CartRemove)
            return new ShopAction.Remove(line.Sku);
        var number = said.Entities.Quantity ?? (said.Entities.QuantityDirection == 0 ? 0 : 1);
        var wanted = said.Entities.QuantityDirection == 0 ? number : line.Quantity + (said.Entities.QuantityDirection * number);
        return wanted <= 0 ? new ShopAction.AskQuantity(line.Sku) : new ShopAction.SetQuantity(line.Sku, Math.Min(wanted, Cart.MostPerLine));
    }

    /// <summary>The line that is named; without a name the only one, or the one that went in last.</summary>
    private static async Task<CartLine?> LineAsync(Turn turn, Cart cart, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (said.Entities.Products.Terms.Count == 0)
            return cart.Lines[^1];
        var found = await turn.Catalog.SearchAsync(said.Entities.Products, turn.Language, 0, 10, cancellationToken);
        var skus = found.Products.Items.SelectMany(product => product.Variants).Select(variant => variant.Sku).ToHashSet();
        return cart.Lines.FirstOrDefault(line => skus.Contains(line.Sku));
    }
}
