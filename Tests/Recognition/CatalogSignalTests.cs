using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Text;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>A shop sells what no training sentence ever named: its catalogue says that these words are goods.</summary>
public sealed class CatalogSignalTests
{
    /// <summary>Shops for bicycles, plants, cosmetics and hardware.</summary>
    private static readonly string[] Strange =
    [
        "deragliatore Shimano Deore",
        "tubeless Schwalbe Marathon",
        "pignone Campagnolo",
        "Monstera deliciosa",
        "calathea ornata",
        "bonsai ficus ginseng",
        "retinolo",
        "siero niacinamide",
        "tonico all'amamelide",
        "blush Kiko",
        "tassellatore Makita",
        "smerigliatrice angolare",
        "fresa bosch",
        "bentonite",
        "quadrotte zanzariera",
        "derailleur",
        "crankset",
        "tubeless sealant",
        "pothos",
        "sansevieria trifasciata",
        "niacinamide serum",
        "hyaluronic toner",
        "micellar",
        "jigsaw blades makita",
        "grouting float",
        "rawlplugs",
        "tamiya airbrush",
        "warhammer intercessors",
        "arduino nano",
        "raspberry pi heatsink",
    ];

    private static readonly IReadOnlyList<string> Titles = [.. SampleTitles.All];

    [Fact]
    public void The_bare_name_of_strange_goods_is_searched_for() => Assert.Empty(NotSearched(Strange, new Titled(Strange)));

    [Fact]
    public void Without_the_catalogue_many_are_not() => Assert.InRange(NotSearched(Strange, null).Count, 3, Strange.Length);

    [Fact]
    public void Titles_of_the_sample_shop_are_searched_for() =>
        Assert.InRange(NotSearched(Titles, new Titled(Titles)).Count, 0, Titles.Count / 50);

    [Fact]
    public void A_few_words_of_a_title_ask_nothing_and_put_nothing_in_the_cart()
    {
        var vocabulary = new Titled(Titles);
        Assert.Equal(Intent.Search, Top("cantucci", vocabulary));
        Assert.Equal(Intent.Search, Top("Inchiostro!", vocabulary));
        Assert.DoesNotContain(Titles.SelectMany(Pieces).Distinct(), piece => Top(piece, vocabulary) is Intent.Stock or Intent.ProductFact
            or Intent.CartAdd or Intent.CartRemove or Intent.Gibberish or Intent.Smalltalk or Intent.Abuse);
    }

    [Theory]
    [InlineData("cantucci disponibili?", Intent.Stock)]
    [InlineData("aggiungi i cantucci", Intent.CartAdd)]
    [InlineData("regalo", Intent.GiftHelp)]
    public void Words_of_a_title_beside_what_is_wanted_of_them_are_that_want(string text, Intent intent) =>
        Assert.Equal(intent, Top(text, new Titled([.. Titles, "Scatola regalo"])));

    [Fact]
    public void Questions_about_strange_goods_stay_questions()
    {
        var vocabulary = new Titled(Strange);
        Assert.Equal(Intent.CartAdd, Top("metti una calathea nel carrello", vocabulary));
        Assert.Equal(Intent.Stock, Top("il derailleur è disponibile in magazzino?", vocabulary));
        Assert.Equal(Intent.Stock, Top("is the crankset back in stock", vocabulary));
    }

    [Fact]
    public void What_was_trained_is_not_drowned_by_a_card_that_says_thank_you()
    {
        var vocabulary = new Titled(["Biglietto grazie", "Thank you card", "Poster Ciao", "Persona, a game"]);
        Assert.Equal(Intent.Thanks, Top("grazie mille", vocabulary));
        Assert.Equal(Intent.Greeting, Top("ciao", vocabulary));
        Assert.Equal(Intent.Person, Top("voglio parlare con una persona", vocabulary));
    }

    [Fact]
    public void The_signal_moves_no_sentence_that_people_wrote_to_a_shop()
    {
        var vocabulary = new Titled(Titles);
        var some = Recognizers.Sentences.Where((_, i) => i % 10 == 0).ToList();
        var moved = some.Where(one => Top(one.Text, vocabulary) != Top(one.Text, null)).ToList();
        Assert.InRange(moved.Count, 0, some.Count / 200);
    }

    private static List<string> NotSearched(IReadOnlyList<string> names, ICatalogVocabulary? vocabulary) =>
        [
            .. names
                .Where(name => Top(name.ToLowerInvariant(), vocabulary) != Intent.Search)
                .Select(name => $"{name}: {Top(name.ToLowerInvariant(), vocabulary)}"),
        ];

    /// <summary>One to three words of a title on end, small words at its ends left out: nobody types those alone.</summary>
    private static IEnumerable<string> Pieces(string title)
    {
        var words = title.ToLowerInvariant().Split(' ');
        return
            from length in Enumerable.Range(1, 3)
            from at in Enumerable.Range(0, Math.Max(0, words.Length - length + 1))
            where words[at].Length > 3 && words[at + length - 1].Length > 3
            select string.Join(' ', words[at..(at + length)]);
    }

    private static Intent Top(string text, ICatalogVocabulary? vocabulary) =>
        Recognizers.Shop.Recognize(text, new RecognitionContext(Language.Italian, vocabulary)).TopIntent;

    private sealed class Titled(IEnumerable<string> titles) : ICatalogVocabulary
    {
        private readonly HashSet<string> _words = [.. titles.SelectMany(TextNormalizer.Words)];

        public bool Knows(string word, Language language) => _words.Contains(word);
    }
}
