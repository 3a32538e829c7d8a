using CommerceBot.Orders;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Two things at once: two shoppers and one piece, a payment and a change of mind.</summary>
public sealed class RaceTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task One_of_two_shoppers_gets_the_last_piece_and_the_other_is_told_kindly()
    {
        await shop.Merchant.ImportAsync(("lemon-print", null, 1));
        await shop.PlayAsync(Shopping.Chooses("anna", "Stampa") + Shopping.Chooses("bruno", "Stampa") + """
            anna says: ordina e paga
            bot: Grazie!
            bruno says: ordina e paga
            bot: Stampa incorniciata con limoni è esaurito.
            bot: Ho fermato l'acquisto: non hai ordinato niente.
            pays: success
            bot to anna: RECEIPT
            bot to anna: Pagamento ricevuto
            bot to bruno is silent
            bruno says: stampa
            bot later: Esaurito
            """);
        AssertStock("lemon-print", 1, allocated: 1);
        await shop.Merchant.ImportAsync();
    }

    [Fact]
    public async Task Two_shoppers_who_tap_in_the_same_moment_never_get_the_same_piece()
    {
        await shop.Merchant.ImportAsync(("puzzle", null, 1));
        var play = new Play(shop.Now);
        Chat[] chats = [await play.EnterAsync("carla", "Carla"), await play.EnterAsync("dario", "Dario")];
        await play.RunAsync(Shopping.Chooses("carla", "Puzzle") + Shopping.Chooses("dario", "Puzzle"));
        await Task.WhenAll(chats.Select(chat => chat.SendAsync("say", new { text = "ordina e paga" })));
        var said = new List<string>();
        foreach (var chat in chats)
            said.Add(string.Join('\n', await chat.HearAsync()));
        Assert.Single(said, words => words.Contains("Paga sulla pagina sicura", StringComparison.Ordinal));
        Assert.Single(
            said,
            words =>
                words.Contains("è esaurito", StringComparison.Ordinal) || words.Contains("appena andato esaurito", StringComparison.Ordinal)
        );
        Assert.Equal("1", shop.Now.Text("SELECT sum(quantity) FROM reservation WHERE sku = 'puzzle'"));
        await shop.Merchant.ImportAsync();
    }

    [Fact]
    public async Task What_sells_out_during_the_questions_is_told_before_anything_is_ordered()
    {
        await shop.Merchant.ImportAsync(("fountain-pen", null, 2));
        await shop.PlayAsync("""
            elio says: stilografica
            elio taps: Dettagli on Penna
            elio taps: Metti nel carrello on Penna
            elio chooses: Quantità
            elio says: 2
            elio says: cartoline
            elio taps: Dettagli on cartoline
            elio taps: Metti nel carrello on cartoline
            elio chooses: Vai alla cassa
            elio says: elio@example.com
            """ + "\n" + Shopping.Orders("fabia", "Penna") + "pays: success\n" + """
            elio says: Elio Verdi
            elio says: Italia
            elio says: 20121
            elio says: Milano
            elio says: Via Roma 1
            elio says: 333 123 4567
            elio says: Corriere standard
            bot: Di Penna stilografica e inchiostro ne restano solo 1.
            bot: Il tuo ordine * 1 × Penna stilografica e inchiostro: 68,00 € * Dodici cartoline
            elio says: ordina e paga
            bot later: [Paga]
            """);
        AssertStock("fountain-pen", 2, allocated: 1);
        await shop.Merchant.ImportAsync();
    }

    [Fact]
    public async Task A_payment_that_was_made_before_cancel_was_typed_wins_and_the_shopper_is_told()
    {
        await shop.PlayAsync(Shopping.Orders("gina", "Candelieri") + """
            stripe holds webhooks
            pays: success
            bot is silent
            gina says: annulla
            bot: chiudo la pagina di pagamento
            bot: Il pagamento era già arrivato, quindi l'ordine non è stato annullato.
            bot: RECEIPT
            bot: Pagamento ricevuto
            stripe sends webhooks
            bot is silent
            gina says: annulla ordine
            bot: *
            gina says: i miei ordini
            bot later: Pagato
            """);
        var order = shop.Merchant.OrderOf("gina@example.com");
        Assert.Equal(OrderState.Paid, order.State);
        Assert.False(order.Has(OrderFlags.Cancelling));
    }

    [Fact]
    public async Task A_payment_that_comes_after_cancel_finds_the_page_closed()
    {
        await shop.PlayAsync(Shopping.Orders("hugo", "Posate"));
        var session = await shop.Checkout.OpenSessionAsync();
        await shop.PlayAsync("""
            hugo says: annulla
            bot: chiudo la pagina di pagamento
            bot: è annullato. Non ti è stato addebitato nulla.
            bot offers: Ordina di nuovo
            bot is silent
            """);
        Assert.Equal("not_open", await shop.Checkout.PayWithoutWaitingAsync(session));
        await shop.PlayAsync("""
            hugo says: i miei ordini
            bot later: Annullato
            hugo taps: Ordina di nuovo
            bot: Ottima scelta: Posate dorate
            """);
        Assert.Equal(OrderState.Cancelled, shop.Merchant.OrderOf("hugo@example.com").State);
        Assert.Equal("0", shop.Now.Text("SELECT count(*) FROM reservation WHERE sku = 'cutlery'"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Paid_and_cancel_in_the_same_moment_never_end_cancelled_and_charged(int round)
    {
        var who = $"ida{round}";
        var play = new Play(shop.Now);
        var chat = await play.EnterAsync(who, "Ida");
        await play.RunAsync(Shopping.Orders(who, "Caraffa"));
        var session = await shop.Checkout.OpenSessionAsync();
        var (cancel, pay) = (chat.SendAsync("say", new { text = "annulla" }), shop.Checkout.PayWithoutWaitingAsync(session));
        await Task.WhenAll(cancel, pay);
        var said = string.Join('\n', await chat.HearAsync());
        var order = shop.Merchant.OrderOf($"{who}@example.com");
        var paid = await pay == "paid";
        Assert.Equal(paid ? OrderState.Paid : OrderState.Cancelled, order.State);
        Assert.Contains(paid ? "Pagamento ricevuto" : "è annullato. Non ti è stato addebitato nulla.", said, StringComparison.Ordinal);
        Assert.DoesNotContain(paid ? "è annullato." : "RECEIPT", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_for_goods_that_are_gone_is_told_to_shopper_and_merchant()
    {
        await shop.PlayAsync(Shopping.Orders("lara", "Coltello"));
        // The merchant counts again, and there are none left at all.
        await shop.Merchant.ImportAsync(("chef-knife", null, 0));
        await shop.PlayAsync("""
            pays: success
            bot to lara: Abbiamo ricevuto 72,00 € per l'ordine * che però non si può più evadere: te li restituiamo subito e per intero.
            bot to lara offers: Parla con noi
            bot to lara: Il rimborso di 72,00 € per l'ordine * è partito
            lara says: i miei ordini
            bot later: Annullato · 72,00 €
            """);
        var order = shop.Merchant.OrderOf("lara@example.com");
        Assert.Equal((OrderState.Cancelled, OrderFlags.None), (order.State, order.Flags));
        Assert.Contains(shop.Merchant.LedgerOf(order).Facts, fact => fact.Amount?.Minor == 7200);
        await shop.Merchant.ImportAsync();
    }

    [Fact]
    public async Task When_the_merchant_counts_fewer_than_were_ordered_the_first_to_pay_gets_them()
    {
        await shop.PlayAsync(Shopping.Orders("mara", "Vaso tondo"));
        var hers = await shop.Checkout.OpenSessionAsync();
        await shop.PlayAsync(Shopping.Orders("neri", "Vaso tondo"));
        var his = await shop.Checkout.OpenSessionAsync();
        await shop.Merchant.ImportAsync(("vase", null, 1));
        var (mara, neri) = (await Chat.OpenAsync(shop.Now, "mara"), await Chat.OpenAsync(shop.Now, "neri"));
        Assert.Equal("paid", await shop.Checkout.PayWithoutWaitingAsync(his));
        Assert.Contains("RECEIPT", (await neri.HearAsync())[0].Words, StringComparison.Ordinal);
        Assert.Equal("paid", await shop.Checkout.PayWithoutWaitingAsync(hers));
        Assert.Contains("non si può più evadere", (await mara.HearAsync())[0].Words, StringComparison.Ordinal);
        AssertStock("vase", 1, allocated: 1);
        await shop.Merchant.ImportAsync();
    }

    private void AssertStock(string sku, int onHand, int allocated) => Assert.Equal(
        $"{onHand} {allocated}", shop.Now.Text($"SELECT on_hand || ' ' || allocated FROM stock WHERE sku = '{sku}'"));
}
