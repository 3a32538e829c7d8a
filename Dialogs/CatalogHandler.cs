using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Looking around: categories, pages of products, search, one product.</summary>
internal static class CatalogHandler
{
    private const int PageSize = 10;
    private const int Suggestions = 6;

    public static async Task CategoriesAsync(ShopTurn turn, int page, CancellationToken cancellationToken)
    {
        var all = await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken);
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        if (shown.Count == 0)
        {
            await turn.SendTextAsync(turn.Texts.Get(all.Count == 0 ? "categories.none" : "stale"), Around(turn));
            return;
        }

        var more = all.Count > (page + 1) * PageSize ? new ShopAction.Categories(page + 1) : null;
        await turn.SendAsync(Reply.Row(turn.Texts.Get("categories.text"), shown.Select(one => CategoryCards.InRow(one, turn.Texts)),
            More(turn, more).Concat(Around(turn).Skip(1))));
    }

    public static async Task CategoryAsync(ShopTurn turn, CategoryId id, int page, CancellationToken cancellationToken)
    {
        var category = (await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken)).FirstOrDefault(one => one.Id == id);
        var found = await turn.Catalog.InCategoryAsync(id, turn.Language, page, PageSize, cancellationToken);
        if (category is null || found.Items.Count == 0)
        {
            await turn.SendTextAsync(turn.Texts.Get("stale"), Around(turn));
            return;
        }

        await ShowAsync(turn, category.Title, found, found.HasMore ? new ShopAction.BrowseCategory(id, page + 1) : null);
    }

    public static Task AskSearchAsync(ShopTurn turn) => turn.SendTextAsync(turn.Texts.Get("search.ask"));

    /// <summary>What words mean when nothing else is being asked.</summary>
    public static async Task SearchAsync(ShopTurn turn, string words, int page, CancellationToken cancellationToken)
    {
        var query = ProductQueryParser.Parse(words, turn.Language);
        var found = await turn.Catalog.SearchAsync(query, turn.Language, page, PageSize, cancellationToken);
        if (found.Products.Items.Count == 0)
        {
            await NothingAsync(turn, words, found.CannotTell, cancellationToken);
            return;
        }

        Remember(turn, words, query, found);
        var title = found switch
        {
            { Match: ProductMatch.WithoutProperty without } => turn.Texts.Get("search.without", ("which", Said(without.Which))),
            { Corrections.Count: > 0 } => turn.Texts.Get("search.perhaps", ("words", Quoted(words))),
            _ => turn.Texts.Get("search.found", ("words", Quoted(words))),
        };
        await ShowAsync(turn, title, found.Products, found.Products.HasMore ? new ShopAction.Search(words, page + 1) : null);
    }

    /// <summary>
    /// What was looked for is what "the cheapest" will be of; and when one alone of those shown has its name, "is it dishwasher safe?"
    /// and "I'll buy it" are said of that one. Of several nobody knows which.
    /// </summary>
    private static void Remember(ShopTurn turn, string words, ProductQuery query, ProductSearch found)
    {
        if (found.Products.Number > 0 || query.Terms.Count == 0)
            return;
        turn.Conversation.Search = words;
        turn.Conversation.Product = found.Products.Items.Where(product => product.IsNamedBy(query)).Take(2).ToList() is [var only]
            ? only.Id.Value : null;
    }

    public static async Task DetailsAsync(ShopTurn turn, ProductId id, CancellationToken cancellationToken)
    {
        if (await turn.Catalog.FindAsync(id, turn.Language, cancellationToken) is not { } product)
        {
            await GoneAsync(turn);
            return;
        }

        turn.Conversation.Product = id.Value;
        await turn.SendAsync(Reply.Card(ProductCards.Description(product, turn.Texts), ProductCards.Alone(product, turn.Now, turn.Texts),
            Around(turn).Prepend(ActionButton.For(turn.Texts.Get("button.similar"), new ShopAction.BrowseCategory(product.Category, 0)))));
    }

    /// <summary>A button of a product that the merchant took away.</summary>
    public static Task GoneAsync(ShopTurn turn) => turn.SendTextAsync(turn.Texts.Get("product.gone"), Around(turn));

    public static IEnumerable<CardAction> Around(ShopTurn turn) =>
    [
        ActionButton.For(turn.Texts.Get("button.categories"), new ShopAction.Categories(0)),
        ActionButton.For(turn.Texts.Get("button.search"), new ShopAction.AskSearch()),
        ActionButton.For(turn.Texts.Get("button.cart"), new ShopAction.ShowCart(0)),
        ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu()),
    ];

    private static async Task ShowAsync(ShopTurn turn, string title, ResultPage<Product> found, ShopAction? more)
    {
        var first = found.Number * PageSize + 1;
        var text =
            found.Total > found.Items.Count
                ? turn.Texts.Get(
                    "page.text", ("title", title), ("first", first), ("last", first + found.Items.Count - 1), ("total", found.Total))
                : title;
        await turn.SendAsync(
            Reply.Row(
                text,
                found.Items.Select(product => ProductCards.InRow(product, turn.Now, turn.Texts)), More(turn, more).Concat(Around(turn))));
    }

    private static IEnumerable<CardAction> More(ShopTurn turn, ShopAction? more) =>
        more is null ? [] : [ActionButton.For(turn.Texts.Get("button.more"), more)];

    /// <summary>Nothing fits: what to try instead, or whom to ask.</summary>
    public static async Task NothingAsync(ShopTurn turn, string words, IReadOnlyList<QueryProperty> cannotTell,
        CancellationToken cancellationToken)
    {
        if (cannotTell.Count > 0)
        {
            await turn.SendTextAsync(turn.Texts.Get("search.cannot_tell", ("which", Said(cannotTell))),
                Around(turn).Prepend(ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person())));
            return;
        }

        var categories = (await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken))
            .OrderByDescending(one => one.Products)
            .Take(Suggestions);
        var quick = categories
            .Select(one => ActionButton.For(one.Title, new ShopAction.BrowseCategory(one.Id, 0)))
            .Append(ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu()))
            .Append(ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person()));
        await turn.SendTextAsync(turn.Texts.Get("search.nothing", ("words", Quoted(words))), quick);
    }

    private static string Said(IEnumerable<QueryProperty> properties) =>
        Quoted(string.Join(", ", properties.Select(property => property.Said)));

    private static string Quoted(string words) => words.Length <= 60 ? words : words[..(char.IsHighSurrogate(words[58]) ? 58 : 59)] + "…";
}
