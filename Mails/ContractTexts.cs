using CommerceBot.Cards;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>
/// What the law wants in the confirmation (Directive 2011/83/EU, art. 6 and 8(7), annex I; read 2026-11): who sells, the right of
/// withdrawal with its form, the guarantee, the terms.
/// </summary>
internal static class ContractTexts
{
    private const int LatestByLaw = 30;

    public static IEnumerable<MailSection> Of(Order order, ShopSettings shop, Texts texts)
    {
        var seller = shop.LegalName ?? shop.Name;
        yield return new(texts.Get("mail.seller"), [.. SellerLines.Of(shop, texts)]);
        yield return new(
            texts.Get("mail.withdrawal"),
            [
                texts.Get("mail.withdrawal.text", ("email", shop.SupportEmail)),
                texts.Get(shop.PaysReturns ? "mail.withdrawal.costs.shop" : "mail.withdrawal.costs"),
                texts.Get("mail.withdrawal.not"),
            ],
            IsSmall: true);
        yield return new(
            texts.Get("mail.withdrawal.form"),
            [
                texts.Get(
                    "mail.withdrawal.form.text", ("seller", string.Join(", ", new[] { seller, shop.LegalAddress, shop.SupportEmail }
                        .Where(part => part is not null))), ("number", order.Number.Value)),
            ],
            IsSmall: true);
        yield return new(texts.Get("mail.guarantee"), [texts.Get("mail.guarantee.text")], IsSmall: true)
        {
            Links = [new MailLink(texts.Get("mail.guarantee.link"), shop.GuaranteePage(texts.Language))],
        };
        yield return new(
            texts.Get("mail.delivery"),
            [
                texts.Get(
                    "mail.delivery.text", ("name", order.Delivery.Name),
                    ("days", shop.Checkout.Delivery.Find(order.Delivery.Method)?.Days ?? LatestByLaw)),
            ],
            IsSmall: true);
        MailLink?[] links =
        [
            shop.TermsUrl is { } terms ? new MailLink(texts.Get("mail.terms"), terms) : null,
            shop.PrivacyUrl is { } privacy ? new MailLink(texts.Get("mail.privacy"), privacy) : null,
        ];
        if (links.OfType<MailLink>().ToList() is { Count: > 0 } there)
            yield return new(texts.Get("mail.documents"), [], IsSmall: true) { Links = there };
    }
}
