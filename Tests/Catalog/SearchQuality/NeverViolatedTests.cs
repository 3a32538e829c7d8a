using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog.SearchQuality;

/// <summary>
/// Bounds, exclusions and claims over the sample shop, in every combination: what is shown keeps them, and its data say so.
/// </summary>
public sealed class NeverViolatedTests(SampleCatalogue shop) : IClassFixture<SampleCatalogue>
{
    private static readonly string[] Things =
        ["", "regalo", "cioccolato", "biscotti", "pasta", "dolci", "cuscino", "ombrello", "piatto", "tazza", "candela", "miele",
            "qualcosa da mangiare", "tovaglia", "taccuino"];

    private static readonly (string Words, string[] Never, string Says)[] Claims =
    [
        ("", [], ""), ("senza glutine", ["cantucci", "panettone", "spaghetti", "paccheri"], "glutine"),
            ("senza frutta a guscio", ["cantucci", "chocolate", "pesto", "panettone"], "frutta a guscio"),
        ("senza lattosio", ["panettone", "cantucci", "pesto"], "lattosio"), ("senza uova", ["panettone", "cantucci"], "uova"),
        ("vegano", ["honey", "panettone", "cantucci", "pesto"], "vegan"), ("senza latte", ["panettone", "pesto", "cantucci"], "latte"),
    ];

    [Fact]
    public Task No_bound_is_ever_broken_and_no_allergen_shown() =>
        Gen.Select(Gen.Int[0, Things.Length - 1], Gen.Int[0, Claims.Length - 1], Gen.Int[1, 60], Gen.Int[0, 4])
            .SampleAsync(async (thing, claim, price, form) =>
        {
            var (bound, allows) = Bound(form, price);
            var text = string.Join(' ', Things[thing], Claims[claim].Words, bound);
            var found = await shop.AskAsync(text, Language.Italian);
            foreach (var product in found.Products.Items)
            {
                Assert.True(product.Variants.All(variant => allows(variant.PriceAt(TestCatalog.Now).InMainUnit())),
                    $"'{text}' shows {product.Id} at another price");
                Assert.DoesNotContain(product.Id.Value, Claims[claim].Never);
                if (Claims[claim].Says.Length > 0)
                    Assert.True(
                        product.Variants.All(variant => product.Facts.Concat(variant.Facts)
                            .Any(fact => fact.Value.Contains(Claims[claim].Says, StringComparison.OrdinalIgnoreCase))),
                        $"'{text}' shows {product.Id}, whose data do not say so");
            }
        }, iter: 300, threads: 1);

    [Theory]
    [InlineData("en", "red")]
    [InlineData("en", "green")]
    [InlineData("en", "blue")]
    [InlineData("en", "yellow")]
    [InlineData("en", "white")]
    public async Task A_colour_that_was_excluded_is_never_shown_and_one_that_was_asked_for_always_is(string language, string colour)
    {
        foreach (var thing in new[] { "cushion", "umbrella", "notebook", "napkins", "plate", "apron", "towel", "jug", "" })
        {
            var without = await shop.AskAsync($"{thing} not {colour}", new Language(language));
            foreach (var variant in without.Products.Items.SelectMany(product => Colours(product)))
                Assert.DoesNotContain(colour, variant, StringComparison.OrdinalIgnoreCase);
            var with = await shop.AskAsync($"{colour} {thing}", new Language(language));
            if (with.Match is ProductMatch.WithoutProperty { Which: var which })
                Assert.Contains(which, property => property.Kind == PropertyKind.Colour);
        }
    }

    [Fact]
    public async Task What_no_data_tell_is_not_shown_and_said_to_be_unknown()
    {
        var found = await shop.AskAsync("candela senza ftalati", Language.Italian);
        Assert.Empty(found.Products.Items);
        Assert.Equal("ftalati", Assert.Single(found.CannotTell).Value);
    }

    [Theory]
    [InlineData("biscuits croccantissimi senza glutine")] // half of it in another language
    [InlineData("panettone wrapped by hand senza uova")]
    public async Task An_exclusion_holds_in_whichever_language_the_words_are_found(string text) =>
        Assert.DoesNotContain(
            (await shop.AskAsync(text, Language.Italian)).Products.Items,
            product => product.Id.Value is "cantucci" or "panettone");

    [Theory]
    [InlineData("padelle antiaderenti", "antiaderenti")]
    [InlineData("penna cancellabile", "cancellabile")]
    public async Task A_word_that_nothing_has_is_said(string text, string word) => Assert.Equal(word, Assert.Single(
        Assert.IsType<ProductMatch.WithoutProperty>((await shop.AskAsync(text, Language.Italian)).Match).Which).Said);

    [Fact]
    public async Task What_is_free_from_lactose_is_not_said_to_be_free_from_milk()
    {
        using var category = new TestCatalog();
        await category.Import("id,title,description,price,availability,product_detail\n"
            + "m1,Mozzarella,Fior di latte a pasta filata per la pizza.,5 EUR,in stock,Scheda:Senza:lattosio\n");
        Assert.Equal(["m1"], await category.Search("mozzarella senza lattosio", "it"));
        Assert.Empty(await category.Search("mozzarella senza latte", "it"));
    }

    [Fact]
    public async Task What_is_shown_without_a_property_says_which()
    {
        var found = await shop.AskAsync("un ombrello giallo", Language.Italian);
        Assert.Equal(["umbrella"], found.Products.Items.Select(product => product.Id.Value));
        Assert.Equal("yellow", Assert.Single(Assert.IsType<ProductMatch.WithoutProperty>(found.Match).Which).Value);
    }

    [Fact]
    public async Task A_variant_that_fits_is_shown_alone()
    {
        var found = (await shop.AskAsync("ombrello verde", Language.Italian)).Products.Items[0];
        Assert.Equal("umbrella-green", Assert.Single(found.Variants).Sku.Value);
        Assert.EndsWith("umbrella-green.png", found.Image!.AbsolutePath, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Colours(Product product) =>
        product.Variants.Select(variant => variant.Options.GetValueOrDefault("color") ?? product.Facts.Concat(variant.Facts)
            .FirstOrDefault(fact => fact.Name == "color")?.Value ?? "no colour");

    private static (string Words, Func<decimal, bool> Allows) Bound(int form, int price) => form switch
    {
        0 => ($"sotto i {price} euro", value => value < price),
        1 => ($"max {price}", value => value <= price),
        2 => ($"più di {price} euro", value => value > price),
        3 => ($"tra {price} e {price + 10} euro", value => value >= price && value <= price + 10),
        _ => ("", _ => true),
    };
}
