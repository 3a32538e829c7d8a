using CommerceBot.Recognition;
using Xunit;

namespace CommerceBot.Tests.Recognition;

/// <summary>People ask for two things in one breath.</summary>
public sealed class TwoIntentsTests
{
    [Theory]
    [InlineData("it", "aggiungi tre saponi al carrello e poi fammi vedere il carrello", Intent.CartAdd, Intent.CartShow)]
    [InlineData("it", "quanto costa la spedizione? e poi avete candele?", Intent.DeliveryInfo, Intent.Search)]
    [InlineData("it", "togli il cuscino dal carrello, poi voglio pagare", Intent.CartRemove, Intent.Checkout)]
    [InlineData("en", "add three soaps to my basket and then show me my basket", Intent.CartAdd, Intent.CartShow)]
    [InlineData("en", "how much is delivery? and do you sell candles?", Intent.DeliveryInfo, Intent.Search)]
    [InlineData("en", "take the cushion out of my basket, then i want to check out", Intent.CartRemove, Intent.Checkout)]
    public void Both_are_understood_in_their_order(string language, string text, Intent first, Intent second)
    {
        var answer = Recognizers.Recognize(text, language);
        Assert.Equal((first, second), (answer.TopIntent, answer.Second?.Intent));
    }

    [Theory]
    [InlineData("it", "fammi vedere le tazze e poi voglio parlare con un operatore", Intent.Person, Intent.Search)]
    [InlineData("en", "show me the mugs and then i want to talk to a human", Intent.Person, Intent.Search)]
    public void A_request_for_a_person_does_not_wait(string language, string text, Intent first, Intent second)
    {
        var answer = Recognizers.Recognize(text, language);
        Assert.Equal((first, second), (answer.TopIntent, answer.Second?.Intent));
    }

    [Theory]
    [InlineData("it", "avete tazze e piattini?")]
    [InlineData("it", "cerco una candela rossa, profumata e grande")]
    [InlineData("it", "ciao, vorrei vedere le tovaglie")]
    [InlineData("en", "do you have cups and saucers?")]
    [InlineData("en", "looking for a candle, red, scented and big")]
    [InlineData("en", "hi, i would like to see tablecloths")]
    public void One_intent_with_a_comma_stays_one(string language, string text)
    {
        var answer = Recognizers.Recognize(text, language);
        Assert.Equal(Intent.Search, answer.TopIntent);
        Assert.Null(answer.Second);
    }

    [Fact]
    public void Of_two_intents_the_entities_are_those_of_the_first()
    {
        var answer = Recognizers.Recognize("aggiungi tre saponi al carrello e poi fammi vedere il carrello");
        Assert.Equal(("saponi", 3), (answer.Entities.Query, answer.Entities.Quantity));
    }
}
