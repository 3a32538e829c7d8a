using CommerceBot.Catalog;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>Products as cards: what it is, what it costs now, whether it is there, and how to get it.</summary>
internal static class ProductCards
{
    private const int FewPieces = 3;

    /// <summary>One of a row: to buy, or to read on; everything else stands beside the description.</summary>
    public static Attachment InRow(Product product, DateTimeOffset now, Texts texts) =>
        Card(
                product, now, texts,
                [.. Buying(product, texts).Take(1), ActionButton.For(texts.Get("button.details"), new ShopAction.Details(product.Id))])
            .ToAttachment();

    /// <summary>What a variant is called where others are sold too: <c>Maglietta (Rosso, M)</c>.</summary>
    public static string Named(Product product, Variant variant) =>
        product.Variants.Count > 1 && Options(variant) is { Length: > 0 } options ? $"{product.Title} ({options})" : product.Title;

    /// <summary>The choices of a variant, in the order in which an order writes them.</summary>
    public static string Options(Variant variant) =>
        string.Join(", ", variant.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => option.Value));

    /// <summary>Alone, under its description.</summary>
    public static Attachment Alone(Product product, DateTimeOffset now, Texts texts)
    {
        List<CardAction> buttons = [.. Buying(product, texts)];
        if (product.Link is { } page)
            buttons.Add(ActionButton.Link(texts.Get("button.page"), page));
        return Card(product, now, texts, buttons).ToAttachment();
    }

    /// <summary>Everything that the merchant says about it.</summary>
    public static string Description(Product product, Texts texts)
    {
        var lines = new List<string> { product.Title };
        if (product.Brand.Length > 0)
            lines.Add(texts.Get("product.brand", ("brand", product.Brand)));
        if (product.Description.Length > 0 && product.Description != product.Title)
            lines.Add(product.Description);
        lines.AddRange(
            product.Variants.SelectMany(variant => variant.Options.Keys).Distinct().Select(axis => Choices(product, axis, texts)));
        lines.AddRange(product.Facts.Select(fact => Fact(product, fact, "", texts)));
        lines.AddRange(product.Variants.SelectMany(variant =>
            variant.Facts.Select(fact => Fact(product, fact, string.Join(", ", variant.Options.Values), texts))));
        lines.AddRange(Safety(product.Safety, texts));
        return string.Join('\n', lines);
    }

    /// <summary>"from 12.50 €", or the price, and beside a reduced one the lowest of the thirty days before.</summary>
    public static string Price(Product product, DateTimeOffset now, Texts texts) => Price(product.Variants, now, texts);

    /// <summary>The price of some variants of a product.</summary>
    public static string Price(IReadOnlyList<Variant> variants, DateTimeOffset now, Texts texts)
    {
        var onSale = variants.Where(variant => variant.Available > 0).DefaultIfEmpty(variants[0]).ToList();
        var cheapest = onSale.MinBy(variant => variant.PriceAt(now).Minor)!;
        var price = cheapest.PriceAt(now);
        if (onSale.Any(variant => variant.PriceAt(now) != price))
            return texts.Get("price.from", ("price", price.Show(texts)));
        return cheapest.ReducedFrom(now) is { } was
            ? texts.Get("price.sale", ("price", price.Show(texts)), ("was", was.Show(texts)))
            : price.Show(texts);
    }

    public static string Stock(int available, Texts texts) => available switch
    {
        <= 0 => texts.Get("stock.none"),
        <= FewPieces => texts.Count("stock.few", available),
        _ => texts.Get("stock.many"),
    };

    /// <summary>
    /// What the variants of a product differ in: in the shopper's language where it is a usual word, else as the merchant's
    /// feed calls it. Feeds have one column for sizes of clothes and for weights.
    /// </summary>
    public static string Axis(Product product, string axis, Texts texts)
    {
        var measured =
            axis == "size" && product.Variants.All(variant => !variant.Options.TryGetValue(axis, out var size) || IsMeasure(size));
        return texts.Find(measured ? "axis.measure" : $"axis.{axis}") ?? axis.Replace('_', ' ');
    }

    /// <summary>A number and what is counted (250 g, 3 tazze, 30x40 cm), which 2XL is not.</summary>
    private static bool IsMeasure(string size) =>
        size.Length > 0
        && char.IsAsciiDigit(size[0])
        && size.Any(char.IsLetter)
        && !size.TrimStart("0123456789".ToCharArray()).All(sign => sign is 'X' or 'S' or 'M' or 'L');

    /// <summary>In the merchant's words; of one variant alone, with its choice.</summary>
    private static string Fact(Product product, ProductFact fact, string choice, Texts texts)
    {
        var name = texts.Find($"axis.{fact.Name}") is null ? fact.Name : Axis(product, fact.Name, texts);
        if (name.Length == 0)
            return choice.Length == 0 ? fact.Value : texts.Get("product.fact", ("name", choice), ("value", fact.Value));
        return choice.Length == 0
            ? texts.Get("product.fact", ("name", name), ("value", fact.Value))
            : texts.Get("product.fact.of", ("name", name), ("choice", choice), ("value", fact.Value));
    }

    private static IEnumerable<string> Safety(ProductSafety safety, Texts texts)
    {
        if (safety.Maker.Line is { Length: > 0 } maker)
            yield return texts.Get("product.maker", ("maker", maker));
        if (safety.ResponsibleInEu.Line is { Length: > 0 } responsible)
            yield return texts.Get("product.maker.eu", ("responsible", responsible));
        if (safety.Warnings.Length > 0)
            yield return texts.Get("product.warnings", ("warnings", safety.Warnings));
    }

    private static HeroCard Card(Product product, DateTimeOffset now, Texts texts, List<CardAction> buttons) =>
        new(
            product.Title,
            texts.Get(
                "product.line", ("price", Price(product, now, texts)),
                ("stock", Stock(product.Variants.Max(variant => variant.Available), texts))),
            images: product.Image is { } image ? [new CardImage(image.AbsoluteUri, product.Title)] : null, buttons: buttons);

    private static IEnumerable<CardAction> Buying(Product product, Texts texts)
    {
        if (product.Variants.All(variant => variant.Available <= 0))
            yield break;
        var selection = VariantSelection.Begin(product);
        if (selection.Found is { } only)
        {
            yield return ActionButton.For(texts.Get("button.buy"), new ShopAction.BuyNow(only.Sku, 1));
            yield return ActionButton.For(texts.Get("button.add"), new ShopAction.AddToCart(only.Sku, 1));
            yield break;
        }

        yield return ActionButton.For(texts.Get("button.buy"), new ShopAction.ChooseVariant(product.Id, VariantPurpose.Buy, "", 0));
        yield return ActionButton.For(texts.Get("button.choose"), new ShopAction.ChooseVariant(product.Id, VariantPurpose.Cart, "", 0));
    }

    private static string Choices(Product product, string axis, Texts texts)
    {
        var values = product.Variants.Where(variant => variant.Options.ContainsKey(axis)).GroupBy(variant => variant.Options[axis])
            .Select(group => group.Any(variant => variant.Available > 0) ? group.Key : texts.Get("choice.gone", ("value", group.Key)));
        return texts.Get("product.choices", ("axis", Axis(product, axis, texts)), ("values", string.Join(", ", values)));
    }
}
