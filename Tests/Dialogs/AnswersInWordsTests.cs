using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

/// <summary>What people write where a number, a choice or a place in a list is asked.</summary>
public sealed class AnswersInWordsTests
{
    [Theory]
    [InlineData("3", 3)]
    [InlineData("tre", 3)]
    [InlineData("due", 2)]
    [InlineData("two", 2)]
    [InlineData("2 please", 2)]
    [InlineData("3 pieces", 3)]
    [InlineData("4 pezzi grazie", 4)]
    [InlineData("x4", 4)]
    [InlineData("4x", 4)]
    [InlineData("x 5", 5)]
    [InlineData("ne voglio sei", 6)]
    [InlineData("facciamo cinque", 5)]
    [InlineData("make it three", 3)]
    [InlineData("un paio", 2)]
    [InlineData("a couple", 2)]
    [InlineData("uno in più", 2)]
    [InlineData("two more", 3)]
    [InlineData("３", 3)]
    [InlineData("\u200b2\u200b", 2)]
    [InlineData("٤", 4)]
    public Task A_quantity_in_words_or_any_digits_is_taken(string said, int pieces) => Asking($"""
        > {said}
        < Tazza blu: ora {pieces}.
        """);

    [Theory]
    [InlineData("50")]
    [InlineData("cinquanta")]
    [InlineData("x9")]
    [InlineData("9 pieces please")]
    public Task More_than_there_is_leaves_the_question_open_and_says_how_many_there_are(string said) => Asking($"""
        > {said}
        < Di Tazza blu sono rimasti solo 8 pezzi.
        < Quanti ne vuoi di Tazza blu? (1)
        > due
        < Tazza blu: ora 2.
        """);

    [Fact]
    public Task A_question_in_the_middle_is_answered_and_the_quantity_asked_again() => Asking("""
        > quanto costa la spedizione?
        < Ecco come consegniamo
        < Quanti ne vuoi di Tazza blu?
        > speak english please
        < we speak English from now on
        < How many Tazza blu would you like?
        > in italiano
        < Quanti ne vuoi di Tazza blu?
        > carrello
        < Il tuo carrello: 1 pezzo
        """);

    [Theory]
    [InlineData("blu")]
    [InlineData("quello blu")]
    [InlineData("the blue one")]
    [InlineData("il secondo")]
    [InlineData("the second")]
    [InlineData("the last one")]
    [InlineData("la 2ª")]
    [InlineData("2")]
    [InlineData("due")]
    [InlineData("ＢＬＵ")]
    [InlineData("vorrei quella blu grazie")]
    public Task A_choice_is_taken_however_it_is_said(string said) => Choosing($"""
        > {said}
        < Maglietta (Blu): scegli taglia
        """);

    [Theory]
    [InlineData("rossa")]
    [InlineData("la prima")]
    [InlineData("quella rossa, la prima")]
    [InlineData("the red one")]
    [InlineData("red")]
    public Task So_is_the_first(string said) => Choosing($"""
        > {said}
        < Maglietta (Rosso): scegli taglia
        """);

    [Theory]
    [InlineData("blu L")]
    [InlineData("la L blu")]
    [InlineData("quella blu, taglia L")]
    [InlineData("blue, large")]
    public Task Two_choices_in_one_message_are_both_taken_and_said_back(string said) => Choosing($"""
        > {said}
        < Ottima scelta: Maglietta (Blu, L).
        < A quale e-mail
        """);

    [Theory]
    [InlineData("l'altra")]
    [InlineData("it's nice")]
    public async Task A_letter_of_another_word_is_no_size(string said)
    {
        var chat = new Chat();
        await chat.PlayAsync($"""
            > maglietta
            * Compra ora @ Maglietta
            * Blu
            < Maglietta (Blu): scegli taglia
            > {said}
            ! Ottima scelta
            """);
    }

    [Fact]
    public Task A_question_in_the_middle_of_a_choice_is_answered_and_the_choice_asked_again() => Choosing("""
        > quanto costa la spedizione?
        < Ecco come consegniamo
        < Maglietta: scegli colore [Rosso
        > english
        < we speak English from now on
        < Maglietta: choose the colour
        > the second
        < Maglietta (Blu): choose the size
        """);

    [Theory]
    [InlineData("il secondo")]
    [InlineData("the second one please")]
    [InlineData("2")]
    [InlineData("due")]
    [InlineData("espresso")]
    [InlineData("quello espresso")]
    [InlineData("ESPRESSO!")]
    [InlineData("２")]
    public async Task A_delivery_is_taken_however_it_is_said(string said)
    {
        var chat = new Chat();
        await chat.PlayAsync($"""
            > tazza
            * Compra ora @ Tazza blu
            {CheckoutTests.AnswersInItalian}
            < Come vuoi riceverlo?
            > {said}
            < Consegna Espresso: 9,90 €
            """);
    }

    [Fact]
    public Task The_typed_title_of_a_button_that_is_seen_is_a_tap() => new Chat().PlayAsync("""
        > tazza
        * Dettagli @ Tazza blu
        > METTI nel carrello!
        < Fatto: Tazza blu è nel carrello
        > quantità
        < Quanti ne vuoi di Tazza blu?
        """);

    [Fact]
    public Task Where_a_title_stands_on_several_cards_nobody_guesses_which() => new Chat().PlayAsync("""
        > quaderno
        < (1–10 di 12)
        > dettagli
        ! Quaderno 1 [
        """);

    private static async Task Asking(string script)
    {
        var chat = new Chat();
        await chat.PlayAsync("""
            > tazza
            * Dettagli @ Tazza blu
            * Metti nel carrello @ Tazza blu
            * Quantità
            < Quanti ne vuoi di Tazza blu?
            """);
        await chat.PlayAsync(script);
    }

    private static async Task Choosing(string script)
    {
        var chat = new Chat();
        await chat.PlayAsync("""
            > maglietta
            * Compra ora @ Maglietta
            < Maglietta: scegli colore
            """);
        await chat.PlayAsync(script);
    }
}
