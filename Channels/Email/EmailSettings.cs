using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>Who the shop's mails come from, and who gets the merchant's.</summary>
/// <param name="From">With the shop's name.</param>
/// <param name="ReplyTo">Where answers go.</param>
/// <param name="Merchant">Who is told of paid orders, and of money that needs somebody.</param>
internal sealed record EmailSettings(MailboxAddress From, MailboxAddress ReplyTo, MailboxAddress Merchant);
