using CommerceBot.Catalog;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class TerritoryTests
{
    [Theory]
    [InlineData("IT", "20121", "IT", "IT", true, CustomsNote.None)]
    [InlineData("IT", "23041", "IT-LIVIGNO", "IT", false, CustomsNote.Export)]
    [InlineData("IT", "I-23030", "IT-LIVIGNO", "IT", false, CustomsNote.Export)]
    [InlineData("IT", "22061", "IT-CAMPIONE", "IT", false, CustomsNote.VatBorder)]
    [InlineData("IT", "22060", "IT-CAMPIONE", "IT", false, CustomsNote.VatBorder)]
    [InlineData("IT", "47890", "SM", "SM", false, CustomsNote.CustomsUnion)]
    [InlineData("IT", "47899", "SM", "SM", false, CustomsNote.CustomsUnion)]
    [InlineData("IT", "47900", "IT", "IT", true, CustomsNote.None)]
    [InlineData("SM", "47891", "SM", "SM", false, CustomsNote.CustomsUnion)]
    [InlineData("IT", "00120", "VA", "VA", false, CustomsNote.Export)]
    [InlineData("ES", "35001", "ES-CN", "ES", false, CustomsNote.VatBorder)]
    [InlineData("ES", "38670", "ES-CN", "ES", false, CustomsNote.VatBorder)]
    [InlineData("ES", "51001", "ES-CE", "ES", false, CustomsNote.Export)]
    [InlineData("ES", "52006", "ES-ML", "ES", false, CustomsNote.Export)]
    [InlineData("ES", "28013", "ES", "ES", true, CustomsNote.None)]
    [InlineData("FR", "98000", "MC", "MC", true, CustomsNote.None)]
    [InlineData("FR", "97110", "GP", "GP", false, CustomsNote.VatBorder)]
    [InlineData("FR", "97133", "BL", "BL", false, CustomsNote.Export)]
    [InlineData("FR", "97150", "MF", "MF", false, CustomsNote.VatBorder)]
    [InlineData("FR", "97400", "RE", "RE", false, CustomsNote.VatBorder)]
    [InlineData("FR", "98713", "PF", "PF", false, CustomsNote.Export)]
    [InlineData("FR", "20090", "FR-20R", "FR", true, CustomsNote.None)]
    [InlineData("DE", "78266", "DE-BUESINGEN", "DE", false, CustomsNote.Export)]
    [InlineData("DE", "27498", "DE-HELGOLAND", "DE", false, CustomsNote.Export)]
    [InlineData("FI", "22100", "AX", "FI", false, CustomsNote.VatBorder)]
    [InlineData("AX", "22100", "AX", "FI", false, CustomsNote.VatBorder)]
    [InlineData("GB", "BT1 5GS", "GB-NIR", "GB", true, CustomsNote.NorthernIreland)]
    [InlineData("GB", "B1 1AA", "GB", "GB", false, CustomsNote.Export)]
    [InlineData("GB", "je2 3ab", "JE", "JE", false, CustomsNote.Export)]
    [InlineData("GB", "GY1 1AA", "GG", "GG", false, CustomsNote.Export)]
    [InlineData("GB", "IM1 1AA", "IM", "IM", false, CustomsNote.Export)]
    [InlineData("GR", "630 86", "GR-69", "GR", false, CustomsNote.VatBorder)]
    [InlineData("PT", "9000-018", "PT-30", "PT", true, CustomsNote.None)]
    [InlineData("PT", "9500-010", "PT-20", "PT", true, CustomsNote.None)]
    [InlineData("NO", "9170", "SJ", "SJ", false, CustomsNote.Export)]
    [InlineData("DK", "3900", "GL", "GL", false, CustomsNote.Export)]
    [InlineData("DK", "FO-100", "FO", "FO", false, CustomsNote.Export)]
    [InlineData("CH", "9490", "LI", "LI", false, CustomsNote.Export)]
    [InlineData("US", "00901", "PR", "PR", false, CustomsNote.Export)]
    public void A_place_is_what_it_is_for_delivery_and_vat(string country, string postcode, string code, string delivery, bool vat,
        CustomsNote note)
    {
        var territory = Territory.Of(new Country(country), postcode);
        Assert.Equal((code, delivery, vat, note), (territory.Code, territory.Delivery.Code, territory.InVatArea, territory.Note));
    }

    [Fact]
    public void Madeira_and_the_Azores_have_rates_of_their_own() =>
        Assert.All(["9000-018", "9700-001"], postcode => Assert.Equal(VatArea.OwnRates, Territory.Of(new Country("PT"), postcode).Vat));

    [Theory]
    [InlineData("23030", "Livigno", "IT-LIVIGNO")]
    [InlineData("23030", "Valdisotto", "IT")]
    [InlineData("22060", "campione d’Italia", "IT-CAMPIONE")]
    [InlineData("22060", "Cabiate", "IT")]
    public void Neighbours_who_share_an_old_postcode_are_told_apart_by_their_town(string postcode, string city, string code) =>
        Assert.Equal(code, Territory.Of(Some.Italy, postcode, city).Code);

    [Fact]
    public void Every_territory_has_two_names_and_a_country_that_exists() => Assert.All(TerritoryTable.All, territory =>
    {
        Assert.NotEmpty(territory.Name(Language.Italian));
        Assert.NotEmpty(territory.Name(Language.English));
        Assert.True(CountryNames.Exists(territory.Delivery.Code));
        Assert.True(CountryNames.Exists(territory.Code[..2]));
    });

    [Fact]
    public void Where_the_shop_does_not_deliver_a_postcode_of_the_country_beside_it_is_refused()
    {
        var answers = Answers.None with { Country = Some.Italy };
        Assert.Equal(Entry.Wrong(EntryFault.NotDeliveredThere, "SM"),
            EntryRules.Read(Question.Postcode, "47890", answers, Some.Checkout()));
        Assert.Equal("47890",
            EntryRules.Read(Question.Postcode, "47890", answers, Some.Checkout(Some.Courier(490, null, "IT", "SM"))).Value);
    }

    [Fact]
    public void San_Marino_typed_under_Italy_becomes_San_Marino()
    {
        var terms = Some.Checkout(Some.Courier(490, null, "IT", "SM"));
        var draft = CheckoutDraft.Empty(Some.Anna) with { Answers = Answers.None with { Country = Some.Italy } };
        var answers = Assert.IsType<CheckoutDraftChange.Accepted>(draft.Answer(Question.Postcode, "47890", terms)).Draft.Answers;

        Assert.Equal(("SM", "47890", "SM"), (answers.Country?.Code, answers.Postcode, answers.Territory?.Code));
    }
}
