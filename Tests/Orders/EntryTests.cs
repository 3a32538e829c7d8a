using CommerceBot.Catalog;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class EntryTests
{
    private static readonly CheckoutTerms Everywhere = Some.Checkout(Some.Courier());

    [Theory]
    [InlineData("anna@example.com", "anna@example.com")]
    [InlineData("  <Anna.B+shop@EXAMPLE.co.uk>. ", "Anna.B+shop@example.co.uk")]
    [InlineData("mailto:anna@example.com", "anna@example.com")]
    [InlineData("anna@münchen.de", "anna@xn--mnchen-3ya.de")]
    [InlineData("anna", null)]
    [InlineData("anna@localhost", null)]
    [InlineData("anna@@example.com", null)]
    [InlineData("anna b@example.com", null)]
    [InlineData("anna@example..com", null)]
    [InlineData("anna@-example.com", null)]
    [InlineData(".anna@example.com", null)]
    [InlineData("anna@1.2.3.4", null)]
    [InlineData("anna@example.com, bob@example.com", null)]
    public void An_email_is_one_that_a_receipt_can_reach(string text, string? expected) =>
        Same(expected, EntryFault.NotAnEmail, Read(Question.Email, text));

    [Theory]
    [InlineData("IT", "333 123 4567", "+393331234567")]
    [InlineData("IT", "0039 333-123.4567", "+393331234567")]
    [InlineData("IT", "02 1234 5678", "+390212345678")]
    [InlineData("GB", "07911 123456", "+447911123456")]
    [InlineData("GB", "+39 333 123 4567", "+393331234567")]
    [InlineData("US", "(212) 555-0123", "+12125550123")]
    [InlineData("IT", "12", null)]
    [InlineData("IT", "non ce l'ho", null)]
    [InlineData("IT", "+999 123456789", null)]
    public void A_phone_is_read_in_the_shoppers_country(string country, string text, string? expected) =>
        Same(expected, EntryFault.NotAPhone, Read(Question.Phone, text, country));

    [Theory]
    [InlineData("Italia", "IT")]
    [InlineData("Italy", "IT")]
    [InlineData("it", "IT")]
    [InlineData("ITA", "IT")]
    [InlineData("regno unito", "GB")]
    [InlineData("UK", "GB")]
    [InlineData("u.k.", "GB")]
    [InlineData("Inghilterra", "GB")]
    [InlineData("Germania", "DE")]
    [InlineData("Germany", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("österreich", "AT")]
    [InlineData("Osterreich", "AT")]
    [InlineData("Svizzera", "CH")]
    [InlineData("Stati Uniti", "US")]
    [InlineData("usa", "US")]
    [InlineData("Olanda", "NL")]
    [InlineData("españa", "ES")]
    [InlineData("Spagna", "ES")]
    [InlineData("Città del Vaticano", "VA")]
    [InlineData("San Marino", "SM")]
    [InlineData("Atlantis", null)]
    [InlineData("no", null)]
    [InlineData("si", null)]
    public void A_country_is_found_by_the_names_that_people_use(string text, string? expected) =>
        Same(expected, EntryFault.UnknownCountry, Read(Question.Country, text));

    [Fact]
    public void Every_country_is_found_by_the_names_that_we_show()
    {
        foreach (var (country, _) in PostcodeRule.Known)
        foreach (var language in (Language[])[Language.Italian, Language.English])
        {
            Assert.True(CountryNames.TryFind(CountryNames.Show(country, language), out var found), CountryNames.Show(country, language));
            Assert.Equal(country, found);
        }

        Assert.Equal("Germania", CountryNames.Show(new Country("DE"), Language.Italian));
        Assert.Equal("Germany", CountryNames.Show(new Country("DE"), Language.English));
    }

    [Fact]
    public void A_country_that_nothing_is_delivered_to_is_named() =>
        Assert.Equal(EntryFault.NotDeliveredThere, EntryRules.Read(Question.Country, "Giappone", Answers.None, Some.Checkout()).Fault);

    [Fact]
    public void Every_example_of_a_postcode_is_a_postcode_as_we_write_it()
    {
        foreach (var (country, example) in PostcodeRule.Known)
            Assert.Equal(Entry.Right(example), Read(Question.Postcode, example, country.Code));
    }

    [Theory]
    [InlineData("IT", "I-20121", "20121")]
    [InlineData("IT", "201 21", "20121")]
    [InlineData("IT", "2012", null)]
    [InlineData("IT", "20121 Milano", null)]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA")]
    [InlineData("GB", "M1 1AE", "M1 1AE")]
    [InlineData("GB", "20121", null)]
    [InlineData("NL", "1012ab", "1012 AB")]
    [InlineData("US", "100011234", "10001-1234")]
    [InlineData("US", "10001", "10001")]
    [InlineData("PL", "00950", "00-950")]
    [InlineData("SE", "SE-114 55", "114 55")]
    [InlineData("PT", "1100 148", "1100-148")]
    [InlineData("IE", "d02x285", "D02 X285")]
    [InlineData("CH", "CH-8001", "8001")]
    [InlineData("ES", "53001", null)]
    [InlineData("LV", "LV1010", "LV-1010")]
    [InlineData("HK", "-", "-")]
    [InlineData("BR", "01310-100", "01310-100")]
    public void A_postcode_is_checked_by_its_country(string country, string text, string? expected) =>
        Same(expected, EntryFault.NotAPostcode, Read(Question.Postcode, text, country));

    [Fact]
    public void A_refused_postcode_comes_with_an_example_of_that_country() =>
        Assert.Equal("SW1A 1AA", Read(Question.Postcode, "20121", "GB").Example);

    [Theory]
    [InlineData("Via Roma 1\nscala B", "Via Roma 1, scala B")]
    [InlineData("  Via\t Roma   1 ", "Via Roma 1")]
    [InlineData("1", null)]
    [InlineData("123", null)]
    [InlineData("http://spam.example/x", null)]
    [InlineData("Via <b>Roma</b>", null)]
    public void A_street_is_one_line_of_words(string text, string? expected) =>
        Same(expected, EntryFault.NotAStreet, Read(Question.Street, text));

    [Fact]
    public void Answers_have_limits()
    {
        Assert.Equal(EntryFault.Empty, Read(Question.City, " \u200b\n ").Fault);
        Assert.Equal(EntryFault.TooLong, Read(Question.City, new string('a', 101)).Fault);
        Assert.Equal(EntryFault.TooLong, Read(Question.Email, new string('a', 100_000) + "@example.com").Fault);
        Assert.Equal(EntryFault.NotAName, Read(Question.Name, "4").Fault);
        Assert.Equal(Entry.Doubtful("Anna 333", EntryDoubt.NameWithNumber), Read(Question.Name, "Anna 333"));
        Assert.Equal("D'Angelò Müller-王", Read(Question.Name, "D'Angelò Müller-王").Value);
    }

    [Fact]
    public void No_text_breaks_a_rule_and_a_right_answer_stays_right() =>
        Gen.Select(Gen.Enum<Question>(), Gen.String).Sample((question, text) =>
        {
            var entry = Read(question, text);
            return entry.Value is not { } value || Read(question, value).Value == value;
        });

    private static Entry Read(Question question, string text, string? country = null) => EntryRules.Read(
        question, text, Answers.None with { Country = country is null ? null : new Country(country) }, Everywhere);

    private static void Same(string? expected, EntryFault fault, Entry entry) =>
        Assert.Equal((expected, expected is null ? fault : EntryFault.None), (entry.Value, entry.Fault));
}
