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
    /// <summary>
    /// How sure it must be that something is to go into the cart, where others were found beside the product that is named: "a candle
    /// please" may be looking.
    /// </summary>
    private const double Sure = 0.8;

    public static async Task<ShopAction?> HandleAsync(
        ShopTurn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken) =>
        intent switch
        {
            Intent.CartAdd => await AddAsync(turn, said, cancellationToken),
            Intent.CartRemove or Intent.CartQuantity => await ChangeAsync(turn, intent, said, cancellationToken),
            Intent.Checkout => await BuyAsync(turn, said, cancellationToken) ?? new ShopAction.Checkout(),
            Intent.CheckoutEdit when (await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null =>
                new ShopAction.Resume(),
            Intent.CheckoutEdit => await OrderIntents.ReaddressAsync(turn, said.Text, cancellationToken) ?? new ShopAction.MyOrders(),
            _ => new ShopAction.ShowCart(0),
        };

    /// <summary>One product and one variant go in at once; a product of several is chosen; what is not clear is shown.</summary>
    private static async Task<ShopAction?> AddAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var quantity = Math.Clamp(said.Entities.Quantity ?? 1, 1, Cart.MostPerLine);
        if (said.Entities.Products.NamesGoods())
        {
            if (await ProductIntents.OnlyOneAsync(turn, said.Entities.Products, said.Score >= Sure, cancellationToken) is { } only)
                return Into(only, quantity);
            await CatalogHandler.SearchAsync(turn, said.Entities.Query, 0, cancellationToken);
            return null;
        }

        return
            turn.Conversation.Product is { } last
            && await turn.Catalog.FindAsync(new ProductId(last), turn.Language, cancellationToken) is { } product
            ? Into(product, quantity)
            : new ShopAction.ShowCart(0);
    }

    /// <summary>
    /// "I'd like to buy the teapot", "ok, I'll buy it": with an empty cart it is the product that is named, or else the one last spoken
    /// of; of several that have the name they are shown. Null when the cart is what is bought. It begins the questions of a checkout,
    /// and orders nothing.
    /// </summary>
    private static async Task<ShopAction?> BuyAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (!(await turn.Orders.CartAsync(turn.Shopper, cancellationToken)).IsEmpty)
            return null;
        var query = said.Entities.Products;
        var last = turn.Conversation.Product is { } id
            ? await turn.Catalog.FindAsync(new ProductId(id), turn.Language, cancellationToken)
            : null;
        var product = !query.NamesGoods() || last?.IsNamedBy(query) == true ? last
            : await ProductIntents.OnlyOneAsync(turn, query, mayBeNamed: true, cancellationToken);
        return product switch
        {
            // "Take me to pay" has words too, and the shop sells none of them.
            null => query.NamesGoods() && await ProductIntents.IsFoundAsync(turn, said.Entities.Query, cancellationToken)
                ? new ShopAction.Search(said.Entities.Query, 0)
                : null,
            { Variants: [var only] } => new ShopAction.BuyNow(only.Sku, Math.Clamp(said.Entities.Quantity ?? 1, 1, Cart.MostPerLine)),
            _ => new ShopAction.ChooseVariant(product.Id, VariantPurpose.Buy, "", 0),
        };
    }

    private static ShopAction Into(Product product, int quantity) => product.Variants is [var only]
        ? new ShopAction.AddToCart(only.Sku, quantity)
        : new ShopAction.ChooseVariant(product.Id, Cards.VariantPurpose.Cart, "", 0);

    private static async Task<ShopAction?> ChangeAsync(
        ShopTurn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
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
        return wanted <= 0
            ? new ShopAction.AskQuantity(line.Sku)
            : new ShopAction.SetQuantity(line.Sku, Math.Min(wanted, Cart.MostPerLine));
    }

    /// <summary>The line that is named; without a name the only one, or the one that went in last.</summary>
    private static async Task<CartLine?> LineAsync(ShopTurn turn, Cart cart, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (said.Entities.Products.Terms.Count == 0)
            return cart.Lines[^1];
        var found = await turn.Catalog.SearchAsync(said.Entities.Products, turn.Language, 0, 10, cancellationToken);
        var skus = found.Products.Items.SelectMany(product => product.Variants).Select(variant => variant.Sku).ToHashSet();
        return cart.Lines.FirstOrDefault(line => skus.Contains(line.Sku));
    }
}
