using CommerceBot.Catalog.Search;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>Plurals, typos and measures, without a catalogue.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("knife", "knives")]
    [InlineData("leaf", "leaves")]
    [InlineData("shelf", "shelves")]
    [InlineData("wolf", "wolves")]
    [InlineData("thief", "thieves")]
    [InlineData("half", "halves")]
    [InlineData("scarf", "scarves")]
    [InlineData("loaf", "loaves")]
    [InlineData("life", "lives")]
    [InlineData("hoof", "hooves")]
    [InlineData("glove", "gloves")]
    [InlineData("olive", "olives")]
    [InlineData("mouse", "mice")]
    [InlineData("dormouse", "dormice")]
    [InlineData("child", "children")]
    [InlineData("grandchild", "grandchildren")]
    [InlineData("person", "people")]
    [InlineData("man", "men")]
    [InlineData("fireman", "firemen")]
    [InlineData("woman", "women")]
    [InlineData("foot", "feet")]
    [InlineData("tooth", "teeth")]
    [InlineData("goose", "geese")]
    [InlineData("ox", "oxen")]
    [InlineData("cactus", "cacti")]
    [InlineData("fungus", "fungi")]
    [InlineData("criterion", "criteria")]
    [InlineData("phenomenon", "phenomena")]
    [InlineData("analysis", "analyses")]
    [InlineData("crisis", "crises")]
    [InlineData("appendix", "appendices")]
    [InlineData("matrix", "matrices")]
    [InlineData("gateau", "gateaux")]
    [InlineData("quiz", "quizzes")]
    [InlineData("potato", "potatoes")]
    [InlineData("hero", "heroes")]
    [InlineData("lady", "ladies")]
    [InlineData("specimen", "specimens")]
    [InlineData("penny", "pence")]
    [InlineData("antenna", "antennae")]
    [InlineData("bookshelf", "bookshelves")]
    [InlineData("calice", "calici")]
    [InlineData("camice", "camici")]
    [InlineData("penknife", "penknives")]
    public void English_plurals_that_no_ending_explains_are_one_word_with_their_singular(string one, string many) =>
        Assert.Equal(SearchText.Index(one), SearchText.Index(many));

    [Theory]
    [InlineData("50 x 70 cm", "50x70")]
    [InlineData("50×70cm", "50x70")]
    [InlineData("250 g", "250g")]
    [InlineData("250 grammi", "250g")]
    [InlineData("1 litro", "1l")]
    [InlineData("1 l", "1 litre")]
    [InlineData("1,5 kg", "1.5 kilos")]
    [InlineData("cook's knife", "cook knife")]
    [InlineData("Cook’s knives", "cooks knife")]
    public void One_measure_or_thing_is_written_in_many_ways(string one, string other) =>
        Assert.Equal(SearchText.Index(one), SearchText.Index(other));

    [Theory]
    [InlineData("tovalia", "tovagl", 1)]
    [InlineData("tabelcloth", "tablecloth", 1)]
    [InlineData("cafetiera", "caffettier", 2)]
    [InlineData("moca", "mok", 1)]
    [InlineData("kinfe", "knif", 1)]
    [InlineData("spagheti", "spaghett", 1)]
    public void A_typo_is_mended(string typed, string meant, int distance) =>
        Assert.Equal((meant, distance), Vocabulary().Near(typed, Endings.Drop(typed))[0]);

    [Theory]
    [InlineData("iphone")]
    [InlineData("gatto")] // no latte
    [InlineData("tv")]
    [InlineData("mou")]
    public void Another_word_is_no_typo(string typed) => Assert.Empty(Vocabulary().Near(typed, Endings.Drop(typed)));

    [Fact]
    public void The_distance_is_that_of_the_plain_table() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 7], Gen.String[Gen.Char["abc"], 0, 7], Gen.Int[0, 3]).Sample((one, other, most) =>
            EditDistance.Between(one, other, most) == Math.Min(Plain(one, other), most + 1));

    private static Vocabulary Vocabulary() =>
        new(new[] { "tovagl", "tablecloth", "caffettier", "mok", "mod", "knif", "spaghett", "latt", "piatt", "cas" }.Select(stem =>
            (stem, 1L)));

    private static int Plain(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }

                table[i, j] = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1]
                    + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }

        return table[one.Length, other.Length];
    }
}
