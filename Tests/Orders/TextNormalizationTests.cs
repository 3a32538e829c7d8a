using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class TextNormalizationTests
{
    [Theory]
    [InlineData("２０１２１", "20121")]
    [InlineData("٢٠١٢١", "20121")]
    [InlineData("ＳＷ１Ａ　１ＡＡ", "SW1A 1AA")]
    [InlineData("00–950", "00-950")]
    [InlineData("00\u2011950", "00-950")]
    [InlineData("00\u2212950", "00-950")]
    [InlineData("100－0001", "100-0001")]
    [InlineData("\ufeffVia\u00a0Roma\u202f1", "Via Roma 1")]
    [InlineData("Mi\u00adla\u200bno\u200e", "Milano")]
    [InlineData("\u202b+39 333\u202c", "+39 333")]
    [InlineData("Via   Roma \t 1", "Via Roma 1")]
    [InlineData("D’Angelò", "D'Angelò")]
    [InlineData("Forl\u0069\u0300", "Forlì")]
    [InlineData("Via Roma 1\r\n\r\n scala B ", "Via Roma 1, scala B")]
    [InlineData("\u3164\u2800", "")]
    [InlineData(null, "")]
    public void What_a_keyboard_or_a_copy_adds_is_written_plainly(string? typed, string expected) =>
        Assert.Equal(expected, TextNormalization.OneLine(typed));

    [Fact]
    public void Writing_it_plainly_twice_changes_nothing() =>
        Gen.String.Sample(text => TextNormalization.OneLine(TextNormalization.OneLine(text)) == TextNormalization.OneLine(text));

    [Fact]
    public void Every_answer_is_written_plainly_before_its_rule()
    {
        var terms = Some.Checkout(Some.Courier());
        Assert.Equal("20121", EntryRules.Read(Question.Postcode, "\u200b２０１\u00a0２１", Answers.None, terms).Value);
        Assert.Equal("+393331234567", EntryRules.Read(Question.Phone, "３３３–１２３\u2011４５６７", Answers.None, terms).Value);
        Assert.Equal("anna@example.com", EntryRules.Read(Question.Email, "anna＠example.com\u200e", Answers.None, terms).Value);
        Assert.Equal("Via Roma 1", EntryRules.Read(Question.Street, "Via\u00a0Roma １", Answers.None, terms).Value);
        Assert.Equal("IT", EntryRules.Read(Question.Country, "\ufeffIta\u00adlia ", Answers.None, terms).Value);
    }
}
