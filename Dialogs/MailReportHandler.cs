using CommerceBot.Cards;
using CommerceBot.Mails;
using CommerceBot.Orders;
using Microsoft.Bot.Builder.Dialogs;

namespace CommerceBot.Dialogs;

/// <summary>
/// A mail server reported on a mail that it had taken. A mail that came back is told to the merchant, and its shopper is asked once an
/// order for another address, where they can be asked. One that is late is written down and nothing else.
/// </summary>
internal static class MailReportHandler
{
    /// <summary>Messenger takes nothing later than this after the shopper's last word.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public static async Task HearAsync(ShopTurn turn, MailReport report, DialogContext stack, CancellationToken cancellationToken)
    {
        var earlier = await turn.MailReports.OfAsync(report.Order, cancellationToken);
        if (earlier.Any(one => one.Report.Repeats(report)))
            return;
        var order = await turn.Orders.FindAsync(report.Order, cancellationToken);
        if (order is null || report.Fate != MailReportFate.Bounced
            || report.Kind.StartsWith(MailKinds.ToMerchant, StringComparison.Ordinal))
        {
            turn.MailReports.Add(new KeptMailReport(report, Asked: false));
            return;
        }

        var asks = IsStillTheirs(order, report) && earlier.All(one => !one.Asked) && await CanAskAsync(turn, order, cancellationToken);
        turn.MailReports.Add(new KeptMailReport(report, asks));
        // One address that takes no mail is told once, however many mails were on their way to it.
        if (turn.Mails is { } mails && !earlier.Any(one => one.Report.Fate == MailReportFate.Bounced && one.Report.To == report.To))
            await mails.SendAsync(new MerchantMail(order, turn.Now) { Bounce = report, IsAsked = asks }, cancellationToken);
        if (asks)
            await AskAsync(turn, order, stack, cancellationToken);
    }

    /// <summary>Whether the address of a mail that came back is still the order's.</summary>
    public static bool IsStillTheirs(Order order, MailReport report) =>
        report.Fate == MailReportFate.Bounced && report.To.Equals(order.Contact.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a person of the shop answers, or Messenger takes nothing any more, the merchant's mail is enough.</summary>
    private static async Task<bool> CanAskAsync(ShopTurn turn, Order order, CancellationToken cancellationToken) =>
        order.Lane == turn.Orders.Lane && order.Shopper == turn.Shopper
        && (!turn.OnMessenger || turn.Now - DateTimeOffset.FromUnixTimeMilliseconds(turn.Conversation.WroteAt) < Window)
        && !await ChatHandler.IsSilentAsync(turn, cancellationToken);

    /// <summary>What the shopper is in the middle of goes on: then the question waits under a button.</summary>
    private static async Task AskAsync(ShopTurn turn, Order order, DialogContext stack, CancellationToken cancellationToken)
    {
        turn.UseLanguageOf(order);
        if (stack.Stack.All(instance => instance.Id == PaymentDialog.Name))
            await stack.BeginDialogAsync(EmailChangeDialog.Name, order.Number.Value, cancellationToken);
        else
            await turn.SendTextAsync(
                EmailChangeDialog.Question(turn, order),
                ActionButton.For(turn.Texts.Get("button.email.change"), new ShopAction.ChangeEmail(order.Number)));
    }
}
