using System.Text.RegularExpressions;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class PostcodeTests
{
    private static readonly CheckoutTerms Everywhere = Some.Checkout(Some.Courier());

    [Theory]
    [InlineData("FI", "FIN-00100", "00100")]
    [InlineData("FI", "fi 00100", "00100")]
    [InlineData("GB", "bfpo 58", "BFPO 58")]
    [InlineData("GB", "BFPO1234", "BFPO 1234")]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA")]
    [InlineData("GB", "m11ae", "M1 1AE")]
    [InlineData("GB", "ZZ1 1AA", null)]
    [InlineData("GB", "GX11 1AA", "GX11 1AA")]
    [InlineData("MT", "VLT 05", "VLT 05")]
    [InlineData("MT", "vlt1117", "VLT 1117")]
    [InlineData("MT", "VLT 111", null)]
    [InlineData("IT", "I-20121", "20121")]
    [InlineData("IT", "IT 20121", "20121")]
    [InlineData("IT", "CAP: 20121", "20121")]
    [InlineData("IT", "D-10115", null)]
    [InlineData("DE", "D-10115", "10115")]
    [InlineData("AT", "A-1010", "1010")]
    [InlineData("LU", "L-1234", "1234")]
    [InlineData("SE", "SE-123 45", "123 45")]
    [InlineData("SE", "S-12345", "123 45")]
    [InlineData("CH", "CH-8000", "8000")]
    [InlineData("LI", "FL-9490", "9490")]
    [InlineData("NL", "1234ab", "1234 AB")]
    [InlineData("NL", "NL-1234 AB", "1234 AB")]
    [InlineData("CZ", "11000", "110 00")]
    [InlineData("SK", "SK-81101", "811 01")]
    [InlineData("PL", "00950", "00-950")]
    [InlineData("PT", "1100148", "1100-148")]
    [InlineData("GR", "10557", "105 57")]
    [InlineData("LV", "1010", "LV-1010")]
    [InlineData("LT", "LT01100", "LT-01100")]
    [InlineData("MD", "2012", "MD-2012")]
    [InlineData("KY", "ky11100", "KY1-1100")]
    [InlineData("BR", "01310100", "01310-100")]
    [InlineData("JP", "〒100-0001", null)]
    [InlineData("JP", "1000001", "100-0001")]
    [InlineData("US", "10001-1234", "10001-1234")]
    [InlineData("IE", "-", "-")]
    [InlineData("IE", "non ce l'ho", "-")]
    [InlineData("IT", "-", null)]
    [InlineData("AE", "none", "-")]
    [InlineData("IS", "IS-101", "101")]
    public void A_postcode_is_taken_as_people_write_it_and_kept_as_the_post_does(string country, string typed, string? expected)
    {
        var entry = EntryRules.Read(Question.Postcode, typed, Answers.None with { Country = new Country(country) }, Everywhere);
        Assert.Equal((expected, expected is null ? EntryFault.NotAPostcode : EntryFault.None), (entry.Value, entry.Fault));
    }

    [Fact]
    public void Every_country_with_postcodes_shows_one_that_it_takes_itself_with_and_without_blanks()
    {
        Assert.True(PostcodeRule.Known.Count() > 170);
        Assert.All(PostcodeRule.Known, known =>
        {
            Assert.Equal(known.Example, PostcodeRule.Read(known.Example, known.Country).Value);
            Assert.Equal(known.Example,
                PostcodeRule.Read(Regex.Replace(known.Example, "[ -]", "").ToLowerInvariant(), known.Country).Value);
            Assert.Equal(known.Example, PostcodeRule.Read($"{known.Country.Code}-{known.Example}", known.Country).Value);
            Assert.Null(PostcodeRule.Read("20121 Milano", known.Country).Value);
        });
    }

    [Fact]
    public void Every_country_has_a_name_and_says_whether_it_has_postcodes()
    {
        Assert.Equal(250, PostcodeTable.Countries.Count());
        Assert.Equal(CountryTable.Countries.Order(Comparer<Country>.Create((one, other) => string.CompareOrdinal(one.Code, other.Code))),
            PostcodeTable.Countries.Order(Comparer<Country>.Create((one, other) => string.CompareOrdinal(one.Code, other.Code))));
        Assert.True(PostcodeRule.IsRequired(Some.Italy));
        Assert.False(PostcodeRule.IsRequired(new Country("HK")));
    }

    /// <summary>Then no text is looked at more than once per sign, however long: these patterns run on an engine that looks back.</summary>
    [Theory]
    [InlineData("postcodes", 7, 2)]
    [InlineData("territories", 9, 1)]
    public void No_pattern_of_the_tables_repeats_without_end_but_at_its_own(string table, int columns, int column)
    {
        var patterns = DataFile.Rows(table, columns).Select(row => row[column]).Where(pattern => pattern.Length > 0).ToList();
        Assert.True(patterns.Count > 20);
        Assert.DoesNotContain(patterns, pattern => Regex.IsMatch(pattern, @"[*+](?!$)|\{\d+,\}"));
    }
}
