using CommerceBot.Catalog;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The values of one axis side by side: how each looks, what it costs, whether it is there.</summary>
internal static class VariantCards
{
    /// <param name="choose">What picks this value.</param>
    public static Attachment InRow(Product product, VariantValue value, ShopAction.ChooseVariant choose, DateTimeOffset now, Texts texts)
    {
        var image = value.Variants.Select(variant => variant.Image).FirstOrDefault(one => one is not null) ?? product.Image;
        return new HeroCard(
            value.Text,
            texts.Get(
                "product.line", ("price", ProductCards.Price(value.Variants, now, texts)),
                ("stock", ProductCards.Stock(value.Variants.Max(variant => variant.Available), texts))),
            images: image is null ? null : [new CardImage(image.AbsoluteUri, value.Text)],
            buttons: value.SoldOut ? [] : [ActionButton.For(texts.Get("button.pick"), choose)]).ToAttachment();
    }
}
