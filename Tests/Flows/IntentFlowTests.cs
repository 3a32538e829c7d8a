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
    [InlineData("it_IT", "la moka va in lavastoviglie?", "No. Moka in alluminio")]
    [InlineData("it_IT", "di che materiale è la teiera", "Teiera in gres")]
    [InlineData("it_IT", "quanto è grande il quaderno", "Taccuino rilegato a mano")]
    [InlineData("en_IE", "is the moka dishwasher safe", "Aluminium moka pot")]
    [InlineData("en_IE", "can the tablecloth be machine washed?", "tablecloth")]
    public Task A_question_about_a_product_is_answered_of_the_one_it_names_and_of_no_other(string locale, string question, string answer) =>
        shop.PlayAsync($"""
            {locale} enters: Ida Neri, {locale}
            {locale} says: {(locale == "it_IT" ? "i cantucci contengono glutine?" : "do the cantucci contain gluten?")}
            bot later: Cantucci
            {locale} says: {question}
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
    [InlineData("it_IT", "cantucci", "Ecco cosa ho trovato per «cantucci»")]
    [InlineData("it_IT", "inchiostro", "«inchiostro»")]
    [InlineData("en_IE", "cantucci", "Here is what I found for \"cantucci\"")]
    public Task The_bare_name_of_a_thing_is_looked_for(string locale, string name, string answer) => shop.PlayAsync($"""
        {locale}-{name} enters: Ada Neri, {locale}
        {locale}-{name} says: {name}
        bot later: {answer}
        """);

    [Theory]
    [InlineData("it_IT", "cerco una teiera", "va in lavastoviglie?", "Teiera in gres")]
    [InlineData("it_IT", "cerco una teiera", "vorrei comprare la teiera", "Teiera in gres: scegli colore")]
    [InlineData("it_IT", "cerco un plaid", "ok, la compro", "Ottima scelta: Plaid in lana merino")]
    [InlineData("it_IT", "cerco dei piatti", "ok, li compro", "carrello è vuoto")]
    [InlineData("it_IT", "cerco delle tazze", "e sotto i 20?", "Ecco cosa ho trovato per «delle tazze e sotto i 20»")]
    [InlineData("it_IT", "candele", "metti 2 moke nel carello", "Moka in alluminio: scegli formato")]
    [InlineData("en_IE", "i'm looking for a teapot", "and what is it made of?", "Stoneware teapot")]
    [InlineData("en_IE", "show me knives", "the cheapest", "Cook's knife")]
    [InlineData("en_IE", "candles", "i'll buy the chef's knife", "Cook's knife, 20 cm")]
    public Task What_was_just_shown_is_what_is_spoken_of(string locale, string first, string then, string answer)
    {
        var who = $"{locale}-{Math.Abs(string.GetHashCode(then, StringComparison.Ordinal) % 1_000_000)}";
        return shop.PlayAsync($"""
            {who} enters: Ugo Neri, {locale}
            {who} says: {first}
            {who} says: {then}
            bot later: {answer}
            """);
    }

    [Theory]
    [InlineData("it_IT", "mi fate un pacchetto regalo?", "Sì, gratis")]
    [InlineData("en_IE", "do i have to have an account?", "No: you buy here in the chat")]
    public Task The_merchants_answer_to_another_wording_is_found(string locale, string question, string answer) => shop.PlayAsync($"""
        gift-{locale} enters: Ida Neri, {locale}
        gift-{locale} says: {question}
        bot later: {answer}
        """);

    [Fact]
    public async Task A_word_with_a_hyphen_is_no_second_intent_and_a_question_is_answered_once()
    {
        var chat = await Chat.OpenAsync(shop.Now, "hyphen", "Nora Walsh", "en_IE");
        await chat.SayAsync("hello");
        var privacy = Assert.Single(await chat.SayAsync("why do you need my e-mail address?"));
        Assert.Contains("only for the order and its delivery", privacy.Words, StringComparison.Ordinal);
        var delivery = Assert.Single(await chat.SayAsync("how much is delivery to cork and when will it come?"));
        Assert.Contains("This is how we deliver", delivery.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rita", "quanto costa la spedizione?")]
    [InlineData("rina", "ma in quanto tempo arriva il pacco?")]
    public Task A_question_in_the_middle_of_a_checkout_is_answered_and_the_open_one_asked_again(string who, string question) =>
        shop.PlayAsync(
            $"""
            {who} enters: Rita Gallo, it_IT
            {who} says: pesto
            {who} taps: Compra ora on Pesto
            {who} says: rita@example.com
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
        nico says: Nico Serra
        nico says: Via Roma 1, 20121 Milano MI
        bot later: Ho letto questo indirizzo: * Via Roma 1 * 20121 Milano (MI) * Italia * È giusto?
        bot offers: Sì, è giusto | No, lo correggo
        nico says: si
        bot: Qual è il tuo numero di telefono?
        """);

    [Fact]
    public Task Goods_go_into_the_cart_by_a_sentence_and_the_second_intent_is_met_too() => shop.PlayAsync("""
        gino enters: Gino Rota, it_IT
        gino says: prendo due vasetti di pesto e poi fammi vedere il carrello
        bot later: Pesto
        """);
}
