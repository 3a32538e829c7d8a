using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Recognition;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Dialogs;

public class NumberTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("ne voglio 3, grazie", "3")]
    [InlineData("1.234", "1234")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("0.500", "0.500")]
    [InlineData("1'234,50", "1234.50")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("-5", "-5")]
    [InlineData("€ 20", "20")]
    [InlineData("20€", "20")]
    [InlineData("20 euro", "20")]
    [InlineData("5kg", "5")]
    [InlineData("2x", "2")]
    [InlineData("due", "2")]
    [InlineData("Ne prendo due.", "2")]
    [InlineData("tré", "3")]
    [InlineData("ventuno", "21")]
    [InlineData("ventitré", "23")]
    [InlineData("ventotto", "28")]
    [InlineData("novantanove", "99")]
    [InlineData("cento", "100")]
    [InlineData("centotto", "108")]
    [InlineData("centoquattro", "104")]
    [InlineData("trecentoventuno", "321")]
    [InlineData("ottocento", "800")]
    [InlineData("mille", "1000")]
    [InlineData("millecinquecento", "1500")]
    [InlineData("duemilatrecentoventuno", "2321")]
    [InlineData("due mila", "2000")]
    [InlineData("2mila", "2000")]
    [InlineData("due milioni trecentomila", "2300000")]
    [InlineData("un milione", "1000000")]
    [InlineData("cento e due", "102")]
    [InlineData("un paio", "2")]
    [InlineData("un paio di scarpe", "2")]
    [InlineData("due paia", "4")]
    [InlineData("una dozzina", "12")]
    [InlineData("due dozzine", "24")]
    [InlineData("una", "1")]
    [InlineData("solo una, grazie", "1")]
    [InlineData("una maglietta", "1")]
    [InlineData("uno", "1")]
    [InlineData("meno cinque", "-5")]
    [InlineData("tre e mezzo", "3.5")]
    [InlineData("due virgola cinque", "2.5")]
    [InlineData("twenty-one", "21")]
    public void Italian_numbers_are_understood(string said, string value) =>
        Assert.Equal(Value(value), First(said, SpokenLanguage.Italian));

    [Theory]
    [InlineData("3", "3")]
    [InlineData("1,234", "1234")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1.234", "1.234")]
    [InlineData("12,5", "12.5")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("$20", "20")]
    [InlineData("3k", "3000")]
    [InlineData("2 million", "2000000")]
    [InlineData("twenty-one", "21")]
    [InlineData("Twenty One", "21")]
    [InlineData("two hundred and five", "205")]
    [InlineData("two thousand three hundred twenty-one", "2321")]
    [InlineData("one million two hundred thousand", "1200000")]
    [InlineData("a hundred", "100")]
    [InlineData("a couple", "2")]
    [InlineData("a dozen, please", "12")]
    [InlineData("two dozen", "24")]
    [InlineData("three and a half", "3.5")]
    [InlineData("two point five", "2.5")]
    [InlineData("minus three", "-3")]
    [InlineData("I want just one", "1")]
    [InlineData("two, not three", "2")]
    [InlineData("ventuno", "21")]
    public void English_numbers_are_understood(string said, string value) =>
        Assert.Equal(Value(value), First(said, SpokenLanguage.English));

    [Theory]
    [InlineData("")]
    [InlineData("boh")]
    [InlineData("un attimo")]
    [InlineData("vorrei una cosa che costa poco")]
    [InlineData("quell'una")]
    [InlineData("12/10/2026")]
    [InlineData("10:30")]
    [InlineData("333-1234567")]
    [InlineData("1.2.3")]
    [InlineData("1.23.456")]
    [InlineData("AB12")]
    [InlineData("12ab")]
    [InlineData("9999999999999999999999999999999")]
    [InlineData("999999999999999999 mila")]
    public void What_is_no_number_is_none_in_Italian(string said) => Assert.Null(First(said, SpokenLanguage.Italian));

    [Theory]
    [InlineData("this one")]
    [InlineData("the last one")]
    [InlineData("a shirt")]
    [InlineData("one second")]
    [InlineData("2026-11-23")]
    [InlineData("3D")]
    public void What_is_no_number_is_none_in_English(string said) => Assert.Null(First(said, SpokenLanguage.English));

    [Fact]
    public void Several_numbers_are_found_in_their_order_and_place()
    {
        var found = Numbers.In("two or 3 or twenty-one", SpokenLanguage.English);

        Assert.Equal([2m, 3m, 21m], found.Select(number => number.Value));
        Assert.Equal((12, 22), (found[2].Start, found[2].End));
    }

    [Theory]
    [InlineData("un ")]
    [InlineData("1-")]
    [InlineData("cento ")]
    [InlineData("twenty-")]
    [InlineData("\ud83d\ude00\u200d")]
    public void A_book_instead_of_an_answer_is_read_no_further_than_a_page(string page)
    {
        var book = string.Concat(Enumerable.Repeat(page, 500_000));

        Assert.All(Numbers.In(book, SpokenLanguage.Italian), number => Assert.True(number.Start < Words.LongestAnswer));
        Assert.All(Ordinals.In(book, 3), number => Assert.True(number.Start < Words.LongestAnswer));
        Assert.Null(YesNo.In(book, SpokenLanguage.Italian));
    }

    [Fact]
    public void A_type_gets_only_what_it_can_hold()
    {
        Assert.Null(NumberTypes.Fit(2.5m, typeof(int)));
        Assert.Null(NumberTypes.Fit(3_000_000_000m, typeof(int)));
        Assert.Equal(3_000_000_000L, NumberTypes.Fit(3_000_000_000m, typeof(long)));
        Assert.Equal(2.5, NumberTypes.Fit(2.5m, typeof(double)));
        Assert.Equal(2.5f, NumberTypes.Fit(2.5m, typeof(float)));
        Assert.Equal(2.5m, NumberTypes.Fit(2.5m, typeof(decimal)));
    }

    private static decimal Value(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    private static decimal? First(string said, SpokenLanguage language) =>
        Numbers.In(said, language) is [var first, ..] ? first.Value : null;
}
