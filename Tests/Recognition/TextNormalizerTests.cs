using CommerceBot.Recognition.Text;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>People write the same in many ways.</summary>
public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("  Ciao \t  a  tutti ", "Ciao a tutti")]
    [InlineData("\uFF54\uFF41\uFF5A\uFF5A\uFF45 \uFF11\uFF12", "tazze 12")]
    [InlineData("l\u2019olio \u201Cbuono\u201D", "l'olio \"buono\"")]
    [InlineData("L`altra met\u00B4", "L'altra met'")]
    [InlineData("10\u201320 \u2014 30", "10-20 - 30")]
    [InlineData("can\u00ADde\u200Ble\uFEFF", "candele")]
    [InlineData("prima riga \r\n\n  seconda", "prima riga\nseconda")]
    [InlineData("perche\u0301", "perch\u00E9")]
    [InlineData("\u0663 tazze", "3 tazze")]
    [InlineData("half \uD83D pair", "half pair")]
    [InlineData("\uD835\uDDF5\uD835\uDDF2\uD835\uDDF9\uD835\uDDF9\uD835\uDDFC", "hello")]
    [InlineData("", "")]
    public void Odd_signs_become_plain_ones(string text, string clean) => Assert.Equal(clean, TextNormalizer.Clean(text));

    [Theory]
    [InlineData("Perch\u00E9 S\u00CC Stra\u00DFe \u0141\u00F3d\u017A \u00C6on", "perche si strasse lodz aeon")]
    public void Case_and_accents_are_taken_off(string text, string folded) => Assert.Equal(folded, TextNormalizer.Fold(text));

    [Theory]
    [InlineData("L'olio c'\u00E8?", "l olio c e")]
    [InlineData("Don't you've it's", "dont youve its")]
    [InlineData("ciaooooo nooo cooool", "ciao no cool")]
    [InlineData("xk\u00E9 nn arriva cmq", "perche non arriva comunque")]
    [InlineData("u wanna pls", "you want to please")]
    [InlineData("500g 3x XXXL www", "500 g 3 per xxxl www")]
    [InlineData("si' perche'", "si perche")]
    public void Words_are_what_is_meant(string text, string words) => Assert.Equal(words, string.Join(' ', TextNormalizer.Words(text)));

    [Fact]
    public void A_book_costs_no_more_than_a_page() =>
        Assert.True(TextNormalizer.Clean(new string('a', 100_000)).Length <= TextNormalizer.Longest);

    [Fact]
    public void Any_text_at_all_is_cut_into_words_that_simulator_it() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var clean = TextNormalizer.Clean(text);
            foreach (var token in TextTokens.Of(clean).Items)
                Assert.InRange(token.Start + token.Length, 1, clean.Length);
        });
}
