using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Cards;

/// <summary>
/// Everything that a tap can mean. A button carries the text of <see cref="ShopActionText.Write"/>: short, with a version,
/// read whole, and naming things only. Prices, totals and stock are never taken from it.
/// </summary>
internal abstract record ShopAction
{
    private ShopAction()
    {
    }

    public sealed record Start : ShopAction;

    public sealed record Menu : ShopAction;

    public sealed record Categories(int Page) : ShopAction;

    public sealed record Shelf(CategoryId Category, int Page) : ShopAction;

    /// <summary>Asks what to look for.</summary>
    public sealed record AskSearch : ShopAction;

    public sealed record Search(string Words, int Page) : ShopAction;

    public sealed record Details(ProductId Product) : ShopAction;

    /// <summary>Picks a variant axis by axis. <paramref name="Picks"/> are marks of values (<see cref="VariantPicks"/>), in the axes' order.</summary>
    public sealed record Choose(ProductId Product, Intent For, string Picks, int Page) : ShopAction;

    public sealed record BuyNow(Sku Sku, int Quantity) : ShopAction;

    public sealed record AddToCart(Sku Sku, int Quantity) : ShopAction;

    public sealed record ShowCart(int Page) : ShopAction;

    public sealed record AskQuantity(Sku Sku) : ShopAction;

    public sealed record SetQuantity(Sku Sku, int Quantity) : ShopAction;

    public sealed record Remove(Sku Sku) : ShopAction;

    public sealed record ClearCart : ShopAction;

    public sealed record Checkout : ShopAction;

    /// <summary>Goes on with a checkout left in the middle.</summary>
    public sealed record Resume : ShopAction;

    /// <summary>Takes what was answered last time.</summary>
    public sealed record UseKnown(Question Question) : ShopAction;

    public sealed record UseAddress : ShopAction;

    public sealed record OtherAddress : ShopAction;

    public sealed record Answer(Question Question, string Text) : ShopAction;

    /// <summary>Asks what of the summary to change.</summary>
    public sealed record AskChange : ShopAction;

    public sealed record Change(Question Question) : ShopAction;

    /// <summary>Orders, with obligation to pay, what the quote with this mark says.</summary>
    public sealed record OrderAndPay(string Mark) : ShopAction;

    public sealed record Cancel : ShopAction;

    public sealed record Back : ShopAction;

    public sealed record MyOrders : ShopAction;

    public sealed record ShowOrder(OrderNumber Order) : ShopAction;

    public sealed record PayOrder(OrderNumber Order) : ShopAction;

    public sealed record Paid(OrderNumber Order) : ShopAction;

    public sealed record CancelOrder(OrderNumber Order) : ShopAction;

    /// <summary>Buys the same again, at the prices of now.</summary>
    public sealed record OrderAgain(OrderNumber Order) : ShopAction;

    public sealed record Help : ShopAction;

    public sealed record Person : ShopAction;

    /// <summary>What the shop says about something, such as <c>delivery-info</c>: the name of an intent.</summary>
    public sealed record AskTopic(string Topic) : ShopAction;

    public sealed record Languages : ShopAction;

    public sealed record Speak(Language Language) : ShopAction;
}

/// <summary>What a variant is picked for.</summary>
internal enum Intent
{
    Buy,
    Cart,
}
