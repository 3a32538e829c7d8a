using CommerceBot.Catalog;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class AddressParserTests
{
    [Theory]
    // text | name | street | postcode | city | province | country | rest
    [InlineData("Via Roma 1, 20121 Milano MI", "", "Via Roma 1", "20121", "Milano", "MI", "IT", "")]
    [InlineData("via roma 1 20121 milano", "", "via roma 1", "20121", "milano", "MI", "IT", "")]
    [InlineData("Mario Rossi, via dei mille 4/b int. 3, 00185 Roma (RM), Italia", "Mario Rossi", "via dei mille 4/b int. 3", "00185",
        "Roma", "RM", "IT", "")]
    [InlineData("Mario Rossi\nVia dei Mille, 4\nScala B, piano 2\n00185 Roma RM", "Mario Rossi", "Via dei Mille 4, Scala B, piano 2",
        "00185", "Roma", "RM", "IT", "")]
    [InlineData("Anna Bianchi via Garibaldi 12 - 10121 Torino (TO)", "Anna Bianchi", "via Garibaldi 12", "10121", "Torino", "TO", "IT", "")]
    [InlineData("Corso Italia 5, 40121, Bologna, BO", "", "Corso Italia 5", "40121", "Bologna", "BO", "IT", "")]
    [InlineData("Via Roma 1, Milano", "", "Via Roma 1", "", "Milano", "MI", "IT", "")]
    [InlineData("Via Roma 1 Milano", "", "Via Roma 1", "", "Milano", "MI", "IT", "")]
    [InlineData("Via Castellana 10, 30172 Mestre VE", "", "Via Castellana 10", "30172", "Mestre", "VE", "IT", "")]
    [InlineData("Viale Europa 8, I-39100 Bolzano", "", "Viale Europa 8", "39100", "Bolzano", "BZ", "IT", "")]
    [InlineData("12 Rue de la Paix 75002 Paris France", "", "12 Rue de la Paix", "75002", "Paris", "", "FR", "")]
    [InlineData("12 rue de la Paix, 75002 Paris, FR", "", "12 rue de la Paix", "75002", "Paris", "", "FR", "")]
    [InlineData("Flat 3, 10 High Street, Oxford OX1 4AB, UK", "", "Flat 3, 10 High Street", "OX1 4AB", "Oxford", "", "GB", "")]
    [InlineData("10 High Street, Oxford, ox14ab", "", "10 High Street", "OX1 4AB", "Oxford", "", "GB", "")]
    [InlineData("John Smith\n10 Downing Street\nLondon\nSW1A 2AA\nUnited Kingdom", "John Smith", "10 Downing Street", "SW1A 2AA",
        "London", "", "GB", "")]
    [InlineData("Musterstr. 5, 10115 Berlin, Deutschland", "", "Musterstr. 5", "10115", "Berlin", "", "DE", "")]
    [InlineData("Musterstraße 5a, D-10115 Berlin", "", "Musterstraße 5a", "10115", "Berlin", "", "DE", "")]
    [InlineData("Calle de Alcalá 20, 28014 Madrid, España", "", "Calle de Alcalá 20", "28014", "Madrid", "", "ES", "")]
    [InlineData("Herengracht 500, 1017 CB Amsterdam", "", "Herengracht 500", "1017 CB", "Amsterdam", "", "NL", "")]
    [InlineData("350 Fifth Avenue, New York, NY 10118, USA", "", "350 Fifth Avenue", "10118", "New York", "NY", "US", "")]
    [InlineData("Drottninggatan 1, 111 51 Stockholm, Sweden", "", "Drottninggatan 1", "111 51", "Stockholm", "", "SE", "")]
    [InlineData("ul. Marszałkowska 10, 00-590 Warszawa, Polska", "", "ul. Marszałkowska 10", "00-590", "Warszawa", "", "PL", "")]
    [InlineData("Bahnhofstrasse 1234, 8001 Zürich, Svizzera", "", "Bahnhofstrasse 1234", "8001", "Zürich", "", "CH", "")]
    [InlineData("Via Ca' Bartolo 3, 47890 San Marino", "", "Via Ca' Bartolo 3", "47890", "San Marino", "", "SM", "")]
    [InlineData("Strada Statale 16 km 12, 70017 Putignano (BA)", "", "Strada Statale 16 km 12", "70017", "Putignano", "BA", "IT", "")]
    [InlineData("Vasagatan 1, SE-111 20 Stockholm", "", "Vasagatan 1", "111 20", "Stockholm", "", "SE", "")]
    [InlineData("Rue de Rivoli 1, F-75001 Paris", "", "Rue de Rivoli 1", "75001", "Paris", "", "FR", "")]
    [InlineData("mi chiamo Anna Bianchi e abito in via Roma 1 a Milano", "Anna Bianchi", "via Roma 1", "", "Milano", "MI", "IT", "")]
    [InlineData("3M Italia, Via Pergolesi 25, 20124 Milano MI", "3M Italia", "Via Pergolesi 25", "20124", "Milano", "MI", "IT", "")]
    [InlineData("12, Via Roma, 20121, Milano, MI, Italia", "", "12, Via Roma", "20121", "Milano", "MI", "IT", "")]
    [InlineData("Via Roma 1 - Milano - 20121 - MI", "", "Via Roma 1", "20121", "Milano", "MI", "IT", "")]
    [InlineData("1 Main Street, Dublin, Ireland", "", "1 Main Street", "", "Dublin", "", "IE", "")]
    [InlineData("Via Roma 1, 20121 Milano, anna@example.com, 333 1234567", "", "Via Roma 1", "20121", "Milano", "MI", "IT",
        "anna@example.com, 333 1234567")]
    public void A_whole_address_is_taken_apart(
        string text, string name, string street, string postcode, string city, string province, string country, string rest)
    {
        var found = AddressParser.Parse(text, Some.Italy, Language.Italian);
        Assert.Equal(
            (name, street, postcode, city, province, country, rest),
            (found.Name ?? "", found.Street ?? "", found.Postcode ?? "", found.City ?? "", found.Province ?? "", found.Country?.Code
                ?? "", found.Rest ?? ""));
        Assert.True(found.IsAddress);
    }

    [Fact]
    public void Without_a_country_a_foreign_address_is_not_said_to_be_Italian()
    {
        var found = AddressParser.Parse("Musterstr. 5, 10115 Berlin", Some.Italy, Language.Italian);
        Assert.Equal(("Musterstr. 5", "10115", "Berlin", null), (found.Street, found.Postcode, found.City, found.Country));
    }

    [Theory]
    [InlineData("Hauptstrasse 1234, Wien, Austria", "Hauptstrasse 1234", null, "Wien")]
    [InlineData("Bahnhofstrasse 1234, Svizzera", "Bahnhofstrasse 1234", null, null)]
    [InlineData("Nordre gate 7011, 7011 Trondheim, Norvegia", "Nordre gate 7011", "7011", "Trondheim")]
    public void A_house_number_of_four_digits_is_no_postcode(string text, string street, string? postcode, string? city)
    {
        var found = AddressParser.Parse(text, Some.Italy, Language.Italian);
        Assert.Equal((street, postcode, city), (found.Street, found.Postcode, found.City));
    }

    [Theory]
    [InlineData("vorrei due tazze rosse")]
    [InlineData("Milano")]
    [InlineData("Mario Rossi")]
    [InlineData("quanto costa la spedizione?")]
    [InlineData("333 1234567")]
    [InlineData("20121")]
    [InlineData("")]
    public void What_is_no_address_is_not_made_into_one(string text) =>
        Assert.False(AddressParser.Parse(text, Some.Italy, Language.Italian).IsAddress);

    [Fact]
    public void A_confirmed_address_fills_the_draft()
    {
        var terms = Some.Checkout(Some.Courier());
        var found = AddressParser.Parse("Mario Rossi, via dei mille 4/b int. 3, 00185 Roma (RM), Italia", new Country("FR"),
            Language.Italian);
        var answers = CheckoutDraft.Empty(Some.Anna).Fill(found, terms).Answers;

        Assert.Equal(
            new Address("Mario Rossi", "via dei mille 4/b int. 3", "00185", "Roma", Some.Italy) { Province = "RM" }, answers.AsAddress());
    }

    [Fact]
    public void No_text_breaks_the_parser_and_every_found_field_passes_its_rule()
    {
        var terms = Some.Checkout(Some.Courier());
        string[] words = ["Via", "Roma", "1", "20121", "Milano", "MI", ",", "\n", "UK", "SW1A 1AA", "(RM)", "int. 3", "Francia", "-",
            "75002", "Anna", "Rossi", "🇮🇹", "?", "c/o"];
        var texts = Gen.Int[0, words.Length - 1].Select(at => words[at]).Array[0, 14].Select(some => string.Join(' ', some));
        Gen.OneOf(texts, Gen.String).Sample(text =>
        {
            var found = AddressParser.Parse(text, Some.Italy, Language.Italian);
            var answers = Answers.None with { Country = found.Country ?? Some.Italy };
            return found.Fields.All(field => EntryRules.Read(field.Question, field.Text, answers, terms).Value is not null);
        });
    }
}
