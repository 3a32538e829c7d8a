using CommerceBot.Catalog;
using CommerceBot.Orders;
using Xunit;

namespace CommerceBot.Tests.Dialogs;

public sealed class CheckoutTests
{
    internal const string AnswersInItalian = """
        > anna@example.com
        > Anna Bianchi
        > Italia
        > 20121
        > Milano
        > Via Roma 1
        > 333 123 4567
        """;

    [Fact]
    public async Task A_shopper_buys_now_in_italian()
    {
        var chat = new Chat();
        await chat.PlayAsync($"""
            > tazza
            * Compra ora @ Tazza blu
            < Ottima scelta: Tazza blu
            < A quale e-mail mandiamo la conferma? (La mia e-mail) (Annulla)
            > non lo so
            < Questa non sembra un'e-mail: scrivila per esempio così: anna@example.com
            < A quale e-mail
            > anna@example.com
            < Nome e cognome
            > Anna Bianchi
            < In quale paese consegniamo? (Italia) (Francia) (Irlanda)
            * Italia
            < Qual è il CAP?
            > 2012
            < Questo CAP non va bene per il paese scelto: per esempio 20121
            > 20121
            > Milano
            > Via Roma 1
            < numero di telefono? Serve al corriere. (Il mio numero) (Indietro) (Annulla)
            > 333 123 4567
            < Come vuoi riceverlo? • Corriere: 4,90 € • Espresso: 9,90 € (Corriere) (Espresso)
            * Corriere
            < Il tuo ordine 1 × Tazza blu: 14,90 € Consegna Corriere: 4,90 € IVA inclusa nel totale: 3,57 €
            < [Totale: 19,80 € | Con «Ordina e paga» confermi l'ordine con obbligo di pagare 19,80 €. |  | <Ordina e paga> <Cambia qualcosa> <Condizioni>] (Nota per il corriere) (Indietro) (Annulla)
            * Ordina e paga
            < gli articoli sono messi da parte per te
            $ opens
            < [Totale: 19,80 € | Paga sulla pagina sicura di Stripe entro 60 minuti. Ordine
            """);
        var order = chat.Store.Newest;
        Assert.Equal(OrderState.AwaitingPayment, order.State);
        Assert.Equal(1, chat.Store.Held);
        await chat.PlayAsync("""
            > ho pagato
            < Controllo subito con Stripe
            $ open
            < Non vedo ancora il pagamento
            * Ho pagato
            $ paid
            < [Ricevuta · ordine
            < Visa •••• 4242
            < Pagamento ricevuto, grazie! Il tuo ordine è il
            > i miei ordini
            < Pagato · 19,80 € · 23 nov 2026
            """);
        Assert.Equal(OrderState.Paid, chat.Store.Newest.State);
        Assert.Equal(0, chat.Store.Held);
    }

    [Fact]
    public async Task A_cart_is_bought_in_english_and_known_details_are_offered_next_time()
    {
        var chat = new Chat("en-IE", channel: "emulator");
        await chat.PlayAsync("""
            > tazza
            * Details @ Tazza blu
            * Add to cart @ Tazza blu
            * Checkout
            < Which e-mail should the confirmation go to? (Cancel)
            > anna@example.com
            > Anna Kelly
            > Ireland
            > D02 X285
            > Dublin
            > 1 Main Street
            > 085 012 3456
            < • Corriere: €4.90
            > 1
            < Total: €19.80
            > order and pay
            < set aside for you
            $ opens
            $ paid
            > cart
            < Your cart is empty
            > tazza
            * Buy now @ Tazza blu
            < [Shall I use last time's details? |  | Anna Kelly anna@example.com +353850123456 1 Main Street, D02 X285 Dublin, Ireland Corriere | <Use these> <Change>] (Cancel)
            * Use these
            < Total: €19.80
            """);
    }

    [Fact]
    public Task Another_address_is_asked_afresh() => Remembering("""
        * Cambia
        < Cosa vuoi cambiare?
        * Indirizzo
        < In quale paese consegniamo?
        > Francia
        < Qual è il CAP?
        ! L'ultima volta
        > 75001
        > Parigi
        ! L'ultima volta
        > 1 rue de Rivoli
        < Consegna Corriere: 4,90 €
        < Totale: 19,80 €
        * Cambia qualcosa
        * Consegna
        < Come vuoi riceverlo? • Corriere: 4,90 € (Corriere)
        ! Espresso
        """);

