using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>From the first tap to the receipt.</summary>
public sealed class BuyingTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_shopper_browses_buys_and_pays_in_Italian()
    {
        await shop.PlayAsync("""
            anna enters: Anna Bianchi, it_IT
            anna starts
            bot: Ciao Anna! Sono l'assistente automatico di Bottega Aurora.
            bot offers: Categorie | Cerca | Carrello | I miei ordini | Aiuto
            bot is silent
            anna chooses: Categorie
            bot: Ecco le nostre categorie:
            bot: <Caffè e tè / 10 prodotti> [Guarda] * <Dispensa / 11 prodotti> [Guarda] * <Regali e carta /
            anna taps: Guarda on Dispensa
            bot: Dispensa (1–10 di 11)
            bot: <Olio extravergine di oliva / da 13,90 € · Disponibile> [Compra ora] [Dettagli]
            bot offers: Altri | Categorie | Cerca | Carrello | Menu
            anna chooses: Altri
            bot: Dispensa (11–11 di 11)
            bot: <Sciroppo di limoni siciliani / 8,30 € invece di 9,80 € (minimo dei 30 giorni prima) · Disponibile> [Compra ora] [Dettagli]
            anna chooses: Categorie
            anna taps: Guarda on Caffè e tè
            anna taps: Dettagli on Caffè in grani
            bot later: <Caffè in grani * [Compra ora] [Scegli opzioni]
            anna taps: Scegli opzioni on Caffè in grani
            bot: Caffè in grani: scegli
            bot: <250 g / * [Scegli] * <1 kg / 26,90 € * Disponibile> [Scegli] * (250 g) (1 kg)
            anna chooses: 1 kg
            bot: Fatto: Caffè in grani (Classica, 1 kg) è nel carrello. In tutto hai 1 pezzo, 26,90 €.
            bot offers: Vai alla cassa | Carrello | Continua a guardare
            anna says: lattiera
            anna taps: Dettagli on Lattiera
            anna taps: Metti nel carrello on Lattiera
            bot: Lattiera in acciaio è nel carrello. In tutto hai 2 pezzi, 45,90 €.
            anna menu: Il mio carrello
            bot: Il tuo carrello: 2 pezzi
            bot: <Caffè in grani ( * 1 kg * / 1 × 26,90 € = 26,90 €> [Quantità] [Togli] * <Lattiera in acciaio / 1 × 19,00 € = 19,00 €>
            bot: Totale 45,90 €, IVA inclusa.
            anna chooses: Vai alla cassa
            bot: Andiamo alla cassa
            bot: A quale e-mail mandiamo la conferma?
            anna says: anna chiocciola example
            bot: Questa non sembra un'e-mail
            bot: A quale e-mail
            anna says: anna@example.com
            bot: Nome e cognome
            anna says: Anna Bianchi
            bot: In quale paese consegniamo? * (Italia)
            anna chooses: Italia
            bot: Qual è il CAP?
            anna says: 2012
            bot: Questo CAP non va bene
            bot: Qual è il CAP?
            anna says: 20121
            bot: In quale città?
            anna says: Milano
            bot: Via e numero civico?
            anna says: Via Roma 1
            bot: Qual è il tuo numero di telefono? Serve al corriere.
            anna says: 333 123 4567
            bot: Come vuoi riceverlo? * Corriere standard: 4,90 € * Corriere espresso: 9,90 €
            anna chooses: Corriere standard
            bot: Il tuo ordine * 1 × Caffè in grani (Classica, 1 kg): 26,90 € * 1 × Lattiera in acciaio: 19,00 € * Consegna Corriere standard: 4,90 € * IVA inclusa nel totale: 9,16 € * Anna Bianchi, Via Roma 1, 20121 Milano (MI), Italia * anna@example.com, +393331234567
            bot: Totale: 50,80 € * Con «Ordina e paga» confermi l'ordine con obbligo di pagare 50,80 €.
            bot offers: Ordina e paga | Cambia qualcosa | Nota per il corriere
            anna taps: Ordina e paga
            bot: Grazie! L'ordine * è registrato e gli articoli sono messi da parte per te.
            bot: 50,80 € * Paga sulla pagina sicura di Stripe entro 60 minuti.
            bot offers: Paga | Ho pagato | Annulla | Aiuto
            bot is silent
            anna taps: Paga
            bot is silent
            pays: success
            bot: RECEIPT * 1 x Caffè in grani 26.9, 1 x Lattiera in acciaio 19 = 50.8 EUR
            bot: Pagamento ricevuto, grazie! * 50,80 €
            bot is silent
            anna menu: I miei ordini
            bot: I tuoi ordini più recenti:
            bot: Pagato · 50,80 € · 23 nov 2026 * [Dettagli]
            anna taps: Dettagli
            bot: Pagato * 1 × Lattiera in acciaio: 19,00 € * Totale: 50,80 €
            anna says: carrello
            bot: Il carrello è vuoto
            """);
        var order = shop.Merchant.OrderOf("anna@example.com");
        Assert.Equal(OrderState.Paid, order.State);
        Assert.Equal(5080, order.Total.Minor);
    }

    [Fact]
    public async Task A_shopper_browses_buys_and_pays_in_English()
    {
        await shop.PlayAsync("""
            kate enters: Kate Kelly, en_US
            kate starts
            bot: Hi Kate! I'm Bottega Aurora's automated assistant.
            bot offers: Categories | Search | Cart | My orders | Help
            kate menu: Categories
            bot: Here are our categories:
            bot: <Coffee & Tea / 10 products> [View]
            kate taps: View on Gifts
            bot: Gifts & Paper (1–10 of 12)
            bot: <Hand-bound notebook / from €14.90 · In stock> [Buy now] [Details]
            kate chooses: More
            bot: Gifts & Paper (11–12 of 12)
            bot: Lemon print
            kate taps: Details on notebook
            bot: Hand-bound notebook * Terracotta, Sage, Night blue
            bot: Hand-bound notebook / from €14.90
            kate taps: Buy now on notebook
            bot: Hand-bound notebook: choose the colour
            bot: <Night blue / €14.90, was €18.00 (lowest in the 30 days before) · In stock> [Choose] * (Terracotta) (Sage) (Night blue)
            kate says: night BLUE
            bot: Good choice: Hand-bound notebook (Night blue).
            bot: Which e-mail should the confirmation go to?
            kate says: kate@example.com
            bot: First and last name
            kate says: Kate Kelly
            bot: Which country do we deliver to?
            kate says: Ireland
            bot: What is the postcode?
            kate says: d02x285
            bot: Which town or city?
            kate says: Dublin
            bot: Street and house number?
            kate says: 1 Main Street
            bot: What is your phone number?
            kate says: 085 012 3456
            bot: How would you like it delivered? * Europa: €12.90
            kate says: europa
            bot: Your order * 1 × Hand-bound notebook (Night blue): €14.90 * Delivery Europa: €12.90 * VAT included in the total: €5.02 * 1 Main Street, D02 X285 Dublin, Ireland
            bot: Total: €27.80 * "Order and pay" places the order with an obligation to pay €27.80.
            kate taps: Order and pay
            bot: Thank you! Order * the items are set aside for you.
            bot: €27.80 * Pay on Stripe's secure page within 60 minutes. * [Pay]
            pays: success
            bot: RECEIPT * 1 x Hand-bound notebook 14.9 = 27.8 EUR
            bot: Payment received, thank you! * €27.80
            bot is silent
            kate says: my orders
            bot: Your latest orders:
            bot: Paid · €27.80 · 23 Nov 2026
            """);
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("kate@example.com").State);
    }

    [Fact]
    public async Task The_receipt_is_Messengers_own_and_comes_once()
    {
        var play = new Play(shop.Now);
        var chat = await play.EnterAsync("rita", "Rita Verdi");
        await play.RunAsync(Shopping.Orders("rita", "Grattugia") + "pays: success\nbot later: Pagamento ricevuto");
        var receipts = (await chat.EverythingAsync()).Where(reply => reply.Receipt is not null).ToList();
        var payload = Assert.Single(receipts).Message.GetProperty("attachment").GetProperty("payload");
        var order = shop.Merchant.OrderOf("rita@example.com");
        Assert.Equal(
            ("receipt", order.Number.Value, "EUR", "Rita Verdi", 26.4m, 21.5m, 4.9m),
            (
                Read("template_type"), Read("order_number"), Read("currency"), "Rita Verdi", Sum("total_cost"), Sum("subtotal"),
                Sum("shipping_cost")));
        Assert.Equal("Via Roma 1", payload.GetProperty("address").GetProperty("street_1").GetString());
        Assert.Contains("4242", Read("payment_method"), StringComparison.Ordinal);

        string Read(string name) => payload.GetProperty(name).GetString()!;
        decimal Sum(string name) => payload.GetProperty("summary").GetProperty(name).GetDecimal();
    }

    [Fact]
    public Task Buy_now_of_a_product_without_variants_asks_the_first_question_at_once() => shop.PlayAsync("""
        bice says: mattarello
        bice taps: Compra ora on Mattarello
        bot: Ottima scelta: Mattarello in faggio. Bastano poche domande.
        bot: A quale e-mail
        bot is silent
        """);

    [Fact]
    public Task Buy_now_asks_every_choice_of_a_product_with_two() => shop.PlayAsync("""
        lia says: asciugamano
        lia taps: Compra ora on Asciugamano
        bot: Asciugamano a nido d'ape: scegli colore
        bot: <Bianco / da 16,00 € · Disponibile> [Scegli] * <Salvia / 16,00 € · Disponibile> [Scegli] * (Bianco) (Salvia)
        lia chooses: Salvia
        bot: Asciugamano a nido d'ape (Salvia): scegli
        bot: (Viso) (Doccia (esaurito)) (Ricomincia)
        lia chooses: Doccia (esaurito)
        bot: esaurito
        bot: scegli colore
        lia says: bianco
        lia chooses: Doccia
        bot: Ottima scelta: Asciugamano a nido d'ape (
        bot: A quale e-mail
        """);

    [Fact]
    public Task Taste_and_scent_are_asked_in_the_shoppers_language() => shop.PlayAsync("""
        ida says: tisana
        ida taps: Compra ora on Tisana
        bot: Tisana in latta: scegli gusto
        bot: (Camomilla) (Menta)
        ida says: candela
        ida taps: Compra ora on Candela
        bot: Candela profumata: scegli profumo
        bot: (Fico) (Limone) (Lavanda)
        ida says: english
        ida says: candle
        ida taps: Buy now on candle
        bot: Scented candle: choose the scent
        bot: (Fig) (Lemon) (Lavender)
        ida says: herbal tea
        ida taps: Buy now on Herbal
        bot: Herbal tea in a tin: choose the flavour
        bot: (Camomile) (Mint)
        """);

    [Fact]
    public Task What_was_told_is_offered_next_time_in_one_tap() =>
        shop.PlayAsync(
            Shopping.Orders("nora", "Brocca")
                + """
                pays: success
                bot later: Pagamento ricevuto
                nora says: pesto
                nora taps: Compra ora on Pesto
                bot later: Uso i dati dell'ultima volta? * Anna Bianchi * nora@example.com * +393331234567 * Via Roma 1, 20121 Milano (MI), Italia * Corriere standard
                bot offers: Usa questi | Cambia | Annulla
                bot is silent
                nora taps: Usa questi
                bot: Pesto alla genovese: 7,90 € * Corriere standard: 4,90 €
                bot: Totale: 12,80 €
                nora taps: Cambia qualcosa
                bot: Cosa vuoi cambiare?
                nora chooses: Indirizzo
                bot: In quale paese consegniamo?
                nora says: Francia
                nora says: 75001
                nora says: Parigi
                nora says: 1 rue de Rivoli
                bot: Come vuoi riceverlo?
                nora says: espresso
                bot: Scegli una delle consegne qui sotto.
                nora says: europa
                bot: Consegna Europa: 12,90 € * 75001 Parigi, Francia
                """);

    [Fact]
    public Task Who_wants_one_thing_changed_is_asked_that_one_alone() => shop.PlayAsync(Shopping.Orders("nina", "Grattugia") + """
        pays: success
        bot later: Pagamento ricevuto
        nina says: pesto
        nina taps: Compra ora on Pesto
        bot later: Uso i dati dell'ultima volta?
        nina says: no
        bot: Cosa vuoi cambiare?
        nina chooses: Nome
        bot: Nome e cognome di chi riceve?
        nina says: Nina Neri
        bot: Pesto alla genovese: 7,90 € * Nina Neri, Via Roma 1, 20121 Milano (MI), Italia
        bot: Totale: 12,80 €
        """);

    [Fact]
    public Task Nobody_is_offered_what_somebody_else_told() => shop.PlayAsync(Shopping.Orders("olga", "Plaid") + """
        pays: success
        olimpia says: pesto
        olimpia taps: Compra ora on Pesto
        bot later: A quale e-mail mandiamo la conferma?
        bot is silent
        """);
}
