namespace CommerceBot.Channels.Stripe;

/// <summary>What a page after Stripe's says, in Italian or English; <c>ReturnPage.cshtml</c> shows it.</summary>
/// <param name="IsPaid">Whether the shopper comes from paying.</param>
/// <param name="Withdraw">What stands on the link to the page of withdrawals.</param>
/// <param name="BackToChat">Where the conversation is opened; null when the page can only be closed.</param>
public sealed record ReturnPageTexts(
    string Language, bool IsPaid, string Title, string Text, string Back, string Close, Uri? BackToChat, string Withdraw)
{
    /// <summary>After paying.</summary>
    public static ReturnPageTexts Thanks(bool italian, Uri? backToChat) => italian
        ? Italian(true, "Grazie!", "Stiamo controllando il pagamento. La ricevuta arriva nella chat.", backToChat)
        : English(true, "Thank you!", "We are checking the payment. The receipt comes in the chat.", backToChat);

    /// <summary>After leaving without paying.</summary>
    public static ReturnPageTexts Unpaid(bool italian, Uri? backToChat) => italian
        ? Italian(
            false, "Niente di pagato",
            "Stiamo annullando l'ordine e liberando gli articoli. Nella chat puoi ordinare di nuovo con un tocco.", backToChat)
        : English(
            false, "Nothing was paid",
            "We are cancelling the order and its items are free again. In the chat one tap orders them anew.", backToChat);

    private static ReturnPageTexts Italian(bool isPaid, string title, string text, Uri? backToChat) =>
        new("it", isPaid, title, text, "Torna alla chat", "Puoi chiudere questa pagina.", backToChat, "Recedi dal contratto qui");

    private static ReturnPageTexts English(bool isPaid, string title, string text, Uri? backToChat) =>
        new("en", isPaid, title, text, "Back to the chat", "You can close this page.", backToChat, "Withdraw from contract here");
}
