using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>
/// Which notices are mailed too. A mail goes whether or not the chat can be reached: nobody has to find out first that it cannot
/// (docs/decisions/0023).
/// </summary>
internal static class OrderMails
{
    /// <summary>Every notice of a decision that has a mail; nothing while no mails are sent.</summary>
    /// <param name="lowMark">At how many pieces a variant is low that has no mark of its own.</param>
    public static async Task SendAsync(ShopTurn turn, PaymentDecision decision, int lowMark, CancellationToken cancellationToken)
    {
        if (turn.Mails is not { } mails)
            return;
        foreach (var notice in decision.Notices)
        {
            if (KindOf(notice.Kind) is { } kind)
                await mails.SendAsync(new OrderMail(kind, decision.Order, turn.Now, notice.Amount), again: false, cancellationToken);
            if (notice.Kind == NoticeKind.GivenBack)
                await mails.SendAsync(new MerchantMail(decision.Order, turn.Now, Did: ShopperDid.CancelledByShopper), cancellationToken);
            if (notice.Kind != NoticeKind.Paid)
                continue;
            await mails.SendAsync(new MerchantMail(decision.Order, turn.Now), cancellationToken);
            if (await turn.Stock.FallenLowAsync(decision.Order.Stock, lowMark, cancellationToken) is { Count: > 0 } low)
                await mails.SendAsync(new MerchantMail(decision.Order, turn.Now) { Low = low }, cancellationToken);
        }

        foreach (var alert in decision.Alerts)
            await mails.SendAsync(new MerchantMail(decision.Order, turn.Now, alert), cancellationToken);
    }

    /// <param name="again">Whether one more is wanted of what an order has once.</param>
    public static Task SendAsync(
        ShopTurn turn, Order order, OrderMailKind kind, CancellationToken cancellationToken, int? parcel = null, bool again = false) =>
        turn.Mails?.SendAsync(new OrderMail(kind, order, turn.Now, Parcel: parcel), again, cancellationToken) ?? Task.CompletedTask;

    /// <summary>
    /// The order's e-mail was put right: the confirmation goes to the new one, and whatever else had come back from the old one.
    /// </summary>
    /// <param name="before">The e-mail as it was.</param>
    public static async Task SendAgainAsync(ShopTurn turn, Order order, string before, CancellationToken cancellationToken)
    {
        if (order.IsPaid)
            await SendAsync(turn, order, OrderMailKind.ConfirmationCorrected, cancellationToken);
        if (turn.Mails is not { } mails || before == order.Contact.Email)
            return;
        foreach (var lost in await turn.MailReports.ReturnedAsync(order.Id, before, cancellationToken))
            if (!order.IsPaid || !OrderMailWriter.IsContract(lost.Kind))
                await mails.SendAsync(
                    lost with
                    {
                        Order = order,
                        Withdrawal = lost.Withdrawal is { } said ? said with { Email = order.Contact.Email } : null,
                    },
                    again: true, cancellationToken);
    }

    /// <summary>What only makes sense while the shopper is there, or is followed by another notice at once, has no mail.</summary>
    public static OrderMailKind? KindOf(NoticeKind notice) => notice switch
    {
        NoticeKind.Paid => OrderMailKind.Confirmation,
        NoticeKind.PaymentFailed => OrderMailKind.PaymentFailed,
        NoticeKind.CancelledByShop or NoticeKind.SoldOut => OrderMailKind.CancelledUnpaid,
        NoticeKind.CancelledWithRefund => OrderMailKind.CancelledWithRefund,
        NoticeKind.GivenBack => OrderMailKind.CancelledByShopper,
        NoticeKind.CancelledRefunded => OrderMailKind.CancelledRefunded,
        NoticeKind.Unfillable => OrderMailKind.OrderUnfillable,
        NoticeKind.PaidTwice => OrderMailKind.PaidTwice,
        NoticeKind.Mispaid => OrderMailKind.WrongAmountPaid,
        NoticeKind.DisputeRefund => OrderMailKind.DisputeMoneyBack,
        NoticeKind.RefundDone => OrderMailKind.Refunded,
        NoticeKind.RefundFailed => OrderMailKind.RefundFailed,
        _ => null,
    };
}
