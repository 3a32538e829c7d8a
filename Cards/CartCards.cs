using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The cart: each line as a card, and what has changed in words.</summary>
internal static class CartCards
{
    public static Attachment Line(CartLine line, Product? product, Texts texts)
    {
        var variant = product?.Variants.FirstOrDefault(one => one.Sku == line.Sku);
        var options = variant is null ? "" : ProductCards.Options(variant);
        var image = variant?.Image ?? product?.Image;
        return new HeroCard(
            options.Length == 0 ? line.TitleSeen : $"{line.TitleSeen} ({options})",
            texts.Get("cart.line", ("quantity", line.Quantity), ("price", line.PriceSeen.Show(texts)), ("total", line.Total.Show(texts))),
            images: image is null ? null : [new CardImage(image.AbsoluteUri, line.TitleSeen)],
            buttons:
            [
                ActionButton.For(texts.Get("button.quantity"), new ShopAction.AskQuantity(line.Sku)),
                ActionButton.For(texts.Get("button.remove"), new ShopAction.Remove(line.Sku)),
            ]).ToAttachment();
    }

    /// <summary>Null when all is as the shopper saw it.</summary>
    public static string? Notices(IReadOnlyList<CartNotice> notices, Texts texts) => notices.Count == 0
        ? null
        : string.Join('\n', notices.Select(one => OneNotice(one, texts)).Prepend(texts.Get("notice.title")));

    public static IEnumerable<CardAction> Quantities(Sku sku, int available, Texts texts) =>
        [
            .. Enumerable
                .Range(1, Math.Min(10, available))
                .Select(count => ActionButton.For(count.ToString(CultureInfo.InvariantCulture), new ShopAction.SetQuantity(sku, count))),
            ActionButton.For(texts.Get("button.remove"), new ShopAction.Remove(sku)),
            ActionButton.For(texts.Get("button.cart"), new ShopAction.ShowCart(0)),
        ];

    private static string OneNotice(CartNotice notices, Texts texts) =>
        notices.Kind switch
        {
            CartNoticeKind.PriceChanged => texts.Get(
                "notice.price", ("product", notices.Title), ("now", notices.PriceNow.Show(texts)),
                ("was", notices.PriceBefore.Show(texts))),
            CartNoticeKind.FewerLeft => texts.Get("notice.few", ("product", notices.Title), ("left", notices.Left)),
            CartNoticeKind.SoldOut => texts.Get("notice.out", ("product", notices.Title)),
            CartNoticeKind.Gone => texts.Get("notice.gone", ("product", notices.Title)),
            _ => throw new ArgumentOutOfRangeException(
                nameof(notices), notices.Kind, "A notice without a text: add it to every file of Cards/Texts."),
        };
}
