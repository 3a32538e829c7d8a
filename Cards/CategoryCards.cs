using CommerceBot.Catalog;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The shelves of the shop.</summary>
internal static class CategoryCards
{
    public static Attachment InRow(Category category, Words words) => new HeroCard(
        category.Title,
        words.Count("category.products", category.Products),
        images: category.Image is { } image ? [new CardImage(image.AbsoluteUri, category.Title)] : null,
        buttons: [Tap.On(words.Say("button.view"), new ShopAction.Shelf(category.Id, 0))]).ToAttachment();
}
