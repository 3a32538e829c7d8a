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

    public static async Task<ShopAction?> HandleAsync(Turn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        switch (intent)
        {
            case Intent.BrowseCategory when said.Entities.Products.Category is null && await TryFindAsync(turn, said, cancellationToken):
                return null;
            case Intent.BrowseCategory:
                return said.Entities.Products.Category is { } category ? new ShopAction.Shelf(category, 0) : new ShopAction.Categories(0);
            case Intent.ProductFact or Intent.Stock:
                return await FactAsync(turn, said, cancellationToken);
            case Intent.Offers when said.Entities.Products.Wanted.All(wanted => wanted.Kind != PropertyKind.OnSale):
                return new ShopAction.Search(turn.Words.Say("query.offers"), 0);
            case Intent.Bestsellers when said.Entities.Products.Wanted.All(wanted => wanted.Kind != PropertyKind.Bestseller):
                return new ShopAction.Search(turn.Words.Say("query.bestsellers"), 0);
            default:
                await Browse.SearchAsync(turn, QueryOf(said), 0, cancellationToken);
                return null;
        }
    }

    /// <summary>A few words that no want is sure of, and that the catalogue knows: they are looked for. False when it does not.</summary>
    public static async Task<bool> TryFindAsync(Turn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (said.Text.Count(sign => sign == ' ') >= MostWords || said.Text.Contains('?', StringComparison.Ordinal))
            return false;
        var query = ProductQueryParser.Parse(said.Text, turn.Language);
        if (query.Terms.Count == 0)
            return false;
        var found = await turn.Catalog.SearchAsync(query, turn.Language, 0, 1, cancellationToken);
        if (found is not { Match: ProductMatch.Exact, Products.Items.Count: > 0, Corrections.Count: 0 })
            return false;
        await Browse.SearchAsync(turn, said.Text, 0, cancellationToken);
        return true;
    }

    /// <summary>What the merchant's data say of the product that is named, or of the one that was looked at last.</summary>
    public static async Task<ShopAction?> FactAsync(Turn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (await NamedAsync(turn, said, cancellationToken) is not { } product)
        {
            if (said.Entities.Query.Length > 0)
                await Browse.SearchAsync(turn, QueryOf(said), 0, cancellationToken);
            else
                await Welcome.OfferAsync(turn, turn.Words.Say("fact.which"), cancellationToken);
            return null;
        }

        turn.Talk.Product = product.Id.Value;
        var text = said.TopIntent == Intent.Stock ? Stock(turn, product) : Fact(turn, product, said.Text);
        await turn.SendAsync(Reply.Card(text, ProductCards.Alone(product, turn.Now, turn.Words),
            Browse.Around(turn).Prepend(Tap.On(turn.Words.Say("button.person"), new ShopAction.Person()))));
        return null;
    }

    /// <summary>The product that a sentence names, when the catalogue knows just what is meant.</summary>
    internal static async Task<Product?> NamedAsync(Turn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        if (said.Entities.Products.Terms.Count > 0)
        {
            var found = await turn.Catalog.SearchAsync(said.Entities.Products, turn.Language, 0, 1, cancellationToken);
            if (found.Products.Items is [var best])
                return best;
        }

        return turn.Talk.Product is { } last ? await turn.Catalog.FindAsync(new ProductId(last), turn.Language, cancellationToken) : null;
    }

    private static string QueryOf(RecognizedUtterance said) => said.Entities.Query is { Length: > 0 } query ? query : said.Text;

    private static string Stock(Turn turn, Product product)
    {
        var pieces = product.Variants.Sum(variant => Math.Max(0, variant.Available));
        return pieces == 0
            ? turn.Words.Say("sold.out", ("product", product.Title))
            : turn.Words.Say("stock.there", ("product", product.Title));
    }

    private static string Fact(Turn turn, Product product, string question)
    {
        var answer = ProductFacts.Answer(product, question, turn.Language);
        if (answer.CannotTell)
            return turn.Words.Say("fact.unknown", ("product", product.Title));
        var facts = string.Join('\n', answer.Facts.Select(fact => fact.Name.Length == 0 ? fact.Value : $"{fact.Name}: {fact.Value}"));
        return answer.Yes switch
        {
            true => $"{turn.Words.Say("fact.yes")} {product.Title}\n{facts}",
            false => $"{turn.Words.Say("fact.no")} {product.Title}\n{facts}",
            null => $"{product.Title}\n{facts}",
        };
    }
}
