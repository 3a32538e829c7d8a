using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>
/// Every mail that the shop takes for sent has arrived under its own Message-Id, whatever died meanwhile; nothing else has; and each
/// paid order has its confirmation and the merchant's word of it.
/// </summary>
internal static class MailAudit
{
    private static readonly string[] OfPaid = ["Confirmation", "merchant.Paid"];

    public static IEnumerable<Difference> Of(Evidence evidence)
    {
        var arrived = evidence.Mails.Select(mail => mail.MessageId.Split('@')[0]).ToHashSet();
        var written = evidence.Shop.Mails;
        foreach (var mail in written.Where(mail => mail.Sent && !arrived.Contains(mail.Id)))
            yield return new Difference(Kinds.MailMissing, mail.Id, $"{mail.Kind} of {mail.Order} was sent and never arrived");
        var known = written.Select(mail => mail.Id).ToHashSet();
        foreach (var strange in arrived.Where(id => !known.Contains(id)))
            yield return new Difference(Kinds.MailTwice, strange, "arrived, and no mail of the shop has this Message-Id");

        var has = written.Select(mail => (mail.Order, mail.Kind)).ToHashSet();
        foreach (var order in evidence.Shop.Orders.Where(Auditor.IsPaid))
            foreach (var kind in OfPaid.Where(kind => !has.Contains((order.Id, kind))))
                yield return new Difference(Kinds.MailMissing, $"{order.Number} ({order.Id})", $"has no mail {kind}");
    }
}
