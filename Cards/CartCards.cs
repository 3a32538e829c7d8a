using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The cart: each line as a card, and what has changed in words.</summary>
internal static class CartCards
{
    public static Attachment Line(CartLine line, Product? product, Words words)
    {
        var variant = product?.Variants.FirstOrDefault(one => one.Sku == line.Sku);
        var options = variant is null ? "" : string.Join(", ", variant.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => option.Value));
        var image = variant?.Image ?? product?.Image;
        return new HeroCard(
            options.Length == 0 ? line.TitleSeen : $"{line.TitleSeen} ({options})",
            words.Say("cart.line", ("quantity", line.Quantity), ("price", line.PriceSeen.Show(words)), ("total", line.Total.Show(words))),
            images: image is null ? null : [new CardImage(image.AbsoluteUri, line.TitleSeen)],
            buttons:
            [
                Tap.On(words.Say("button.quantity"), new ShopAction.AskQuantity(line.Sku)),
                Tap.On(words.Say("button.remove"), new ShopAction.Remove(line.Sku)),
            ]).ToAttachment();
    }

    /// <summary>Null when all is as the shopper saw it.</summary>
    public static string? News(IReadOnlyList<CartNews> news, Words words) => news.Count == 0
        ? null
        : string.Join('\n', news.Select(one => OneNews(one, words)).Prepend(words.Say("news.title")));

    public static IEnumerable<CardAction> Quantities(Sku sku, int available, Words words) =>
    [
        .. Enumerable.Range(1, Math.Min(10, available)).Select(count => Tap.On(count.ToString(CultureInfo.InvariantCulture), new ShopAction.SetQuantity(sku, count))),
        Tap.On(words.Say("button.remove"), new ShopAction.Remove(sku)),
        Tap.On(words.Say("button.cart"), new ShopAction.ShowCart(0)),
    ];

    private static string OneNews(CartNews news, Words words) => news.Kind switch
    {
        CartNewsKind.PriceChanged => words.Say("news.price", ("product", news.Title), ("now", news.PriceNow.Show(words)), ("was", news.PriceBefore.Show(words))),
        CartNewsKind.FewerLeft => words.Say("news.few", ("product", news.Title), ("left", news.Left)),
        CartNewsKind.SoldOut => words.Say("news.out", ("product", news.Title)),
        CartNewsKind.Gone => words.Say("news.gone", ("product", news.Title)),
        _ => throw new ArgumentOutOfRangeException(nameof(news), news.Kind, "News without words: add them to every file of Cards/Words."),
    };
}
