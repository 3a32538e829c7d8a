using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

/// <summary>Addresses as people send them into a checkout.</summary>
public sealed class CheckoutAddressTests
{
    [Theory]
    [InlineData("Via Garibaldi 12, 16124 Genova", "Via Garibaldi 12 16124 Genova (GE) Italia", "GE")]
    [InlineData("Corso Vittorio Emanuele II 108/B, 10121 Torino TO", "Corso Vittorio Emanuele II 108/B 10121 Torino (TO)", "TO")]
    [InlineData("piazza del Duomo 3 - 50122 Firenze (FI)", "piazza del Duomo 3 50122 Firenze (FI)", "FI")]
    [InlineData("abito in viale Europa 25 interno 4, 37138 Verona, Italia", "viale Europa 25", "VR")]
    [InlineData("Via Po 7, 00198 Roma", "Via Po 7 00198 Roma (RM)", "RM")]
    [InlineData("12 rue de la République, 69002 Lyon, France", "12 rue de la République 69002 Lyon Francia", null)]
    [InlineData("8 bis avenue Foch, 75116 Paris, Francia", "8 bis avenue Foch 75116 Paris Francia", null)]
    [InlineData("42 Grafton Street, Dublin 2, D02 VF25, Ireland", "42 Grafton Street", null)]
    public async Task A_whole_address_in_one_message_is_shown_and_taken_once_it_is_confirmed(string said, string shown, string? province)
    {
        var chat = new Chat();
        await chat.PlayAsync($"""
            > tazza
            * Compra ora @ Tazza blu
            > anna@example.com
            > Anna Bianchi
            > {said}
            < {shown}
            < (Sì, è giusto) (No, lo correggo) (Annulla)
            * Sì, è giusto
            < Qual è il tuo numero di telefono?
            """);
        Assert.Equal(province, (await DraftAsync(chat)).Answers.Province);
    }

    [Theory]
    [InlineData("Hauptstraße 5, 10115 Berlin, Germania", "Germania")]
    [InlineData("1600 Pennsylvania Avenue NW, Washington, DC 20500, USA", "Stati Uniti")]
    [InlineData("221B Baker Street, London NW1 6XE, United Kingdom", "Regno Unito")]
    public async Task An_address_where_the_shop_does_not_deliver_is_told_at_once(string said, string country)
    {
        var chat = new Chat();
        await chat.PlayAsync($"""
            > tazza
            * Compra ora @ Tazza blu
            > anna@example.com
            > Anna Bianchi
            > {said}
            < non consegniamo in questo paese ({country})
            < In quale paese consegniamo?
            """);
        Assert.Null((await DraftAsync(chat)).Answers.Street);
    }

    [Fact]
    public Task An_address_that_was_read_wrongly_is_written_anew() => AtCountry("""
        > Via Garibaldi 12, 16124 Genova
        < È giusto?
        > no
        < In quale paese consegniamo?
        > Via Garibaldi 21, 16124 Genova
        < Via Garibaldi 21
        > sì
        < Qual è il tuo numero di telefono?
        """);

    [Fact]
    public async Task A_name_with_its_address_answers_both()
    {
        var chat = new Chat();
        await chat.PlayAsync("""
            > tazza
            * Compra ora @ Tazza blu
            > anna@example.com
            > Anna Bianchi, Via Garibaldi 12, 16124 Genova
            < Anna Bianchi Via Garibaldi 12 16124 Genova (GE)
            > sì
            < Qual è il tuo numero di telefono?
            """);
        Assert.Equal("Anna Bianchi", (await DraftAsync(chat)).Answers.Name);
    }

    [Fact]
    public async Task A_town_that_is_sent_twice_does_not_become_the_street()
    {
        var chat = new Chat();
        await AtCountry(chat, """
            > Italia
            > 20121
            > Milano
            > Milano
            < Milano è la città: qual è la via?
            < Via e numero civico?
            > Via Roma 1
            < Qual è il tuo numero di telefono?
            """);
        Assert.Equal("Via Roma 1", (await DraftAsync(chat)).Answers.Street);
    }

    [Fact]
    public async Task A_postcode_of_another_town_is_doubted_and_can_be_corrected_in_one_tap()
    {
        var chat = new Chat();
        await AtCountry(chat, """
            > Italia
            > 20121
            > Roma
            < Il CAP che hai scritto non è di Roma
            < In quale città? (È giusto così) (Correggi il CAP)
            * Correggi il CAP
            < Qual è il CAP?
            > 00184
            < In quale città?
            > Roma
            < Via e numero civico?
            """);
        Assert.Equal("RM", (await DraftAsync(chat)).Answers.Province);
    }

