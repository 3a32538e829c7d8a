using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>What the merchant reads of a shopper who waits for a person, in the shop's own language.</summary>
/// <param name="desk">Where the desk is, asked when it is used.</param>
internal sealed class ChatMailWriter(ShopSettings shop, Func<Uri> desk)
{
    private readonly Texts _texts = Texts.Of(shop.Checkout.ShopCountry.Code == "IT" ? Language.Italian : Language.English);

    public MailContent Write(ChatMail mail)
    {
        var name = mail.Name ?? _texts.Get("mail.chat.nobody");
        var since = TimeZoneInfo.ConvertTime(mail.At, shop.TimeZone).ToString("d MMMM yyyy HH:mm", _texts.Culture);
        var cart = new Money(mail.CartTotal, new Currency(mail.Currency));
        List<string> facts =
        [
            _texts.Get("mail.chat.since", ("when", since)),
            _texts.Get("mail.chat.language", ("language", mail.Language)),
        ];
        if (cart.Minor > 0)
            facts.Add(_texts.Get("mail.chat.cart", ("total", cart.Show(_texts))));
        if (mail.Order is { } order)
            facts.Add(_texts.Get("mail.chat.order", ("number", order)));
        return new MailContent(
            _texts.Language.Code, shop.Name, _texts.Get("mail.chat.subject", ("name", name)), _texts.Get("mail.chat.title"),
            [_texts.Get($"mail.chat.reason.{mail.Reason}", ("name", name)), mail.Asked],
            new MailLink(_texts.Get("mail.chat.open"), new Uri(desk(), "/desk/chats")), null,
            [new(_texts.Get("mail.chat.facts"), facts)], [shop.Name, _texts.Get("mail.merchant.why")]);
    }
}
