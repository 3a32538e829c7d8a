using CommerceBot.Cards;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>The receipt once more, in the chat and by mail. A mail goes only so often: whose address it is nobody has proved.</summary>
internal static class ReceiptHandler
{
    private static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(15);

    public static async Task SendAsync(
        ShopTurn turn, Order order, PaymentService payments, ShopSettings shop, CancellationToken cancellationToken)
    {
        var now = turn.Now.ToUnixTimeMilliseconds();
        var byMail = turn.Mails is not null
            && !(turn.Conversation.ReceiptMailedAt is { } last && now - last < (long)BetweenMails.TotalMilliseconds);
        if (!await payments.SendReceiptAsync(turn, order, cancellationToken, byMail))
        {
            await OrdersHandler.ShowAsync(turn, order, shop, cancellationToken);
            return;
        }

        if (byMail)
            turn.Conversation.ReceiptMailedAt = now;
        await turn.SendTextAsync(
            turn.Texts.Get(byMail ? "receipt.again.mail" : "receipt.again", ("email", order.Contact.Email)), CatalogHandler.Around(turn));
    }
}
