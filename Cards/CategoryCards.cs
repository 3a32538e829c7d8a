using CommerceBot.Catalog;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The categories of the shop.</summary>
internal static class CategoryCards
{
    public static Attachment InRow(Category category, Texts texts) => new HeroCard(
        category.Title,
        texts.Count("category.products", category.Products),
        images: category.Image is { } image ? [new CardImage(image.AbsoluteUri, category.Title)] : null,
        buttons: [ActionButton.For(texts.Get("button.view"), new ShopAction.BrowseCategory(category.Id, 0))]).ToAttachment();
}
