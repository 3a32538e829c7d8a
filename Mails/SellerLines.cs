using CommerceBot.Cards;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>Who sells and how they are reached, as far as the settings say it.</summary>
internal static class SellerLines
{
    public static IEnumerable<string> Of(ShopSettings shop, Texts texts)
    {
        yield return shop.LegalName ?? shop.Name;
        if (shop.LegalAddress is { } address)
            yield return address;
        if (shop.VatNumber is { } number)
            yield return texts.Get("mail.seller.vat", ("number", number));
        yield return shop.SupportEmail;
        if (shop.SupportPhone is { } phone)
            yield return phone;
    }

    public static IReadOnlyList<string> Footer(ShopSettings shop, Texts texts) =>
    [
        shop.Name,
        string.Join(" · ", new[] { shop.LegalName, shop.LegalAddress }.Where(part => part is not null)),
        string.Join(" · ", new[] { shop.SupportEmail, shop.SupportPhone }.Where(part => part is not null)),
        texts.Get("mail.why", ("shop", shop.Name)),
    ];
}
