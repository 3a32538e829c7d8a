using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>What is read of a declaration that fits no order: the acknowledgement, and what the merchant is told.</summary>
internal sealed class DeclarationMailWriter(ShopSettings shop)
{
    /// <summary>For whoever declared it, in the language of the page. It says nothing of whether there is such an order.</summary>
    public MailContent ToShopper(DeclarationMail mail) => Write(
        mail, Texts.Of(new Language(mail.Said.Language)), "mail.declaration",
        texts => [new(texts.Get("mail.withdrawal.next"), [texts.Get("mail.withdrawal.next.text"), texts.Get("mail.withdrawal.costs")])],
        texts => SellerLines.Footer(shop, texts));

    public MailContent ToMerchant(DeclarationMail mail) => Write(
        mail, Texts.Of(shop.Checkout.ShopCountry.Code == "IT" ? Language.Italian : Language.English), "mail.merchant.declaration",
        texts => [new(texts.Get("mail.merchant.customer"), [mail.Said.Name, mail.Said.Email])],
        texts => [shop.Name, texts.Get("mail.merchant.why")]);

    private MailContent Write(
        DeclarationMail mail, Texts texts, string key, Func<Texts, IReadOnlyList<MailSection>> sections,
        Func<Texts, IReadOnlyList<string>> footer)
    {
        return new MailContent(
            texts.Language.Code, shop.Name, Say("subject"), Say("title"), [Say("text")], null, null, sections(texts), footer(texts));

        string Say(string part) => texts.Get(
            $"{key}.{part}", ("number", mail.Said.Number), ("name", mail.Said.Name), ("email", mail.Said.Email),
            ("time", When(mail.Said.At, texts)), ("due", When(mail.Said.At.AddDays(WithdrawalPeriod.RefundDays), texts)));
    }

    private string When(DateTimeOffset at, Texts texts) =>
        TimeZoneInfo.ConvertTime(at, shop.TimeZone).ToString("d MMMM yyyy, HH:mm:ss zzz", texts.Culture);
}
