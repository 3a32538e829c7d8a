using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog;

public sealed class SearchTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Theory]
    [InlineData("tazza", "tazze")]
    [InlineData("caffè", "caffe")]
    [InlineData("Caffè", "CAFFE'")]
    [InlineData("libro", "libri")]
    [InlineData("scarpa", "scarpe")]
    [InlineData("amico", "amici")]
    [InlineData("amica", "amiche")]
    [InlineData("chiave", "chiavi")]
    [InlineData("città", "citta")]
    [InlineData("bicchiere", "bicchieri")]
    [InlineData("olio", "oli")]
    [InlineData("camicia", "camicie")]
    [InlineData("arancia", "arance")]
    [InlineData("tacco", "tacchi")]
    [InlineData("lago", "laghi")]
    [InlineData("uovo", "uova")]
    [InlineData("uomo", "uomini")]
    [InlineData("uva", "uve")]
    [InlineData("panettone", "panettoni")]
    [InlineData("asciugamano", "asciugamani")]
    [InlineData("mug", "mugs")]
    [InlineData("box", "boxes")]
    [InlineData("berry", "berries")]
    [InlineData("cookie", "cookies")]
    [InlineData("shoe", "shoes")]
    [InlineData("glass", "glasses")]
    [InlineData("dress", "dresses")]
    [InlineData("dish", "dishes")]
    [InlineData("watch", "watches")]
    [InlineData("tomato", "tomatoes")]
    [InlineData("candle", "candles")]
    [InlineData("knife", "knives")]
    [InlineData("woman", "women")]
    [InlineData("lens", "lenses")]
    [InlineData("bus", "buses")]
    [InlineData("pesto", "pesti")]
    [InlineData("Straße", "strasse")]
    public void One_and_many_are_one_word(string one, string many) => Assert.Equal(SearchText.Index(one), SearchText.Index(many));

    [Theory]
    [InlineData("cup", "cap")]
    [InlineData("tazza", "tazzina")]
    [InlineData("pane", "penna")]
    [InlineData("vino", "vela")]
    [InlineData("bread", "breast")]
    [InlineData("50x70", "50x7")]
    public void Different_things_stay_different(string one, string other) =>
        Assert.NotEqual(SearchText.Index(one), SearchText.Index(other));

    [Fact]
    public void Dropping_endings_twice_changes_nothing_more() =>
        Gen.String[Gen.Char['a', 'z'], 0, 12].Sample(word => Endings.Drop(Endings.Drop(word)) == Endings.Drop(word));

    [Theory]
    [InlineData("caffe", "moka")]
    [InlineData("CAFFÈ", "moka")]
    [InlineData("caff", "moka")]
    [InlineData("moka pots", "moka")]
    [InlineData("coffee pot", "moka")]
    [InlineData("caffettiere", "moka")]
    [InlineData("tazze", "mug")]
    [InlineData("una tazza per il tè", "mug")]
    [InlineData("red mugs", "mug")]
    [InlineData("tazza rossa", "mug")]
    [InlineData("cucina", "moka,mug")]
    [InlineData("aurora", "moka,mug")]
    public async Task A_shopper_finds_it_in_either_language_one_or_many(string words, string found)
    {
        await Stocked();
        foreach (var language in new[] { "en", "it" })
            Assert.Equal(found, string.Join(',', (await _category.Search(words, language)).Order()));
    }

    [Fact]
    public async Task Every_word_must_match_and_when_none_has_all_then_any_will_do()
    {
        await Stocked();
        Assert.Equal(["moka"], await _category.Search("moka aluminium"));
        Assert.Equal(["moka", "mug"], (await _category.Search("moka mug")).Order());
    }

    [Fact]
    public async Task A_word_in_the_title_outweighs_one_in_the_description_and_sold_out_comes_after_what_answers_as_well()
    {
        await _category.Rows(
            TestCatalog.Row(id: "plate", title: "Plate", description: "Goes well with a teapot."),
            TestCatalog.Row(id: "gone", title: "Teapot", quantity: "0"),
            TestCatalog.Row(id: "pot", title: "Teapot"));
        Assert.Equal(["pot", "gone", "plate"], await _category.Search("teapot"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("moka\" OR \"mug")]
    [InlineData("title:moka")]
    [InlineData("moka*")]
    [InlineData("NEAR(moka mug)")]
    [InlineData("moka NOT mug")]
    [InlineData("AND")]
    [InlineData("moka AND")]
    [InlineData("^moka + {title} : -x")]
    [InlineData("(((")]
    [InlineData("'; DROP TABLE product; --")]
    [InlineData("\0\u0001")]
    [InlineData("\uD800")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂🙂")]
    public async Task No_question_is_syntax(string words)
    {
        await Stocked();
        await _category.Search(words);
        Assert.NotNull(await _category.Find("moka"));
    }

    [Fact]
    public async Task Half_a_letter_is_no_letter_and_no_error()
    {
        await Stocked();
        Assert.Equal(["moka"], await _category.Search("moka " + new string('\uD83D', 1)));
    }

    [Fact]
    public async Task Whatever_is_typed_it_never_throws()
    {
        await Stocked();
        await Gen.OneOf(Gen.String, Gen.String[Gen.Char, 0, 20])
            .SampleAsync(async words => await _category.Search(words), iter: 300, threads: 1);
    }

    [Fact]
    public async Task An_empty_question_finds_nothing() =>
        Assert.Equal(0, (await _category.Catalog.SearchAsync(" ?! ", Language.Italian, 0, 10, TestCatalog.Cancel)).Total);

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        await _category.Rows([.. Enumerable.Range(0, 23).Select(i => TestCatalog.Row(id: $"m{i:D2}", title: $"Mug {i}"))]);
        var all = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var part = await _category.Catalog.InCategoryAsync(
                new CategoryId("kitchen.cups"), Language.English, page, 10, TestCatalog.Cancel);
            Assert.Equal((23, page, page < 2), (part.Total, part.Number, part.HasMore));
            all.AddRange(part.Items.Select(product => product.Id.Value));
            Assert.Equal(
                part.Items.Count, (await _category.Catalog.SearchAsync("mug", Language.English, page, 10, TestCatalog.Cancel)).Items.Count);
        }

        Assert.Equal(Enumerable.Range(0, 23).Select(i => $"m{i:D2}"), all);
        Assert.Empty(
            (
                await _category.Catalog.InCategoryAsync(
                    new CategoryId("kitchen.cups"), Language.English, int.MaxValue, 10, TestCatalog.Cancel)).Items);
        Assert.Equal(
            0, (await _category.Catalog.InCategoryAsync(new CategoryId("nowhere"), Language.English, 0, 10, TestCatalog.Cancel)).Total);
    }

    private async Task Stocked()
    {
        await _category.Rows(
            TestCatalog.Row(
                id: "moka", title: "Moka coffee pot", description: "Three cups, aluminium, for any stove but induction.", type: "Kitchen"),
            TestCatalog.Row(id: "mug-r", group: "mug", color: "Red", title: "Mug", type: "Kitchen"),
            TestCatalog.Row(id: "mug-b", group: "mug", color: "Blue", title: "Mug", type: "Kitchen"));
        await _category.Import("""
            id,override,title,description,product_type,color
            moka,it_IT,Caffettiera,Per tre persone e il buon caffè.,Cucina,
            mug-r,it_IT,Tazza da tè,Bianca fuori.,Cucina,Rossa
            mug-b,it_IT,Tazza da tè,Bianca fuori.,Cucina,Blu
            """);
    }

    public void Dispose() => _category.Dispose();
}
