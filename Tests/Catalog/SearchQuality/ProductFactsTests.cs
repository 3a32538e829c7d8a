using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog.SearchQuality;

/// <summary>Questions about one product: the merchant's words, or nothing.</summary>
public sealed class ProductFactsTests(SampleCatalogue shop) : IClassFixture<SampleCatalogue>
{
    [Theory]
    [InlineData("it", "dinner-plate", "i piatti a pois vanno in lavastoviglie?", "lavastoviglie", true)]
    [InlineData("it", "blanket", "che misure ha il plaid? e di che lana è", "130 x 180", null)]
    [InlineData("it", "blanket", "che misure ha il plaid? e di che lana è", "merino", null)]
    [InlineData("it", "wall-clock", "l'orologio va a pile o a corrente?", "pila", null)]
    [InlineData("en", "cantucci", "do the cantucci have nuts in them", "almonds", true)]
    [InlineData("en", "vase", "can i put water in the terracotta vase or does it leak", "yes", null)]
    [InlineData("en", "iron-pan", "is it dishwasher safe?", "no", false)]
    [InlineData("en", "saucepan", "does it work on induction?", "not induction", null)]
    [InlineData("en", "honey", "is it vegan?", "vegans", false)]
    [InlineData("en", "coffee", "is it suitable for vegans", "vegans", true)]
    [InlineData("it", "spaghetti", "contengono glutine?", "glutine", true)]
    [InlineData("it", "honey", "contiene glutine?", "glutine", false)]
    [InlineData("it", "honey", "è senza glutine?", "glutine", true)]
    [InlineData("it", "spaghetti", "è senza glutine?", "glutine", false)]
    [InlineData("en", "spaghetti", "is it gluten free?", "gluten", false)]
    [InlineData("en", "coffee", "does it have caffeine?", "yes", null)]
    [InlineData("it", "saucepan", "va bene per l'induzione?", "non induzione", null)]
    [InlineData("en", "mortar", "how much does it weigh", "4 kg", null)]
    [InlineData("en", "puzzle", "how many pieces are there", "96", null)]
    [InlineData("it", "candle", "quanto dura?", "40 ore", null)]
    [InlineData("it", "tablecloth", "di che materiale è?", "Lino", null)]
    [InlineData("it", "chef-knife", "dove viene fatto?", "Maniago", null)]
    public async Task A_fact_is_answered_in_the_merchants_words(string language, string product, string question, string says, bool? yes)
    {
        var answer = ProductFacts.Answer(await shop.FindAsync(product, new Language(language)), question, new Language(language));
        Assert.Contains(answer.Facts, fact => $"{fact.Name}: {fact.Value}".Contains(says, StringComparison.OrdinalIgnoreCase));
        if (yes is not null)
            Assert.Equal(yes, answer.Yes);
    }

    [Theory]
    [InlineData("en", "umbrella", "does it play music?")]
    [InlineData("it", "umbrella", "ha la garanzia?")]
    [InlineData("en", "candle", "does it contain nuts?")]
    [InlineData("en", "postcards", "is it dishwasher safe?")]
    [InlineData("it", "iron-pan", "contiene nichel?")]
    [InlineData("en", "scopa-cards", "how heavy is it")]
    public async Task What_the_data_do_not_tell_is_not_answered(string language, string product, string question) =>
        Assert.True(ProductFacts.Answer(await shop.FindAsync(product, new Language(language)), question, new Language(language))
            .CannotTell);

    [Fact]
    public async Task Whatever_a_merchant_writes_as_a_fact_no_question_throws()
    {
        using var category = new TestCatalog();
        await category.Import(
            "id,title,description,price,availability,product_detail\n"
                + "m1,Mug,★,5 EUR,in stock,\"Care:Allergens:★,Care:Dishwasher:—,X:★:…\"\n");
        foreach (
            var question in new[] { "gluten free mug", "vegan mug", "dishwasher safe mug", "mug not red", "mug 5 cm", "★", "mug senza —" })
            await category.Search(question);
        var mug = (await category.Find("m1"))!;
        Assert.Empty(await category.Search("gluten free mug"));
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((name, value, question) =>
        {
            var odd = mug with { Facts = [new ProductFact(name, value), new ProductFact("Allergens", value)] };
            ProductFacts.Answer(odd, "nuts? dishwasher?", Language.Italian);
            return ProductFacts.Answer(odd, question, Language.English).Facts.Count <= 4;
        });
    }

    [Fact]
    public async Task Variants_that_differ_are_told_apart()
    {
        var answer = ProductFacts.Answer(await shop.FindAsync("chocolate", Language.English), "does it contain nuts?", Language.English);
        Assert.Contains(answer.Facts, fact => fact.Value.Contains("Hazelnut: nuts", StringComparison.Ordinal));
        Assert.NotEqual(false, answer.Yes);
    }
}
