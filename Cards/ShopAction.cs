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

    public sealed record BrowseCategory(CategoryId Category, int Page) : ShopAction;

    /// <summary>Asks what to look for.</summary>
    public sealed record AskSearch : ShopAction;

    public sealed record Search(string Query, int Page) : ShopAction;

    public sealed record Details(ProductId Product) : ShopAction;

    /// <summary>
    /// Picks a variant axis by axis. <paramref name="Picks"/> are marks of values (<see cref="VariantSelection"/>), in
    /// the axes' order.
    /// </summary>
    public sealed record ChooseVariant(ProductId Product, VariantPurpose For, string Picks, int Page) : ShopAction;

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

    /// <summary>Takes everything that was answered last time, at once.</summary>
    public sealed record UseAll : ShopAction;

    /// <summary>The address that was read is right.</summary>
    public sealed record UseAddress : ShopAction;

    /// <summary>The address that was read is wrong.</summary>
    public sealed record OtherAddress : ShopAction;

    public sealed record Answer(Question Question, string Text) : ShopAction;

    /// <summary>Asks what of the summary to change.</summary>
    public sealed record AskChange : ShopAction;

    public sealed record Change(Question Question) : ShopAction;

    /// <summary>Orders, with obligation to pay, what the quote with this mark says.</summary>
    public sealed record OrderAndPay(string QuoteHash) : ShopAction;

    public sealed record Cancel : ShopAction;

    public sealed record Back : ShopAction;

    public sealed record MyOrders : ShopAction;

    public sealed record ShowOrder(OrderNumber Order) : ShopAction;

    public sealed record PayOrder(OrderNumber Order) : ShopAction;

    public sealed record Paid(OrderNumber Order) : ShopAction;

    public sealed record CancelOrder(OrderNumber Order) : ShopAction;

    /// <summary>Cancels a paid order, knowing that its money comes back; asked for by <see cref="CancelOrder"/>.</summary>
    public sealed record GiveBack(OrderNumber Order) : ShopAction;

    /// <summary>Shows the receipt again, and sends the confirmation again.</summary>
    public sealed record SendReceipt(OrderNumber Order) : ShopAction;

    /// <summary>Asks for another address for what did not leave yet.</summary>
    public sealed record ChangeAddress(OrderNumber Order) : ShopAction;

    /// <summary>Asks for another e-mail, since mails about the order came back.</summary>
    public sealed record ChangeEmail(OrderNumber Order) : ShopAction;

    /// <summary>Buys the same again, at the prices of now.</summary>
    public sealed record OrderAgain(OrderNumber Order) : ShopAction;

    /// <summary>Shows from which orders the shopper can withdraw.</summary>
    public sealed record AskWithdrawal : ShopAction;

    /// <summary>Shows the declaration of withdrawal for some pieces of an order (<see cref="WithdrawnPieces"/>), to be confirmed.</summary>
    public sealed record Withdraw(OrderNumber Order, string Pieces) : ShopAction;

    /// <summary>Chooses the pieces that a declaration is about.</summary>
    public sealed record ChooseWithdrawn(OrderNumber Order, string Pieces, int Page) : ShopAction;

    /// <summary>Asks for another e-mail for the acknowledgement.</summary>
    public sealed record AskWithdrawalEmail(OrderNumber Order, string Pieces) : ShopAction;

    /// <summary>
    /// Withdraws. <paramref name="Earlier"/> is how many declarations the order had when it was shown: the same one twice is one.
    /// </summary>
    public sealed record ConfirmWithdrawal(OrderNumber Order, int Earlier, string Pieces) : ShopAction;

    /// <summary>Shows of which orders something may be sent back.</summary>
    public sealed record AskReturns : ShopAction;

    /// <summary>Asks why some pieces of an order (<see cref="WithdrawnPieces"/>) are to be sent back.</summary>
    public sealed record AskReturn(OrderNumber Order, string Pieces) : ShopAction;

    /// <summary>Chooses the pieces that are to be sent back.</summary>
    public sealed record ChooseReturned(OrderNumber Order, string Pieces, int Page) : ShopAction;

    /// <summary>Asks for a few words about what is wrong with them.</summary>
    public sealed record ReturnFor(OrderNumber Order, ReturnReason Reason, string Pieces) : ShopAction;

    /// <summary>Asks the merchant to take them back, without a word.</summary>
    public sealed record SendReturn(OrderNumber Order, ReturnReason Reason, string Pieces) : ShopAction;

    /// <summary>Tells all that the shop keeps of the shopper.</summary>
    public sealed record ExportData : ShopAction;

    /// <summary>Asks whether it is to be erased.</summary>
    public sealed record AskErasure : ShopAction;

    /// <summary>Erases it, except for what the law wants kept.</summary>
    public sealed record EraseData : ShopAction;

    /// <summary>What may be asked for about the shopper's data.</summary>
    public sealed record MyData : ShopAction;

    public sealed record Help : ShopAction;

    public sealed record Person : ShopAction;

    /// <summary>What the shop says about something, such as <c>delivery-info</c>: the name of an intent.</summary>
    public sealed record AskTopic(string Topic) : ShopAction;

    public sealed record Languages : ShopAction;

    public sealed record SetLanguage(Language Language) : ShopAction;
}

/// <summary>What a variant is picked for.</summary>
internal enum VariantPurpose
{
    Buy,
    Cart,
}
