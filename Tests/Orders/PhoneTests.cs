using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class PhoneTests
{
    private static readonly CheckoutTerms Everywhere = Some.Checkout(Some.Courier());

    [Theory]
    [InlineData("FR", "06 12 34 56 78", "+33612345678")]
    [InlineData("NL", "06 12345678", "+31612345678")]
    [InlineData("BE", "0470 12 34 56", "+32470123456")]
    [InlineData("AT", "0664 1234567", "+436641234567")]
    [InlineData("IE", "085 012 3456", "+353850123456")]
    [InlineData("CH", "079 123 45 67", "+41791234567")]
    [InlineData("SE", "070-123 45 67", "+46701234567")]
    [InlineData("DE", "0170 1234567", "+491701234567")]
    [InlineData("SM", "333 1234567", "+393331234567")]
    [InlineData("LI", "079 123 45 67", "+41791234567")]
    [InlineData("US", "0039 333 1234567", "+393331234567")]
    [InlineData("IT", "+0039 333 1234567", "+393331234567")]
    [InlineData("IT", "+39 (0) 333 1234567", "+393331234567")]
    [InlineData("IT", "+39 (0)2 1234 5678", "+390212345678")]
    [InlineData("GB", "+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("IT", "39 333 1234567", "+393331234567")]
    [InlineData("IT", "cell. 333 1234567", "+393331234567")]
    [InlineData("IT", "333 1234567 (ore pasti)", "+393331234567")]
    [InlineData("IT", "02 1234 5678 int. 12", "+390212345678")]
    [InlineData("IT", "02 1234 5678 interno 12", "+390212345678")]
    [InlineData("GB", "020 7946 0958 ext 44", "+442079460958")]
    public void A_number_is_read_in_its_country(string country, string typed, string expected) =>
        Assert.Equal(Entry.Right(expected), Read(typed, country));

    [Theory]
    [InlineData("IT", "899 123456")]
    [InlineData("IT", "848 123456")]
    [InlineData("IT", "800 123456")]
    [InlineData("IT", "333 12345678")]
    [InlineData("DE", "0900 1234567")]
    [InlineData("GB", "0845 1234567")]
    [InlineData("US", "800 555 1234")]
    public void A_number_that_no_courier_can_call_is_refused_with_its_reason(string country, string typed)
    {
        var entry = Read(typed, country);
        Assert.Equal(EntryFault.PhoneIsAService, entry.Fault);
        Assert.NotNull(entry.Example);
    }

    [Fact]
    public void An_extension_is_not_lost_to_whoever_asks_for_it()
    {
        Assert.Equal("12", PhoneRule.Extension("02 1234 5678 interno 12", Some.Italy));
        Assert.Null(PhoneRule.Extension("02 1234 5678", Some.Italy));
    }

    [Fact]
    public void An_Italian_mobile_with_nine_digits_is_asked_again_and_then_taken()
    {
        var draft = CheckoutDraft.Empty(Some.Anna);
        var doubtful = Assert.IsType<CheckoutDraftChange.Doubtful>(draft.Answer(Question.Phone, "333 123456", Everywhere, Doubts.Asked));
        Assert.Equal((EntryDoubt.PhoneLength, "+39333123456"), (doubtful.Doubt, doubtful.Value));
        Assert.Null(doubtful.Draft.Answers.Phone);

        var again = Assert.IsType<CheckoutDraftChange.Accepted>(
            doubtful.Draft.Answer(Question.Phone, "+39 333123456", Everywhere, Doubts.Asked));
        Assert.Equal("+39333123456", again.Draft.Answers.Phone);
        Assert.Null(again.Draft.Doubted);

        Assert.Equal(
            "+393331234567", Assert
                .IsType<CheckoutDraftChange.Accepted>(doubtful.Draft.Answer(Question.Phone, "333 1234567", Everywhere, Doubts.Asked))
                .Draft.Answers.Phone);
        Assert.IsType<CheckoutDraftChange.Doubtful>(doubtful.Draft.Answer(Question.Phone, "333 654321", Everywhere, Doubts.Asked));
    }

    [Theory]
    [InlineData("06 12 34 56 78", "FR", "+33612345678")]
    [InlineData("333 1234567", "FR", "+393331234567")]
    [InlineData("+39 06 12345678", "FR", "+390612345678")]
    [InlineData("0170 1234567", "DE", "+491701234567")]
    public void A_number_that_came_before_the_country_is_read_again_in_it(string typed, string country, string expected)
    {
        var terms = Some.Checkout(Some.Courier(490, null, "IT", country));
        var phone = Accepted(CheckoutDraft.Empty(Some.Anna).Answer(Question.Phone, typed, terms));
        Assert.Equal(expected, Accepted(phone.Answer(Question.Country, country, terms)).Answers.Phone);
    }

    [Fact]
    public void A_number_that_came_after_the_country_stays_when_the_address_moves()
    {
        var terms = Some.Checkout(Some.Courier(490, null, "IT", "FR"));
        var home = Accepted(CheckoutDraft.Empty(Some.Anna).Answer(Question.Country, "Italia", terms));
        var phone = Accepted(home.Answer(Question.Phone, "06 1234 5678", terms));
        Assert.Equal("+390612345678", Accepted(phone.Answer(Question.Country, "Francia", terms)).Answers.Phone);
    }

    private static CheckoutDraft Accepted(CheckoutDraftChange change) => Assert.IsType<CheckoutDraftChange.Accepted>(change).Draft;

    private static Entry Read(string text, string country) =>
        EntryRules.Read(Question.Phone, text, Answers.None with { Country = new Country(country) }, Everywhere);
}