    [Fact]
    public Task A_misspelt_mail_provider_is_corrected_in_one_tap() => new Chat().PlayAsync("""
        > tazza
        * Compra ora @ Tazza blu
        > anna@gmial.com
        < Intendevi anna@gmail.com?
        < (Intendevo quella) (È giusto così)
        * Intendevo quella
        < Nome e cognome
        """);

    [Fact]
    public async Task A_province_is_asked_only_where_town_and_postcode_leave_several()
    {
        var chat = new Chat();
        var (postcode, hamlet) = ("09010", "Borgata Inventata");
        Assert.True(ItalianPlaces.PossibleProvinces(hamlet, postcode).Count > 1);
        await AtCountry(chat, $"""
            > Italia
            > {postcode}
            > {hamlet}
            < In quale provincia?
            > Milano
            < non è della provincia
            > {ItalianPlaces.PossibleProvinces(hamlet, postcode)[0].Name}
            < Via e numero civico?
            > indietro
            < In quale provincia?
            """);
    }

    [Fact]
    public async Task A_national_number_is_read_as_the_countrys_of_the_address()
    {
        var chat = new Chat();
        await AtCountry(chat, """
            > Francia
            > 75001
            > Parigi
            > 1 rue de Rivoli
            > 06 12 34 56 78
            < Come vuoi riceverlo?
            """);
        Assert.Equal("+33612345678", (await DraftAsync(chat)).Answers.Phone);
    }

    [Fact]
    public async Task A_note_for_the_courier_is_offered_at_the_summary_and_goes_with_the_order()
    {
        var chat = await CheckoutTests.SummedAsync();
        await chat.PlayAsync("""
            * Nota per il corriere
            < nota per il corriere? Per esempio citofono
            > quanto costa la spedizione?
            < Ecco come consegniamo
            < nota per il corriere?
            > Citofono Bianchi, chiamare prima di consegnare
            < Nota per il corriere: Citofono Bianchi, chiamare prima di consegnare
            < (Cambia la nota)
            * Cambia la nota
            < Ora c'è scritto: Citofono Bianchi
            * Togli la nota
            < Il tuo ordine
            ! Citofono
            * Nota per il corriere
            > indietro
            < Totale: 19,80 €
            * Nota per il corriere
            > Secondo piano
            < Nota per il corriere: Secondo piano
            * Ordina e paga
            < messi da parte
            """);
        Assert.Equal(("MI", "Secondo piano"), (chat.Store.Newest.Address.Province, chat.Store.Newest.Address.CourierNote));
    }

    [Fact]
    public Task A_language_change_in_the_middle_asks_the_same_question_in_the_new_one() => AtCountry("""
        > Italia
        < Qual è il CAP?
        > can we speak english please?
        < we speak English from now on
        < What is the postcode?
        > lingua
        < (Italiano) (English)
        * Italiano
        < da ora parliamo italiano
        < Qual è il CAP?
        > 20121
        < In quale città?
        """);

    [Theory]
    [InlineData("２０１２１", "Ｍｉｌａｎｏ", "Via\u00a0Roma\u200b １–Ｂ", "３３３ １２３ ４５６７")]
    [InlineData("\u200f20121\u200e", "Mi\u00adlano", "Via Roma 1—B", "333–123–4567")]
    [InlineData("٢٠١٢١", "\u2060Milano", "Via Roma １‑B", "333 123 4567")]
    public async Task Digits_dashes_and_signs_that_nobody_sees_are_plain_in_every_answer(
        string postcode, string city, string street, string phone)
    {
        var chat = new Chat();
        await AtCountry(chat, $"> Italia\n> {postcode}\n> {city}\n> {street}\n> {phone}\n< Come vuoi riceverlo?");
        var answers = (await DraftAsync(chat)).Answers;
        Assert.Equal(
            ("20121", "Milano", "Via Roma 1-B", "+393331234567"), (answers.Postcode, answers.City, answers.Street, answers.Phone));
    }

    private static Task AtCountry(string script) => AtCountry(new Chat(), script);

    private static async Task AtCountry(Chat chat, string script)
    {
        await chat.PlayAsync("""
            > tazza
            * Compra ora @ Tazza blu
            > anna@example.com
            > Anna Bianchi
            < In quale paese consegniamo?
            """);
        await chat.PlayAsync(script);
    }

    private static Task<CheckoutDraft> DraftAsync(Chat chat) =>
        chat.Store.DraftAsync(new ShopperId("facebook:page:psid-Anna"), TestContext.Current.CancellationToken);
}
