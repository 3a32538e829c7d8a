using CommerceBot.Orders;

namespace CommerceBot.Channels.Stripe;

/// <summary>What a page after Stripe's says, in Italian or English; <c>ReturnPage.cshtml</c> shows it.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="Sign">The drawing above the words.</param>
/// <param name="Says">Whether the page's script tells the shop that it was opened.</param>
/// <param name="Withdraw">What stands on the link to the page of withdrawals; null where nothing was bought.</param>
/// <param name="BackToChat">Where the conversation is opened; null when the page can only be closed.</param>
public sealed record ReturnPageTexts(
    string Language, string Shop, ReturnPageSign Sign, string Title, string Text, string Back, string Close, Uri? BackToChat,
    string? Withdraw, bool Says = true)
{
    /// <summary>Whether the payment is looked for, so that the page should come again.</summary>
    public bool Waits { get; init; }

    /// <summary>After paying: how the order stands now.</summary>
    public static ReturnPageTexts Thanks(OrderSummary order, string shop, Uri? backToChat)
    {
        var italian = order.Language == Catalog.Language.Italian;
        var number = order.Number;
        return order switch
        {
            { IsRefunded: true } => Page(
                italian, shop, ReturnPageSign.Back, ("Rimborsato", "Refunded"),
                ($"Per l'ordine {number} ti è stato restituito tutto.", $"All that was paid for order {number} went back to you."),
                backToChat, bought: true),
            { State: OrderState.Draft or OrderState.AwaitingPayment or OrderState.PaymentProcessing } => Page(
                italian, shop, ReturnPageSign.Waiting, ("Un momento", "One moment"),
                ($"Stiamo controllando il pagamento dell'ordine {number}. La ricevuta arriva nella chat.",
                    $"We are checking the payment of order {number}. The receipt comes in the chat."),
                backToChat, bought: true) with { Waits = true },
            { State: OrderState.Cancelled or OrderState.Expired } => Page(
                italian, shop, ReturnPageSign.Back, ("Ordine annullato", "Order cancelled"),
                ($"L'ordine {number} è annullato. Se qualcosa è stato pagato, torna indietro da solo.",
                    $"Order {number} is cancelled. If anything was paid for it, it goes back by itself."),
                backToChat, bought: false),
            _ => Page(
                italian, shop, ReturnPageSign.Done, ("Grazie!", "Thank you!"),
                ($"L'ordine {number} è pagato. La ricevuta è nella chat.", $"Order {number} is paid. The receipt is in the chat."),
                backToChat, bought: true),
        };
    }

    /// <summary>After leaving without paying.</summary>
    public static ReturnPageTexts Unpaid(OrderSummary order, string shop, Uri? backToChat) =>
        order.State is OrderState.Draft or OrderState.AwaitingPayment or OrderState.Cancelled or OrderState.Expired
            ? Page(
                order.Language == Catalog.Language.Italian, shop, ReturnPageSign.Back, ("Niente di pagato", "Nothing was paid"),
                ("Stiamo annullando l'ordine e liberando gli articoli. Nella chat puoi ordinare di nuovo con un tocco.",
                    "We are cancelling the order and its items are free again. In the chat one tap orders them anew."),
                backToChat, bought: false)
            : Thanks(order, shop, backToChat);

    /// <summary>An address that is no order's, or was cut short.</summary>
    public static ReturnPageTexts Unknown(bool italian, string shop) => Page(
        italian, shop, ReturnPageSign.Back, ("Pagina non trovata", "Page not found"),
        ("Questo indirizzo non è di un ordine: forse è stato copiato a metà. Nella chat trovi i tuoi ordini.",
            "This address is no order's: perhaps it was copied in part. Your orders are in the chat."),
        null, bought: false) with { Says = false };

    private static ReturnPageTexts Page(
        bool italian, string shop, ReturnPageSign sign, (string It, string En) title, (string It, string En) text, Uri? backToChat,
        bool bought) => italian
        ? new(
            "it", shop, sign, title.It, text.It, "Torna alla chat", "Puoi chiudere questa pagina.", backToChat,
            bought ? "Recedi dal contratto qui" : null)
        : new(
            "en", shop, sign, title.En, text.En, "Back to the chat", "You can close this page.", backToChat,
            bought ? "Withdraw from contract here" : null);
}

/// <summary>The drawing on a page after Stripe's: done, still waiting, or back to where they came from.</summary>
public enum ReturnPageSign
{
    /// <summary>Paid.</summary>
    Done,

    /// <summary>Nobody knows yet.</summary>
    Waiting,

    /// <summary>Nothing is bought, or nothing any more.</summary>
    Back,
}
