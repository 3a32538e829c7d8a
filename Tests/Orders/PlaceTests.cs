using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class PlaceTests
{
    private static readonly CheckoutTerms Everywhere = Some.Checkout(Some.Courier());

    [Theory]
    [InlineData("20121", "Milano", true)]
    [InlineData("20121", "milan", true)]
    [InlineData("20100", "Milano", true)]
    [InlineData("20121", "Roma", false)]
    [InlineData("00185", "Roma", true)]
    [InlineData("00010", "Roma", false)]
    [InlineData("20010", "Milano", false)]
    [InlineData("20121", "Rho", false)]
    [InlineData("20017", "Rho", true)]
    [InlineData("10121", "Torino", true)]
    [InlineData("80121", "Torino", false)]
    [InlineData("42121", "Reggio Emilia", true)]
    [InlineData("89121", "Reggio Emilia", false)]
    [InlineData("89121", "Reggio Calabria", true)]
    [InlineData("39100", "Bozen", true)]
    [InlineData("67100", "L’Aquila", true)]
    [InlineData("73050", "Salve", true)]
    [InlineData("20121", "Salve", false)]
    [InlineData("30172", "Mestre", null)]
    public void A_city_and_a_postcode_fit_or_not(string postcode, string city, bool? expected) =>
        Assert.Equal(expected, ItalianPlaces.Fits(postcode, city));

    [Fact]
    public void A_city_that_the_postcode_contradicts_is_asked_once_and_then_taken()
    {
        var draft = CheckoutDraft.Empty(Some.Anna) with { Answers = Answers.None with { Country = Some.Italy, Postcode = "20121" } };
        var doubtful = Assert.IsType<CheckoutDraftChange.Doubtful>(draft.Answer(Question.City, "Roma", Everywhere, Doubts.Asked));
        Assert.Equal((EntryDoubt.CityOfAnotherPostcode, "Milano"), (doubtful.Doubt, doubtful.Suggestion));

        Assert.Equal("Roma", Assert.IsType<CheckoutDraftChange.Accepted>(doubtful.Draft.Answer(Question.City,
            "ROMA".ToLowerInvariant().Replace('r', 'R'), Everywhere, Doubts.Asked)).Draft.Answers.City);
        Assert.Equal("Roma", doubtful.Draft.AcceptDoubted(Everywhere).Answers.City);
        Assert.IsType<CheckoutDraftChange.Accepted>(draft.Answer(Question.City, "Roma", Everywhere));
    }

    [Fact]
    public void A_postcode_that_the_city_contradicts_is_asked_once()
    {
        var draft = CheckoutDraft.Empty(Some.Anna) with { Answers = Answers.None with { Country = Some.Italy, City = "Roma" } };
        var doubtful = Assert.IsType<CheckoutDraftChange.Doubtful>(draft.Answer(Question.Postcode, "20121", Everywhere, Doubts.Asked));
        Assert.Equal((EntryDoubt.PostcodeOfAnotherCity, "00118-00199"), (doubtful.Doubt, doubtful.Suggestion));
    }

    [Theory]
    [InlineData("Milano MI", "20121", "Milano", "MI")]
    [InlineData("Roma (RM)", "00185", "Roma", "RM")]
    [InlineData("milano", "20121", "milano", "MI")]
    [InlineData("20121 Milano", "20121", "Milano", "MI")]
    [InlineData("Mestre (VE)", "30172", "Mestre", "VE")]
    [InlineData("Mestre", "30172", "Mestre", "VE")]
    [InlineData("Samone", "10010", "Samone", "TO")]
    [InlineData("Samone", "38059", "Samone", "TN")]
    public void A_town_brings_its_province(string typed, string postcode, string town, string? province)
    {
        var draft = CheckoutDraft.Empty(Some.Anna) with { Answers = Answers.None with { Country = Some.Italy, Postcode = postcode } };
        var answers = Assert.IsType<CheckoutDraftChange.Accepted>(draft.Answer(Question.City, typed, Everywhere)).Draft.Answers;
        Assert.Equal((town, province), (answers.City, answers.Province));
        Assert.Null((draft with { Answers = answers }).Clear(Question.City).Answers.Province);
    }

    [Theory]
    [InlineData("RM", "RM")]
    [InlineData("roma", "RM")]
    [InlineData("prov. di Milano", "MI")]
    [InlineData("Reggio Emilia", "RE")]
    [InlineData("(NA)", "NA")]
    [InlineData("PS", "PU")]
    [InlineData("OT", "OT")]
    [InlineData("SU", "SU")]
    [InlineData("Medio Campidano", "VS")]
    [InlineData("XX", null)]
    public void A_province_is_known_by_code_and_name_old_and_new(string typed, string? expected)
    {
        var entry = EntryRules.Read(Question.Province, typed, Answers.None with { Country = Some.Italy }, Everywhere);
        Assert.Equal((expected, expected is null ? EntryFault.NotAProvince : EntryFault.None), (entry.Value, entry.Fault));
    }

    [Fact]
    public void Italy_has_its_provinces_each_with_postcodes_and_towns()
    {
        Assert.Equal(111, ItalianPlaces.Provinces.Count);
        Assert.All(ItalianPlaces.Provinces, province =>
        {
            Assert.NotEmpty(province.Prefixes);
            Assert.All(province.Prefixes, prefix => Assert.Equal(3, prefix.Length));
            Assert.All(province.Capitals, capital => Assert.NotEmpty(ItalianPlaces.ProvincesOfTown(capital)));
        });
    }

    [Theory]
    [InlineData("Via Roma 1", EntryDoubt.None)]
    [InlineData("Via Roma", EntryDoubt.NoHouseNumber)]
    [InlineData("Via 25 Aprile", EntryDoubt.NoHouseNumber)]
    [InlineData("Via XX Settembre", EntryDoubt.NoHouseNumber)]
    [InlineData("Via IV Novembre 12/b", EntryDoubt.None)]
    [InlineData("Rue du 8 Mai 1945", EntryDoubt.NoHouseNumber)]
    [InlineData("3 rue du 8 Mai 1945", EntryDoubt.None)]
    [InlineData("5th Avenue", EntryDoubt.NoHouseNumber)]
    [InlineData("350 5th Avenue", EntryDoubt.None)]
    [InlineData("Via Roma snc", EntryDoubt.None)]
    [InlineData("Località Poggio s.n.c.", EntryDoubt.None)]
    [InlineData("Via dei Pini, senza numero", EntryDoubt.None)]
    [InlineData("P.O. Box Central", EntryDoubt.None)]
    [InlineData("Casella postale Centro", EntryDoubt.None)]
    [InlineData("Postfach 12", EntryDoubt.None)]
    [InlineData("milano", EntryDoubt.StreetIsTheCity)]
    [InlineData("The Old Rectory", EntryDoubt.NoHouseNumber)]
    public void A_street_without_a_number_is_doubtful(string typed, EntryDoubt doubt)
    {
        var entry = EntryRules.Read(Question.Street, typed, Answers.None with { City = "Milano" }, Everywhere);
        Assert.Equal((typed, doubt), (entry.Value, entry.Doubt));
    }

    [Theory]
    [InlineData(Question.Name, "quanto costa la spedizione?", EntryFault.IsAQuestion)]
    [InlineData(Question.Street, "quanto costa la spedizione", EntryFault.IsAQuestion)]
    [InlineData(Question.City, "how much is shipping", EntryFault.IsAQuestion)]
    [InlineData(Question.Street, "C'è il reso gratuito", EntryFault.IsAQuestion)]
    [InlineData(Question.Name, "anna@example.com", EntryFault.IsAnEmail)]
    [InlineData(Question.Street, "scrivimi a anna@example.com", EntryFault.IsAnEmail)]
    [InlineData(Question.Name, "+39 333 1234567", EntryFault.IsAPhone)]
    [InlineData(Question.City, "tel. 333 1234567", EntryFault.IsAPhone)]
    [InlineData(Question.Name, "www.example.com", EntryFault.NotAName)]
    [InlineData(Question.Street, "https://example.com/x", EntryFault.NotAStreet)]
    [InlineData(Question.Name, "12", EntryFault.NotAName)]
    [InlineData(Question.City, "20121", EntryFault.NotACity)]
    [InlineData(Question.Street, "12", EntryFault.NotAStreet)]
    [InlineData(Question.Street, "12/b", EntryFault.NotAStreet)]
    [InlineData(Question.Street, "n. 12", EntryFault.NotAStreet)]
    [InlineData(Question.Name, "😀", EntryFault.NotAName)]
    [InlineData(Question.CourierNote, "guarda https://example.com", EntryFault.NotANote)]
    public void What_is_no_answer_is_refused_with_its_reason(Question question, string typed, EntryFault fault) =>
        Assert.Equal(fault, EntryRules.Read(question, typed, Answers.None, Everywhere).Fault);

    [Theory]
    [InlineData(Question.Name, "3M Italia")]
    [InlineData(Question.Name, "Dove Cameron")]
    [InlineData(Question.Name, "Chi Ming Lee")]
    [InlineData(Question.Name, "C. E. Rossi")]
    [InlineData(Question.Name, "Booking.com")]
    [InlineData(Question.Name, "王伟")]
    [InlineData(Question.City, "Salve")]
    [InlineData(Question.City, "Y")]
    [InlineData(Question.City, "Å")]
    [InlineData(Question.City, "Como")]
    [InlineData(Question.Street, "Q7, 24")]
    [InlineData(Question.CourierNote, "Citofono Bianchi, 3° piano; dopo le 18!")]
    public void Odd_names_are_names(Question question, string typed) =>
        Assert.Equal(Entry.Right(typed), EntryRules.Read(question, typed, Answers.None, Everywhere));

    [Fact]
    public void A_note_has_room_for_two_hundred_signs()
    {
        Assert.Equal(EntryFault.TooLong, EntryRules.Read(Question.CourierNote, new string('a', 201), Answers.None, Everywhere).Fault);
        Assert.Equal(200, EntryRules.Read(Question.CourierNote, new string('a', 200), Answers.None, Everywhere).Value?.Length);
    }
}
