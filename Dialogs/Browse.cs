using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Looking around: shelves, pages of products, search, one product.</summary>
internal static class Browse
{
    private const int PageSize = 10;
    private const int Suggestions = 6;

    public static async Task CategoriesAsync(Turn turn, int page, CancellationToken cancellationToken)
    {
        var all = await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken);
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        if (shown.Count == 0)
        {
            await turn.SayAsync(turn.Words.Say(all.Count == 0 ? "shelves.none" : "stale"), Around(turn));
            return;
        }

        var more = all.Count > (page + 1) * PageSize ? new ShopAction.Categories(page + 1) : null;
        await turn.SendAsync(Reply.Row(turn.Words.Say("shelves.text"), shown.Select(one => CategoryCards.InRow(one, turn.Words)),
            More(turn, more).Concat(Around(turn).Skip(1))));
    }

    public static async Task ShelfAsync(Turn turn, CategoryId id, int page, CancellationToken cancellationToken)
    {
        var category = (await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken)).FirstOrDefault(one => one.Id == id);
        var found = await turn.Catalog.InCategoryAsync(id, turn.Language, page, PageSize, cancellationToken);
        if (category is null || found.Items.Count == 0)
        {
            await turn.SayAsync(turn.Words.Say("stale"), Around(turn));
            return;
        }

        await ShowAsync(turn, category.Title, found, found.HasMore ? new ShopAction.Shelf(id, page + 1) : null);
    }

    public static Task AskSearchAsync(Turn turn) => turn.SayAsync(turn.Words.Say("search.ask"));

    /// <summary>What words mean when nothing else is being asked.</summary>
    public static async Task SearchAsync(Turn turn, string words, int page, CancellationToken cancellationToken)
    {
        var found = await turn.Catalog.SearchAsync(ProductQueryParser.Parse(words, turn.Language), turn.Language, page, PageSize,
            cancellationToken);
        if (found.Products.Items.Count == 0)
        {
            await NothingAsync(turn, words, found.CannotTell, cancellationToken);
            return;
        }

        var title = found switch
        {
            { Match: ProductMatch.WithoutProperty without } => turn.Words.Say("search.without", ("which", Said(without.Which))),
            { Corrections.Count: > 0 } => turn.Words.Say("search.perhaps", ("words", Quoted(words))),
            _ => turn.Words.Say("search.found", ("words", Quoted(words))),
        };
        await ShowAsync(turn, title, found.Products, found.Products.HasMore ? new ShopAction.Search(words, page + 1) : null);
    }

    public static async Task DetailsAsync(Turn turn, ProductId id, CancellationToken cancellationToken)
    {
        if (await turn.Catalog.FindAsync(id, turn.Language, cancellationToken) is not { } product)
        {
            await GoneAsync(turn);
            return;
        }

        turn.Talk.Product = id.Value;
        await turn.SendAsync(Reply.Card(ProductCards.Description(product, turn.Words), ProductCards.Alone(product, turn.Now, turn.Words),
            Around(turn).Prepend(Tap.On(turn.Words.Say("button.similar"), new ShopAction.Shelf(product.Category, 0)))));
    }

    /// <summary>A button of a product that the merchant took away.</summary>
    public static Task GoneAsync(Turn turn) => turn.SayAsync(turn.Words.Say("product.gone"), Around(turn));

    public static IEnumerable<CardAction> Around(Turn turn) =>
    [
        Tap.On(turn.Words.Say("button.categories"), new ShopAction.Categories(0)),
        Tap.On(turn.Words.Say("button.search"), new ShopAction.AskSearch()),
        Tap.On(turn.Words.Say("button.cart"), new ShopAction.ShowCart(0)),
        Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()),
    ];

    private static async Task ShowAsync(Turn turn, string title, Page<Product> found, ShopAction? more)
    {
        var first = found.Number * PageSize + 1;
        var text = found.Total > found.Items.Count
            ? turn.Words.Say("page.text", ("title", title), ("first", first), ("last", first + found.Items.Count - 1), ("total", found.Total))
            : title;
        await turn.SendAsync(Reply.Row(text, found.Items.Select(product => ProductCards.InRow(product, turn.Now, turn.Words)),
            More(turn, more).Concat(Around(turn))));
    }

    private static IEnumerable<CardAction> More(Turn turn, ShopAction? more) =>
        more is null ? [] : [Tap.On(turn.Words.Say("button.more"), more)];

    /// <summary>Nothing fits: what to try instead, or whom to ask.</summary>
    public static async Task NothingAsync(Turn turn, string words, IReadOnlyList<QueryProperty> cannotTell,
        CancellationToken cancellationToken)
    {
        if (cannotTell.Count > 0)
        {
            await turn.SayAsync(turn.Words.Say("search.cannot_tell", ("which", Said(cannotTell))),
                Around(turn).Prepend(Tap.On(turn.Words.Say("button.person"), new ShopAction.Person())));
            return;
        }

        var categories = (await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken)).OrderByDescending(one => one.Products).Take(Suggestions);
        var quick = categories.Select(one => Tap.On(one.Title, new ShopAction.Shelf(one.Id, 0)))
            .Append(Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()))
            .Append(Tap.On(turn.Words.Say("button.person"), new ShopAction.Person()));
        await turn.SayAsync(turn.Words.Say("search.nothing", ("words", Quoted(words))), quick);
    }

    private static string Said(IEnumerable<QueryProperty> properties) =>
        Quoted(string.Join(", ", properties.Select(property => property.Said)));

    private static string Quoted(string words) => words.Length <= 60 ? words : words[..(char.IsHighSurrogate(words[58]) ? 58 : 59)] + "…";
}
