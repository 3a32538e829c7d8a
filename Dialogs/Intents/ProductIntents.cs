using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Recognition;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Sentences about goods: looking for them, and what they are.</summary>
internal static class ProductIntents
{
    /// <summary>A product's name is rarely longer.</summary>
    private const int MostWords = 4;

    /// <summary>Among so many finds a product that is named is looked for.</summary>
    private const int MostAlike = 10;

    /// <summary>Whoever goes on about what was just shown says little: "under 30", "and the cheapest?".</summary>
    private const int MostWordsOfAFilter = 5;

    public static async Task<ShopAction?> HandleAsync(
        ShopTurn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var before = turn.Conversation.Search;
        turn.Conversation.Search = null;
        switch (intent)
        {
            case Intent.BrowseCategory when said.Entities.Products.Category is null && await TryFindAsync(turn, said, cancellationToken):
                return null;
            case Intent.BrowseCategory:
                return said.Entities.Products.Category is { } category
                    ? new ShopAction.BrowseCategory(category, 0)
                    : new ShopAction.Categories(0);
            case Intent.ProductFact or Intent.Stock:
                return await FactAsync(turn, said, cancellationToken);
            case Intent.Offers when !await NamesMoreThanAsync(turn, said, PropertyKind.OnSale, cancellationToken):
                return new ShopAction.Search(turn.Texts.Get("query.offers"), 0);
            case Intent.Bestsellers when !await NamesMoreThanAsync(turn, said, PropertyKind.Bestseller, cancellationToken):
                return new ShopAction.Search(turn.Texts.Get("query.bestsellers"), 0);
            case Intent.Search or Intent.PriceFilter when before is not null && IsFilterAlone(said)
                && await IsFoundAsync(turn, $"{before} {QueryOf(said)}", cancellationToken):
                await CatalogHandler.SearchAsync(turn, $"{before} {QueryOf(said)}", 0, cancellationToken);
                return null;
            default:
                await CatalogHandler.SearchAsync(turn, QueryOf(said), 0, cancellationToken);
                return null;
        }
    }

    /// <summary>A few words that say how something should be and not what: a price, a colour, the cheapest.</summary>
    private static bool IsFilterAlone(RecognizedUtterance said)
    {
        var query = said.Entities.Products;
        return query is { IsEmpty: false, IsGift: false, Category: null, Terms.Count: 0 }
            && said.Text.Count(sign => sign == ' ') < MostWordsOfAFilter;
    }

    /// <summary>"Cups on sale" and not "what is on sale at the moment?": there is something of what the other words say.</summary>
    private static async Task<bool> NamesMoreThanAsync(
        ShopTurn turn, RecognizedUtterance said, PropertyKind property, CancellationToken cancellationToken) =>
        said.Entities.Products.Wanted.Any(wanted => wanted.Kind == property) && await IsFoundAsync(turn, QueryOf(said), cancellationToken);

    /// <summary>Whether there are goods of just these words.</summary>
    internal static async Task<bool> IsFoundAsync(ShopTurn turn, string words, CancellationToken cancellationToken)
    {
        var query = ProductQueryParser.Parse(words, turn.Language);
        var found = await turn.Catalog.SearchAsync(query, turn.Language, 0, 1, cancellationToken);
        return found is { Match: ProductMatch.Exact, Products.Items.Count: > 0 };
    }

    /// <summary>A few words that no want is sure of, and that the catalogue knows: they are looked for. False when it does not.</summary>
    public static async Task<bool> TryFindAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        // "Gluten free pasta" can only be goods, whether there are any or not.
        if (said.TopIntent == Intent.Search && said.Entities.Products.Required.Count > 0)
        {
            await CatalogHandler.SearchAsync(turn, said.Text, 0, cancellationToken);
            return true;
        }

