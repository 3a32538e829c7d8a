using CommerceBot.Catalog;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>Products as cards: what it is, what it costs now, whether it is there, and how to get it.</summary>
internal static class ProductCards
{
    private const int FewPieces = 3;

    /// <summary>One of a row.</summary>
    public static Attachment InRow(Product product, DateTimeOffset now, Words words) =>
        Card(product, now, words, [.. Buying(product, words), Tap.On(words.Say("button.details"), new ShopAction.Details(product.Id))]).ToAttachment();

    /// <summary>Alone, under its description.</summary>
    public static Attachment Alone(Product product, DateTimeOffset now, Words words)
    {
        List<CardAction> buttons = [.. Buying(product, words)];
        if (product.Link is { } page)
            buttons.Add(Tap.Link(words.Say("button.page"), page));
        return Card(product, now, words, buttons).ToAttachment();
    }

    /// <summary>Everything that the merchant says about it.</summary>
    public static string Description(Product product, Words words)
    {
        var lines = new List<string> { product.Title };
        if (product.Brand.Length > 0)
            lines.Add(words.Say("product.brand", ("brand", product.Brand)));
        if (product.Description.Length > 0 && product.Description != product.Title)
            lines.Add(product.Description);
        lines.AddRange(product.Variants.SelectMany(variant => variant.Options.Keys).Distinct().Select(axis => Choices(product, axis, words)));
        lines.AddRange(product.Facts.Select(fact => Fact(product, fact, "", words)));
        lines.AddRange(product.Variants.SelectMany(variant =>
            variant.Facts.Select(fact => Fact(product, fact, string.Join(", ", variant.Options.Values), words))));
        return string.Join('\n', lines);
    }

    /// <summary>"from 12.50 €", or the price, and what it was when it is reduced.</summary>
    public static string Price(Product product, DateTimeOffset now, Words words)
    {
        var onSale = product.Variants.Where(variant => variant.Available > 0).DefaultIfEmpty(product.Variants[0]).ToList();
        var cheapest = onSale.MinBy(variant => variant.PriceAt(now).Minor)!;
        var price = cheapest.PriceAt(now);
        if (onSale.Any(variant => variant.PriceAt(now) != price))
            return words.Say("price.from", ("price", price.Show(words)));
        return price < cheapest.Price
            ? words.Say("price.sale", ("price", price.Show(words)), ("was", cheapest.Price.Show(words)))
            : price.Show(words);
    }

    public static string Stock(int available, Words words) => available switch
    {
        <= 0 => words.Say("stock.none"),
        <= FewPieces => words.Count("stock.few", available),
        _ => words.Say("stock.many"),
    };

    /// <summary>
    /// What the variants of a product differ in: in the shopper's language where it is a usual word, else as the merchant's
    /// feed calls it. Feeds have one column for sizes of clothes and for weights.
    /// </summary>
    public static string Axis(Product product, string axis, Words words)
    {
        var measured = axis == "size" && product.Variants.All(variant => !variant.Options.TryGetValue(axis, out var size) || IsMeasure(size));
        return words.Find(measured ? "axis.measure" : $"axis.{axis}") ?? axis.Replace('_', ' ');
    }

    /// <summary>A number and what is counted (250 g, 3 tazze, 30x40 cm), which 2XL is not.</summary>
    private static bool IsMeasure(string size) =>
        size.Length > 0 && char.IsAsciiDigit(size[0]) && size.Any(char.IsLetter) && !size.TrimStart("0123456789".ToCharArray()).All(sign => sign is 'X' or 'S' or 'M' or 'L');

    /// <summary>In the merchant's words; of one variant alone, with its choice.</summary>
    private static string Fact(Product product, ProductFact fact, string choice, Words words)
    {
        var name = words.Find($"axis.{fact.Name}") is null ? fact.Name : Axis(product, fact.Name, words);
        if (name.Length == 0)
            return choice.Length == 0 ? fact.Value : words.Say("product.fact", ("name", choice), ("value", fact.Value));
        return choice.Length == 0
            ? words.Say("product.fact", ("name", name), ("value", fact.Value))
            : words.Say("product.fact.of", ("name", name), ("choice", choice), ("value", fact.Value));
    }

    private static HeroCard Card(Product product, DateTimeOffset now, Words words, List<CardAction> buttons) => new(
        product.Title,
        words.Say("product.line", ("price", Price(product, now, words)), ("stock", Stock(product.Variants.Max(variant => variant.Available), words))),
        images: product.Image is { } image ? [new CardImage(image.AbsoluteUri, product.Title)] : null,
        buttons: buttons);

    private static IEnumerable<CardAction> Buying(Product product, Words words)
    {
        if (product.Variants.All(variant => variant.Available <= 0))
            yield break;
        var picks = VariantPicks.Begin(product);
        if (picks.Found is { } only)
        {
            yield return Tap.On(words.Say("button.buy"), new ShopAction.BuyNow(only.Sku, 1));
            yield return Tap.On(words.Say("button.add"), new ShopAction.AddToCart(only.Sku, 1));
            yield break;
        }

        yield return Tap.On(words.Say("button.buy"), new ShopAction.Choose(product.Id, Intent.Buy, "", 0));
        yield return Tap.On(words.Say("button.choose"), new ShopAction.Choose(product.Id, Intent.Cart, "", 0));
    }

    private static string Choices(Product product, string axis, Words words)
    {
        var values = product.Variants.Where(variant => variant.Options.ContainsKey(axis)).GroupBy(variant => variant.Options[axis])
            .Select(group => group.Any(variant => variant.Available > 0) ? group.Key : words.Say("choice.gone", ("value", group.Key)));
        return words.Say("product.choices", ("axis", Axis(product, axis, words)), ("values", string.Join(", ", values)));
    }
}