    [Theory]
    [InlineData("")]
    [InlineData("> anna@example.com")]
    [InlineData("> anna@example.com\n> Anna Bianchi")]
    [InlineData("> anna@example.com\n> Anna Bianchi\n> Italia")]
    [InlineData("> anna@example.com\n> Anna Bianchi\n> Italia\n> 20121")]
    [InlineData("> anna@example.com\n> Anna Bianchi\n> Italia\n> 20121\n> Milano")]
    [InlineData("> anna@example.com\n> Anna Bianchi\n> Italia\n> 20121\n> Milano\n> Via Roma 1")]
    [InlineData(AnswersInItalian)]
    [InlineData(AnswersInItalian + "\n> Corriere")]
    public async Task At_every_step_cancel_back_help_cart_and_menu_work(string answers)
    {
        foreach (
            var (said, expected) in new[]
            {
                ("ANNULLA!", "non hai ordinato niente"),
                ("Cancel", "non hai ordinato niente"),
                ("aiuto", "annullare"),
                ("help", "annullare"),
                ("carrello", "Il carrello è vuoto"),
                ("menù", "Cosa ti va di fare?"),
                ("parla con una persona", "aiuto@bottega.example"),
                ("indietro", ""),
            }
        )
        {
            var chat = new Chat();
            await chat.PlayAsync("> tazza\n* Compra ora @ Tazza blu\n" + answers);
            await chat.SaysAsync(said);
            Assert.NotEmpty(chat.Replies);
            if (expected != "annullare")
                Assert.Contains(expected, chat.Shown, StringComparison.Ordinal);
            else
                Assert.True(
                    chat.Shown.Contains("annulla per lasciar perdere", StringComparison.Ordinal)
                        || chat.Shown.Contains("o annullare", StringComparison.Ordinal),
                    chat.Shown);
            if (said is "carrello" or "menù" or "parla con una persona")
                await chat.PlayAsync("* Continua l'acquisto\n< Riprendiamo da dove eravamo.");
        }
    }

    [Fact]
    public Task Back_asks_the_question_before() => new Chat().PlayAsync("""
        > tazza
        * Compra ora @ Tazza blu
        > indietro
        < Siamo già alla prima domanda
        < A quale e-mail
        > anna@example.com
        > Anna Bianchi
        < In quale paese
        * Indietro
        < Nome e cognome
        > torna indietro
        < A quale e-mail
        """);

    [Fact]
    public Task The_summary_can_be_changed() => Summed("""
        * Cambia qualcosa
        < (E-mail) (Nome) (Indirizzo) (Telefono) (Consegna) (Indietro) (Annulla)
        * Consegna
        < Come vuoi riceverlo?
        > espresso
        < Consegna Espresso: 9,90 €
        < Totale: 24,80 €
        """);

    [Fact]
    public async Task A_price_that_changed_since_the_summary_is_told_and_nothing_is_ordered()
    {
        var chat = await SummedAsync();
        chat.Store.Change(new Sku("mug-1"), variant => variant with { Sale = null });
        await chat.PlayAsync("""
            * Ordina e paga
            < Nel frattempo prezzi o disponibilità sono cambiati
            < Totale: 24,80 €
            """);
        Assert.Empty(chat.Store.Placed);
        await chat.PlayAsync("""
            * Ordina e paga
            < gli articoli sono messi da parte
            """);
    }

    [Fact]
    public async Task What_sold_out_since_the_summary_is_not_ordered()
    {
        var chat = await SummedAsync();
        chat.Store.Change(new Sku("mug-1"), variant => variant with { Available = 0 });
        await chat.PlayAsync("""
            * Ordina e paga
            < Tazza blu è esaurito.
            < Ho fermato l'acquisto
            """);
        Assert.Empty(chat.Store.Placed);
    }

    [Fact]
    public async Task A_second_tap_on_order_and_pay_orders_nothing_more()
    {
        var chat = await SummedAsync();
        var tap = Transcript.Actions(chat.Replies[^1], null).First(action => action.Title == "Ordina e paga").Value!.ToString()!;
        await chat.SendsPayloadAsync(tap);
        await chat.StripeAnswersAsync();
        await chat.SendsPayloadAsync(tap);
        Assert.Empty(chat.Replies);
        chat.Time.Advance(TimeSpan.FromSeconds(4));
        await chat.SendsPayloadAsync(tap);
        Assert.Single(chat.Store.Placed);
        Assert.Contains("Paga sulla pagina sicura", chat.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_of_the_bot_drops_the_stack_and_keeps_the_draft()
    {
        var states = new Microsoft.Bot.Builder.MemoryStorage();
        var chat = new Chat(states: states);
        await chat.PlayAsync("""
            > tazza
            * Compra ora @ Tazza blu
            > anna@example.com
            """);
        var key = "facebook/conversations/page:psid-Anna";
        var stored = (await states.ReadAsync([key], TestContext.Current.CancellationToken))[key];
        await Stored.AgeAsync(states, key, stored);
        await chat.PlayAsync("""
            > Anna Bianchi
            < Nel frattempo ci siamo aggiornati
            * Continua l'acquisto
            < Nome e cognome
            """);
    }

    [Fact]
    public async Task A_card_number_in_the_middle_is_refused_and_the_question_asked_again()
    {
        var chat = new Chat();
        await chat.PlayAsync("""
            > tazza
            * Compra ora @ Tazza blu
            > [card number removed]
            < non inviarmi mai i dati della carta
            < A quale e-mail mandiamo la conferma?
            > anna@example.com
            < Nome e cognome
            """);
    }

    internal static async Task<Chat> SummedAsync(string locale = "it-IT")
    {
        var chat = new Chat(locale);
        await chat.PlayAsync("> tazza\n* Compra ora @ Tazza blu\n" + AnswersInItalian + "\n> Corriere\n< Totale: 19,80 €");
        return chat;
    }

    private static async Task Summed(string script) => await (await SummedAsync()).PlayAsync(script);

    private static async Task Remembering(string script)
    {
        var chat = await SummedAsync();
        await chat.PlayAsync("""
            > annulla
            > tazza
            * Compra ora @ Tazza blu
            < Uso i dati dell'ultima volta? |  | Anna Bianchi anna@example.com +393331234567 Via Roma 1, 20121 Milano (MI), Italia Corriere
            """);
        await chat.PlayAsync(script);
    }
}
