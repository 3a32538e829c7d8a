using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What lies in a cart, and what becomes of it while nobody looks.</summary>
public sealed class CartFlowTests(CartFlowTests.Shop shop) : IClassFixture<CartFlowTests.Shop>
{
    private Merchant Merchant => new(shop.Now);

    [Fact]
    public Task A_cart_is_changed_and_adds_up() => PlayAsync("""
        cleo says: mattarello
        cleo taps: Dettagli on Mattarello
        cleo taps: Metti nel carrello on Mattarello
        bot: Mattarello in faggio è nel carrello. In tutto hai 1 pezzo, 18,00 €.
        cleo chooses: Quantità
        bot: Quanti ne vuoi di Mattarello in faggio? * (1) (2) (3)
        cleo says: 4
        bot: Mattarello in faggio: ora 4.
        bot: Il tuo carrello: 4 pezzi
        bot: 4 × 18,00 € = 72,00 €
        bot: Totale 72,00 €
        cleo says: grattugia
        cleo taps: Dettagli on Grattugia
        cleo taps: Metti nel carrello on Grattugia
        bot: In tutto hai 5 pezzi, 93,50 €.
        cleo taps: Dettagli on Grattugia
        cleo taps: Metti nel carrello on Grattugia
        bot: In tutto hai 6 pezzi, 115,00 €.
        cleo says: carrello
        cleo taps: Quantità on Mattarello
        cleo says: 100
        bot: da 1 a 99 pezzi
        cleo says: 99
        bot: Di Mattarello in faggio sono rimasti solo 20 pezzi.
        cleo says: carrello
        cleo taps: Quantità on Mattarello
        cleo chooses: 2
        bot: Mattarello in faggio: ora 2.
        bot: Il tuo carrello: 4 pezzi
        bot: 2 × 18,00 € = 36,00 € * 2 × 21,50 € = 43,00 €
        bot: Totale 79,00 €
        cleo taps: Togli on Mattarello
        bot: Tolto: Mattarello in faggio.
        bot: Il tuo carrello: 2 pezzi
        bot: <Grattugia per parmigiano /
        bot: Totale 43,00 €
        pass 4 s
        cleo forges: shop1/drop/=rolling-pin
        bot: non è più nel carrello
        bot later: Totale 43,00 €
        cleo chooses: Svuota
        bot: Ho svuotato il carrello.
        cleo says: cassa
        bot: Il carrello è vuoto
        """);

    [Fact]
    public Task A_cart_survives_a_restart() => PlayAsync("""
        dina says: padella
        dina taps: Dettagli on Padella
        dina taps: Metti nel carrello on Padella
        shop restarts
        dina says: carrello
        bot: Il tuo carrello: 1 pezzo
        bot: <Padella in ferro, 28 cm / 1 × 42,00 € = 42,00 €
        pass 3 days
        dina says: carrello
        bot: Il tuo carrello: 1 pezzo
        """);

    [Fact]
    public async Task Changes_of_price_and_stock_are_told_at_the_next_look()
    {
        await PlayAsync("""
            elsa says: colander
            elsa says: scolapasta
            elsa taps: Dettagli on Scolapasta
            elsa taps: Metti nel carrello on Scolapasta
            elsa says: mortaio
            elsa taps: Dettagli on Mortaio
            elsa taps: Metti nel carrello on Mortaio
            elsa says: vaso tondo
            elsa taps: Dettagli on Vaso tondo
            elsa taps: Metti nel carrello on Vaso tondo
            elsa says: spaghetti
            elsa taps: Dettagli on Spaghetti
            elsa taps: Metti nel carrello on Spaghetti
            elsa chooses: Quantità
            elsa says: 10
            bot: Spaghetti trafilati al bronzo: ora 10.
            """);
        await Merchant.ImportAsync(("colander", "35EUR", null), ("mortar", null, 0), ("spaghetti", null, 6));
        await PlayAsync("""
            elsa says: carrello
            bot: Dall'ultima volta è cambiato qualcosa: * Scolapasta smaltato: ora costa 35,00 € (era 32,00 €) * Mortaio in marmo con pestello: esaurito * Spaghetti trafilati al bronzo: ne restano 6
            bot: Il tuo carrello: 8 pezzi
            bot: <Scolapasta smaltato / 1 × 35,00 € = 35,00 €> * 6 × 3,90 € = 23,40 €
            bot: Totale 103,40 €
            elsa says: carrello
            bot: Il tuo carrello: 8 pezzi
            """);
        await Merchant.TakeAwayAsync("vase");
        await PlayAsync("""
            elsa says: cassa
            bot: Vaso tondo in terracotta: non è più in vendita, l'ho tolto dal carrello.
            bot: Andiamo alla cassa
            """);
        await Merchant.ImportAsync();
    }

    [Fact]
    public async Task A_price_that_changes_before_the_order_is_shown_again_before_anything_is_ordered()
    {
        await PlayAsync(Shopping.Chooses("fay", "Caraffa") + "bot later: Totale: 33,90 €");
        await Merchant.ImportAsync(("carafe", "31EUR", null));
        await PlayAsync("""
            fay taps: Ordina e paga
            bot: Nel frattempo prezzi o disponibilità sono cambiati: ecco il nuovo riepilogo.
            bot later: Totale: 35,90 € * obbligo di pagare 35,90 €
            fay taps: Ordina e paga
            bot later: 35,90 €
            bot offers: Paga
            """);
        Assert.Equal(3590, Merchant.OrderOf("fay@example.com").Total.Minor);
        await Merchant.ImportAsync();
    }

    private Task PlayAsync(string conversation) => new Play(shop.Now).RunAsync(conversation);

    /// <summary>A shop that can close while the chat stays open.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        internal ShopHost Now { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Now = await ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });

        public ValueTask DisposeAsync() => Now.DisposeAsync();
    }
}
