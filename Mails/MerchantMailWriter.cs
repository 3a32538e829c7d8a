using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Mails;

/// <summary>What the merchant reads, in the shop's own language.</summary>
/// <param name="desk">Where the desk is, asked when it is used.</param>
internal sealed class MerchantMailWriter(ShopSettings shop, Func<Uri> desk)
{
    private readonly Texts _texts = Texts.Of(shop.Checkout.ShopCountry.Code == "IT" ? Language.Italian : Language.English);

    public MailContent Write(MerchantMail mail)
    {
        if (mail.Low is { } low)
            return Write(mail.Order, low);
        var (order, alert) = (mail.Order, mail.Alert);
        return new MailContent(
            _texts.Language.Code, shop.Name, Say("subject"), Say("title"), [Say("text"), .. DueOf(mail)],
            new MailLink(_texts.Get("mail.merchant.open"), new Uri(desk(), $"/desk/orders/{order.Number.Value}")),
            mail.Withdrawal is { } goods ? OrderMailWriter.OfWithdrawal(order, goods, _texts) : OrderMailWriter.OfOrder(order, _texts),
            [
                new(_texts.Get("receipt.to"), [.. order.Address.Lines(_texts.Language)]),
                new(_texts.Get("mail.merchant.customer"), [order.Contact.Name, order.Contact.Email, order.Contact.Phone]),
            ],
            [shop.Name, _texts.Get("mail.merchant.why")]);

        string Say(string part) => _texts.Get(
            $"mail.merchant.{mail.Kind}.{part}", ("number", order.Number.Value), ("total", order.Total.Show(_texts)),
            ("amount", alert?.Amount ?? ""), ("reference", alert?.Reference ?? ""),
            ("name", mail.Withdrawal?.Name ?? order.Contact.Name), ("email", mail.Withdrawal?.Email ?? order.Contact.Email),
            ("when", When(mail.At)), ("address", mail.Bounce?.To ?? ""), ("reason", mail.Bounce?.Reason ?? ""));
    }

    public MailContent Write(UndeliveredMail mail)
    {
        var lines = mail.Notices.Select(notice => _texts.Get(
            notice.IsMail ? "mail.merchant.Undelivered.mail" : "mail.merchant.Undelivered.message",
            ("number", notice.Order.Value), ("reason", notice.Reason))).Distinct();
        return new MailContent(
            _texts.Language.Code, shop.Name, Say("subject"), Say("title"), [Say("text")],
            new MailLink(Say("open"), new Uri(desk(), "/desk/health")), null, [new(Say("which"), [.. lines])],
            [shop.Name, _texts.Get("mail.merchant.why")]);

        string Say(string part) => _texts.Get($"mail.merchant.Undelivered.{part}", ("count", mail.Notices.Count));
    }

    private MailContent Write(Order order, IReadOnlyList<LowStock> low)
    {
        var lines = low.Select(one => (one.Left, Line: order.Lines.First(line => line.Sku == one.Sku))).ToList();
        return new MailContent(
            _texts.Language.Code, shop.Name, Say("subject"), Say("title"), [Say("text")],
            new MailLink(_texts.Get("mail.merchant.LowStock.open"), new Uri(desk(), "/desk/products?view=Low")),
            new MailGoods(Say("goods"), [.. lines.Select(one => new MailLine(one.Left, one.Line.Title, DetailsOf(one.Line), ""))], []), [],
            [shop.Name, _texts.Get("mail.merchant.why")]);

        string Say(string part) => _texts.Get(
            $"mail.merchant.LowStock.{part}", ("product", lines[0].Line.Title), ("count", lines.Count), ("number", order.Number.Value));
    }

    private static string DetailsOf(OrderLine line) => line.Options.Length > 0 ? $"{line.Options} · {line.Sku}" : line.Sku.Value;

    private IEnumerable<string> DueOf(MerchantMail mail) => mail switch
    {
        { Alert.Due: { } due } => [_texts.Get("mail.merchant.due", ("when", When(due)))],
        { Withdrawal: { } said } =>
        [
            _texts.Get("mail.merchant.due.refund", ("when", When(said.At.AddDays(WithdrawalPeriod.RefundDays)))),
            _texts.Get("mail.merchant.refund.how"),
        ],
        { Bounce: not null } => [_texts.Get(
            mail.IsAsked ? "mail.merchant.Bounced.asked" : "mail.merchant.Bounced.do", ("name", mail.Order.Contact.Name))],
        { Did: ShopperDid.ReturnAsked, Order.Returns: [.., var request] } => ReturnTexts.LinesOf(mail.Order, request, _texts),
        _ => [],
    };

    private string When(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, shop.TimeZone).ToString("d MMMM yyyy HH:mm", _texts.Culture);
}