        if (said.Text.Count(sign => sign == ' ') >= MostWords || said.Text.Contains('?', StringComparison.Ordinal))
            return false;
        var query = ProductQueryParser.Parse(said.Text, turn.Language);
        if (query.Terms.Count == 0)
            return false;
        var found = await turn.Catalog.SearchAsync(query, turn.Language, 0, 1, cancellationToken);
        if (found is not { Match: ProductMatch.Exact, Products.Items.Count: > 0, Corrections.Count: 0 })
            return false;
        await CatalogHandler.SearchAsync(turn, said.Text, 0, cancellationToken);
        return true;
    }

    /// <summary>What the merchant's data say of the product that is named, or of the one that was looked at last.</summary>
    public static async Task<ShopAction?> FactAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (await NamedAsync(turn, said, cancellationToken) is not { } product)
        {
            if (said.Entities.Query.Length > 0)
                await CatalogHandler.SearchAsync(turn, QueryOf(said), 0, cancellationToken);
            else
                await Welcome.OfferAsync(turn, turn.Texts.Get("fact.which"), cancellationToken);
            return null;
        }

        turn.Conversation.Product = product.Id.Value;
        var text = said.TopIntent == Intent.Stock ? Stock(turn, product) : Fact(turn, product, said.Text);
        await turn.SendAsync(Reply.Card(text, ProductCards.Alone(product, turn.Now, turn.Texts),
            CatalogHandler.Around(turn).Prepend(ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person()))));
        return null;
    }

    /// <summary>The product that a sentence names, when the catalogue knows just what is meant; else the one last spoken of.</summary>
    internal static async Task<Product?> NamedAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken) =>
        await NamedInAsync(turn, said, cancellationToken)
        ?? (turn.Conversation.Product is { } last
            ? await turn.Catalog.FindAsync(new ProductId(last), turn.Language, cancellationToken)
            : null);

    /// <summary>The product that the sentence itself names.</summary>
    internal static async Task<Product?> NamedInAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (await OfTitleAsync(turn, said.Entities.Products, cancellationToken) is { } whole)
            return whole;
        // "Is the moka dishwasher safe": one word names the product, the others are what is asked of it.
        if (said.TopIntent == Intent.ProductFact)
            foreach (var term in said.Entities.Products.Terms)
                if (await OfTitleAsync(turn, Only(said.Entities.Products, term), cancellationToken) is { } named)
                    return named;
        return null;
    }

    /// <summary>The best find, if the words are of its title: "is this still available?" has words too.</summary>
    private static async Task<Product?> OfTitleAsync(ShopTurn turn, ProductQuery query, CancellationToken cancellationToken)
    {
        if (query.Terms.Count == 0)
            return null;
        var found = await turn.Catalog.SearchAsync(query, turn.Language, 0, 1, cancellationToken);
        return found.Products.Items is [var best] && best.IsNamedBy(query) ? best : null;
    }

    /// <summary>The one product that the words find, or the only one of those found whose title has them; null when several do.</summary>
    /// <param name="mayBeNamed">Whether the name is enough where others were found too.</param>
    internal static async Task<Product?> OnlyOneAsync(
        ShopTurn turn, ProductQuery query, bool mayBeNamed, CancellationToken cancellationToken)
    {
        var found = await turn.Catalog.SearchAsync(query, turn.Language, 0, MostAlike, cancellationToken);
        if (found.Match is not ProductMatch.Exact)
            return null;
        return found.Products.Items is [var only] ? only : !mayBeNamed ? null
            : found.Products.Items.Where(product => product.IsNamedBy(query)).Take(2).ToList() is [var named] ? named : null;
    }

    /// <summary>A word alone: bounds and claims of the question are asked of the product, and do not choose it.</summary>
    private static ProductQuery Only(ProductQuery query, QueryTerm term) => new()
    {
        Text = string.Join(' ', term.Words), Language = query.Language, Terms = [term with { IsHead = true }],
    };

    private static string QueryOf(RecognizedUtterance said) => said.Entities.Query is { Length: > 0 } query ? query : said.Text;

    private static string Stock(ShopTurn turn, Product product)
    {
        var pieces = product.Variants.Sum(variant => Math.Max(0, variant.Available));
        return pieces == 0
            ? turn.Texts.Get("sold.out", ("product", product.Title))
            : turn.Texts.Get("stock.there", ("product", product.Title));
    }

    private static string Fact(ShopTurn turn, Product product, string question)
    {
        var answer = ProductFacts.Answer(product, question, turn.Language);
        if (answer.CannotTell)
            return turn.Texts.Get("fact.unknown", ("product", product.Title));
        var facts = string.Join('\n', answer.Facts.Select(fact => fact.Name.Length == 0 ? fact.Value : $"{fact.Name}: {fact.Value}"));
        return answer.Yes switch
        {
            true => $"{turn.Texts.Get("fact.yes")} {product.Title}\n{facts}",
            false => $"{turn.Texts.Get("fact.no")} {product.Title}\n{facts}",
            null => $"{product.Title}\n{facts}",
        };
    }
}
