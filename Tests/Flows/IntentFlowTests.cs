using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What people write in their own words, fresh and in the middle of a checkout.</summary>
public sealed class IntentFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Theory]
    [InlineData("vorrei parlare con una persona", "ti risponde una persona del negozio")]
    [InlineData("posso parlare con un operatore in carne e ossa?", "ti risponde una persona del negozio")]
    [InlineData("quanto costa la spedizione?", "Consegniamo così")]
    [InlineData("spedite anche in Sardegna e quanto ci mettete?", "Consegniamo così")]
    [InlineData("mi serve la fattura con partita iva", "partita IVA")]
    [InlineData("posso pagare con un bonifico?", "pagina sicura di Stripe")]
    [InlineData("come faccio a rendere la tovaglia?", "14 giorni")]
    [InlineData("il mortaio è arrivato rotto", "Mi dispiace che sia arrivato rotto")]
    [InlineData("è una vergogna, aspetto da due settimane", "Mi dispiace")]
    [InlineData("non scrivetemi più", "Ti scrivo solo per i tuoi ordini")]
    [InlineData("fate pacchetti regalo?", "Sì, gratis")]
    [InlineData("a che ora aprite domani?", "dal lunedì al venerdì")]
    public Task A_want_is_answered_and_never_with_a_product(string sentence, string answer) => shop.PlayAsync($"""
        lia enters: Lia Neri, it_IT
        lia says: {sentence}
        bot later: {answer}
        """);

    [Theory]
    [InlineData("i'd like to talk to a real person please", "a person from the shop will answer you")]
    [InlineData("how much is shipping to ireland?", "This is how we deliver")]
    [InlineData("can i send the tablecloth back?", "14 days")]
    [InlineData("the vase arrived cracked", "sorry that it arrived broken")]
    [InlineData("do you take paypal", "Stripe's secure page")]
    [InlineData("stop messaging me", "only write to you about your orders")]
    public Task A_want_in_English_is_answered_and_never_with_a_product(string sentence, string answer) => shop.PlayAsync($"""
        mo enters: Mo Byrne, en_IE
        mo says: {sentence}
        bot later: {answer}
        """);

    [Theory]
    [InlineData("rita", "quanto costa la spedizione?")]
    [InlineData("rina", "ma in quanto tempo arriva il pacco?")]
    public Task A_question_in_the_middle_of_a_checkout_is_answered_and_the_open_one_asked_again(string who, string question) => shop.PlayAsync($"""
        {who} enters: Rita Gallo, it_IT
        {who} says: pesto
        {who} taps: Compra ora on Pesto
        {who} says: rita@example.com
        {who} says: 333 123 4567
        {who} says: {question}
        bot later: Consegniamo così
        bot: Nome e cognome
        {who} says: Rita Gallo
        bot later: In quale paese consegniamo
        """);

    [Fact]
    public Task A_town_that_is_called_as_a_greeting_can_be_given() => shop.PlayAsync("""
        sara enters: Sara Conte, it_IT
        sara says: pesto
        sara taps: Compra ora on Pesto
        sara says: sara@example.com
        sara says: 333 123 4567
        sara says: Sara Conte
        sara says: Italia
        sara says: 73050
        sara says: Salve
        bot later: «Salve»
        sara says: Salve
        bot later: Via e numero civico
        """);

    [Fact]
    public Task A_sentence_cancels_nothing_by_itself() => shop.PlayAsync("""
        dora enters: Dora Mazza, it_IT
        dora says: voglio annullare il mio ordine
        bot later: Non hai ancora ordini
        """);

    [Fact]
    public Task A_whole_address_in_one_message_is_read_and_shown() => shop.PlayAsync("""
        nico enters: Nico Serra, it_IT
        nico says: pesto
        nico taps: Compra ora on Pesto
        nico says: nico@example.com
        nico says: 333 123 4567
        nico says: Nico Serra
        nico says: Via Roma 1, 20121 Milano MI
        bot later: Ho letto: * Milano * Via Roma 1
        """);

    [Fact]
    public Task Goods_go_into_the_cart_by_a_sentence_and_the_second_wish_is_met_too() => shop.PlayAsync("""
        gino enters: Gino Rota, it_IT
        gino says: prendo due vasetti di pesto e poi fammi vedere il carrello
        bot later: Pesto
        """);
}
