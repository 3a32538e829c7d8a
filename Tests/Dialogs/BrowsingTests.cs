using CommerceBot.Cards;
using CommerceBot.Catalog;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

public sealed class BrowsingTests
{
    [Fact]
    public async Task Get_started_greets_by_first_name_and_says_who_speaks()
    {
        var chat = new Chat();
        await chat.SendsPayloadAsync(CommerceBot.Bots.ShopMenu.GetStartedPayload);
        await chat.PlayAsync("""
            < Ciao Anna! Sono l'assistente automatico di Bottega Aurora
            < (Categorie) (Cerca) (Carrello) (I miei ordini) (Aiuto)
            """);
    }

    [Fact]
    public Task In_english_too() => new Chat("en-GB", name: "Mary Ann").PlayAsync("""
        > hello
        < Hi Mary! I'm Bottega Aurora's automated assistant
        * Categories
        < [Cucina | 2 products |
        * View @ Cucina
        < [Tazza blu | €14.90, was €19.90 (lowest in the 30 days before) · In stock |  | <Buy now> <Details>]
        < [Caffè in grani | €8.50 · Last one |
        """);

    [Theory]
    [InlineData("fr-FR", "Hi ")]
    [InlineData("it_IT", "Ciao ")]
    [InlineData("", "Ciao ")]
    public async Task The_language_is_the_profiles_else_english_else_the_shops(string locale, string greeting)
    {
        var chat = new Chat(locale);
        await chat.SaysAsync("ciao");
        Assert.StartsWith(greeting, chat.Replies[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task The_language_is_changed_in_the_chat() => new Chat().PlayAsync("""
        > cambia lingua
        < (Italiano) (English)
        * English
        < Fine, we speak English from now on.
        > menu
        < What would you like to do?
        > parla italiano
        < da ora parliamo italiano
        """);

    [Fact]
    public Task Words_are_searched_when_nothing_is_asked() =>
        new Chat().PlayAsync(
            """
            > tazza
            < Ciao, sono l'assistente automatico di Bottega Aurora.
            < Ecco cosa ho trovato per «tazza» [Tazza blu | 14,90 € invece di 19,90 € (minimo dei 30 giorni prima) · Disponibile |  | <Compra ora> <Dettagli>]
            * Dettagli @ Tazza blu
            < Tazza blu Marca: Aurora Una tazza di ceramica smaltata a mano.
            > astronave
            < Non ho trovato niente per «astronave»
            < (Carta)
            """);

    [Fact]
    public Task More_than_ten_products_become_pages() => new Chat().PlayAsync("""
        > quaderno
        < (1–10 di 12)
        * Altri
        < (11–12 di 12)
        ! (Altri)
        """);

    [Fact]
    public Task A_variant_is_picked_axis_by_axis_and_a_sold_out_one_is_shown() =>
        new Chat().PlayAsync(
            """
            > maglietta
            < [Maglietta | 15,00 € · Disponibile |  | <Compra ora> <Dettagli>]
            * Dettagli @ Maglietta
            * Scegli opzioni @ Maglietta
            < Maglietta: scegli colore [Rosso | 15,00 € · Disponibile |  | <Scegli>] [Blu | 15,00 € · Ultimi 3 pezzi |  | <Scegli>] (Rosso) (Blu)
            > rosso
            < Maglietta (Rosso): scegli taglia [M | 15,00 € · Disponibile |  | <Scegli>] [L | 15,00 € · Esaurito |  | ] (M) (L (esaurito))
            * L (esaurito)
            < Rosso, L: purtroppo è esaurito
            < Maglietta: scegli colore
            * Blu
            * L
            < Fatto: Maglietta (Blu, L) è nel carrello
            """);

    [Fact]
    public Task What_is_no_value_of_the_axis_asked_is_searched() => new Chat().PlayAsync("""
        > maglietta
        * Compra ora @ Maglietta
        > quaderno 3
        < [Quaderno 3 |
        """);

    [Theory]
    [InlineData("shop1/buy/-3/=mug-1")]
    [InlineData("shop1/buy/1/mug-1")]
    [InlineData("shop1/add/100/=mug-1")]
    [InlineData("shop1/buy/1/=mug-1?price=1")]
    [InlineData("shop1/buy/1/=gone")]
    [InlineData("shop0/buy/1/=mug-1")]
    [InlineData("shop9/anything")]
    [InlineData("shop1/order/0123456789ab")]
    [InlineData("shop1/pay/AAA-AAA-A")]
    public async Task A_forged_or_stale_button_gets_a_kind_answer_and_does_nothing(string payload)
    {
        var chat = new Chat();
        await chat.SaysAsync("ciao");
        await chat.SendsPayloadAsync(payload);
        Assert.NotEmpty(chat.Replies);
        Assert.Empty(chat.Store.Placed);
        Assert.True((await chat.Store.CartAsync(new("facebook:page:psid-Anna"), TestContext.Current.CancellationToken)).IsEmpty);
    }

    [Fact]
    public async Task A_card_number_is_never_a_search_and_the_shopper_is_warned()
    {
        var chat = new Chat();
        await chat.SaysAsync("ciao");
        await chat.SaysAsync("la mia carta è [card number removed]");
        Assert.Contains("cancella il messaggio", chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public Task Anything_at_all_is_answered() => new Chat().PlayAsync("""
        > ciao
        > ???!!!
        < Non ho trovato niente
        > /INSPECT open
        < (Menu)
        > sì
        < Cosa ti va di fare?
        > grazie mille!
        < Grazie a te!
        > Parla con una persona
        < Scrivi a aiuto@bottega.example
        """);

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.ContactRelationUpdate)]
    [InlineData(ActivityTypes.DeleteUserData)]
    [InlineData(ActivityTypes.EndOfConversation)]
    [InlineData(ActivityTypes.MessageReaction)]
    [InlineData("ping")]
    [InlineData("something-new")]
    public async Task What_testers_and_channels_send_besides_never_fails(string type)
    {
        var chat = new Chat();
        await chat.SendAsync(new Activity(type));
        Assert.Empty(chat.Replies);
    }

    [Fact]
    public async Task A_channel_that_tells_who_came_is_greeted_once()
    {
        var chat = new Chat(channel: "emulator");
        var came = new Activity(ActivityTypes.ConversationUpdate)
        {
            MembersAdded = [new ChannelAccount("page"), new ChannelAccount("psid-Anna")],
        };
        await chat.SendAsync(came);
        Assert.Single(chat.Replies);
        await chat.SendAsync(came);
        Assert.Empty(chat.Replies);
        await chat.SaysAsync("tazza");
        Assert.Single(chat.Replies);
    }

    [Fact]
    public async Task On_channels_whose_taps_are_text_buttons_work_too()
    {
        var chat = new Chat(channel: "emulator");
        await chat.SaysAsync(new ShopAction.BrowseCategory(new CategoryId("cucina"), 0).Write());
        Assert.Contains("Tazza blu", chat.Shown, StringComparison.Ordinal);
    }
}
