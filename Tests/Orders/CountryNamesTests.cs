using CommerceBot.Catalog;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("UAE", "AE")]
    [InlineData("Emirati Arabi", "AE")]
    [InlineData("emirati arabi uniti", "AE")]
    [InlineData("Hong Kong", "HK")]
    [InlineData("The Philippines", "PH")]
    [InlineData("le Filippine", "PH")]
    [InlineData("Olanda", "NL")]
    [InlineData("paesi bassi", "NL")]
    [InlineData("USA", "US")]
    [InlineData("gli Stati Uniti", "US")]
    [InlineData("Cina", "CN")]
    [InlineData("Corea del Sud", "KR")]
    [InlineData("south korea", "KR")]
    [InlineData("Deutschland", "DE")]
    [InlineData("España", "ES")]
    [InlineData("espana", "ES")]
    [InlineData("Schweiz", "CH")]
    [InlineData("la Suisse", "CH")]
    [InlineData("Österreich", "AT")]
    [InlineData("Allemagne", "DE")]
    [InlineData("Polska", "PL")]
    [InlineData("România", "RO")]
    [InlineData("Ελλάδα", "GR")]
    [InlineData("Россия", "RU")]
    [InlineData("日本", "JP")]
    [InlineData("Repubblica Ceca", "CZ")]
    [InlineData("Cechia", "CZ")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Costa d’Avorio", "CI")]
    [InlineData("kosovo", "XK")]
    [InlineData("fær øer", "FO")]
    [InlineData("Germania", "DE")]
    [InlineData("Germnia", "DE")]
    [InlineData("Grmania", "DE")]
    [InlineData("Geramnia", "DE")]
    [InlineData("Franica", "FR")]
    [InlineData("Portogalo", "PT")]
    [InlineData("Svizera", "CH")]
    [InlineData("🇮🇹", "IT")]
    [InlineData("🇩🇪 Germania", "DE")]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "GB")]
    [InlineData("it", "IT")]
    [InlineData("DEU", "DE")]
    [InlineData("in Francia", "FR")]
    [InlineData("vivo negli Stati Uniti", "US")]
    [InlineData("I live in Germany", "DE")]
    [InlineData("dall'Italia", "IT")]
    [InlineData("the UK", "GB")]
    [InlineData("grazie", null)]
    [InlineData("dell", null)]
    [InlineData("Chna", null)]
    [InlineData("si", null)]
    [InlineData("no", null)]
    [InlineData("Atlantide", null)]
    [InlineData("🍕", null)]
    [InlineData("", null)]
    public void A_country_is_found_by_the_names_that_people_use(string typed, string? expected) =>
        Assert.Equal(expected, CountryNames.Find(typed) is CountryMatch.Found found ? found.Country.Code : null);

    [Theory]
    [InlineData("Inghilterra", "GB-ENG")]
    [InlineData("Scozia", "GB-SCT")]
    [InlineData("scotland", "GB-SCT")]
    [InlineData("il Galles", "GB-WLS")]
    [InlineData("Irlanda del Nord", "GB-NIR")]
    [InlineData("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "GB-WLS")]
    [InlineData("Isole Canarie", "ES-CN")]
    [InlineData("Madeira", "PT-30")]
    [InlineData("Regno Unito", null)]
    public void A_part_of_a_country_is_remembered(string typed, string? part) =>
        Assert.Equal(part, Assert.IsType<CountryMatch.Found>(CountryNames.Find(typed)).Part);

    [Theory]
    [InlineData("Corea", "KP KR")]
    [InlineData("korea", "KP KR")]
    [InlineData("Congo", "CD CG")]
    [InlineData("Austrlia", "AT AU")]
    [InlineData("🇮🇹 Francia", "FR IT")]
    public void What_may_be_two_countries_is_asked(string typed, string expected) => Assert.Equal(
        expected, string.Join(' ', Assert.IsType<CountryMatch.Ambiguous>(CountryNames.Find(typed)).Countries.Select(country =>
            country.Code).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_shop_names_those_of_two_countries_that_it_delivers_to()
    {
        Assert.Equal(Entry.Wrong(EntryFault.AmbiguousCountry, "KP KR"),
            EntryRules.Read(Question.Country, "Corea", Answers.None, Some.Checkout(Some.Courier())));
        Assert.Equal(Entry.Wrong(EntryFault.AmbiguousCountry, "KR"),
            EntryRules.Read(Question.Country, "Corea", Answers.None, Some.Checkout(Some.Courier(490, null, "IT", "KR"))));
        Assert.Equal("FI",
            EntryRules.Read(Question.Country, "Åland", Answers.None, Some.Checkout(Some.Courier(490, null, "IT", "FI"))).Value);
    }

    [Fact]
    public void Every_country_is_found_by_its_names_its_codes_and_its_flag() => Assert.All(CountryTable.Countries, country =>
    {
        var row = CountryTable.Of(country)!;
        foreach (var name in (string[])[row.Italian, row.English, row.Alpha3, .. row.More.Take(3), .. row.Foreign.Take(3)])
            if (name.Length > 0 && CountryNames.Find(name) is not CountryMatch.Ambiguous)
                Assert.Equal(country, Assert.IsType<CountryMatch.Found>(CountryNames.Find(name)).Country);
        var flag = string.Concat(country.Code.Select(letter => char.ConvertFromUtf32(0x1F1E6 + letter - 'A')));
        Assert.Equal(country, Assert.IsType<CountryMatch.Found>(CountryNames.Find(flag)).Country);
    });

    [Fact]
    public void Names_are_shown_in_the_shoppers_language()
    {
        Assert.Equal("Germania", CountryNames.Show(new Country("DE"), Language.Italian));
        Assert.Equal("Germany", CountryNames.Show(new Country("DE"), Language.English));
        Assert.Equal("Hong Kong", CountryNames.Show(new Country("HK"), Language.Italian));
        Assert.Equal("ZZ", CountryNames.Show(new Country("ZZ"), Language.Italian));
    }
}
