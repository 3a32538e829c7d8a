using System.Net;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Orders;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What can happen between "order and pay" and the receipt.</summary>
public sealed class PayingFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Theory]
    [InlineData("declined", "è stata rifiutata e non ti è stato addebitato nulla")]
    [InlineData("insufficient_funds", "è stata rifiutata: la disponibilità non basta")]
    [InlineData("bad_cvc", "I dati della carta per l'ordine * non sono giusti")]
    [InlineData("expired", "è scaduta")]
    public async Task A_refused_card_costs_nothing_is_told_and_another_one_pays(string card, string told)
    {
        var who = "anna" + card.Replace("_", "", StringComparison.Ordinal);
        await shop.PlayAsync(Shopping.Orders(who, "Cappuccino") + $"""
            pays: {card}
            bot: {told}
            bot offers: Ho pagato | Annulla | Aiuto
            bot is silent
            {who} says: ho pagato
            bot: Controllo subito con Stripe…
            bot: Non vedo ancora il pagamento
            bot: [Paga]
            {who} says: aiuto
            bot: Se la carta viene rifiutata puoi riprovare con un'altra sulla stessa pagina.
            bot offers: Paga | Ho pagato | Annulla | Parla con noi
            pays: success
            bot: RECEIPT
            bot: Pagamento ricevuto, grazie!
            {who} says: ho pagato
            bot: *
            """);
        var order = shop.Merchant.OrderOf($"{who}@example.com");
        Assert.Equal(OrderState.Paid, order.State);
        Assert.Equal(1, await ChargesAsync(order));
    }

    [Fact]
    public async Task I_paid_finds_a_payment_that_nobody_told_of()
    {
        await shop.PlayAsync(Shopping.Orders("bea", "Padella") + """
            bea says: no, mostrami altro
            stripe holds webhooks
            pays: success
            bot is silent
            bea says: ho pagato!
            bot: Controllo subito con Stripe…
            bot: RECEIPT
            bot: Pagamento ricevuto, grazie!
            bot is silent
            stripe sends webhooks
            bot is silent
            bea says: i miei ordini
            bot later: Pagato
            """);
        Assert.Equal(1, await ChargesAsync(shop.Merchant.OrderOf("bea@example.com")));
    }

    [Fact]
    public Task The_page_after_paying_finds_a_payment_whose_webhook_was_lost() =>
        shop.PlayAsync(
            Shopping.Orders("cora", "Zuccheriera")
                + """
                stripe holds webhooks
                pays: success
                bot is silent
                stripe returns
                bot: RECEIPT
                bot: Pagamento ricevuto
                stripe returns
                bot is silent
                stripe sends webhooks
                bot is silent
                """);

    [Fact]
    public async Task The_timer_finds_a_payment_whose_webhook_was_lost()
    {
        await shop.PlayAsync(Shopping.Orders("dora", "Piatto da portata") + """
            stripe holds webhooks
            pays: success
            bot is silent
            pass 70 min
            bot: RECEIPT
            bot: Pagamento ricevuto
            bot is silent
            stripe sends webhooks
            bot is silent
            """);
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("dora@example.com").State);
    }

    [Fact]
    public async Task A_webhook_that_comes_ten_times_makes_one_receipt()
    {
        await shop.PlayAsync(Shopping.Orders("emma", "Misurino") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        var chat = await Chat.OpenAsync(shop.Now, "emma");
        foreach (var raised in await shop.Checkout.ListAsync("events"))
            for (var time = 0; time < 10; time++)
                Assert.Equal(HttpStatusCode.OK, await DeliverAsync(raised.GetRawText()));
        Assert.Empty(await chat.HearAsync());
        Assert.Single(await chat.EverythingAsync(), reply => reply.Receipt is not null);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once()
    {
        await using var own = await ShopHost.StartAsync();
        await new Trouble(own).SetAsync(new { webhooks = "duplicate" });
        await new Play(own).RunAsync("""
            fra says: cantucci
            bot: assistente automatico
            bot: Ecco cosa ho trovato
            bot: Cantucci
            bot is silent
            fra taps: Dettagli
            fra taps: Metti nel carrello
            bot: In tutto hai 1 pezzo
            bot is silent
            """);
    }

    [Fact]
    public async Task A_page_whose_time_ran_out_closes_the_order_kindly_and_frees_the_goods()
    {
        await shop.PlayAsync("""
            gaia says: orologio
            bot later: Ultimi 2 pezzi
            gaia taps: Dettagli on Orologio
            gaia taps: Metti nel carrello on Orologio
            gaia chooses: Quantità
            gaia chooses: 2
            gaia says: cassa
            """ + "\n" + Shopping.AnswersAll("gaia") + """
            gaia taps: Ordina e paga
            gino says: orologio
            bot later: Esaurito
            gaia says: pesto
            bot: Ecco cosa ho trovato
            pass 62 min
            bot to gaia: Il tempo per pagare l'ordine * è finito, quindi l'ho chiuso: nessun addebito.
            bot to gaia offers: Ordina di nuovo
            gino says: orologio
            bot: trovato
            bot: Ultimi 2 pezzi
            gaia says: i miei ordini
            bot later: Scaduto senza pagamento
            gaia taps: Ordina di nuovo
            bot: Ottima scelta: Orologio da parete in ciliegio.
            bot: Uso i dati dell'ultima volta? * gaia@example.com
            """);
        Assert.Equal(OrderState.Expired, shop.Merchant.OrderOf("gaia@example.com").State);
    }

    [Fact]
    public Task An_order_closed_by_Stripe_before_its_time_is_told_at_once() => shop.PlayAsync(Shopping.Orders("hana", "Plaid") + """
        stripe expires
        bot: Il tempo per pagare l'ordine * è finito
        bot offers: Ordina di nuovo
        bot is silent
        hana chooses: Ordina di nuovo
        bot later: Uso i dati dell'ultima volta? * hana@example.com
        hana says: sì
        hana taps: Ordina e paga
        bot later: [Paga]
        pays: success
        bot: RECEIPT
        """);

    [Fact]
    public async Task A_new_link_closes_the_old_one_first()
    {
        await shop.PlayAsync(Shopping.Orders("irma", "Mortaio") + """
            pass 59 min
            irma says: paga
            bot: preparo una nuova pagina per pagare l'ordine * quella vecchia non vale più.
            bot: entro 60 minuti * [Paga]
            bot is silent
            pass 30 min
            irma says: paga
            bot: entro 30 minuti * [Paga]
            pays: success
            bot: RECEIPT
            bot: Pagamento ricevuto
            """);
        var order = shop.Merchant.OrderOf("irma@example.com");
        var sessions = (await shop.Checkout.ListAsync("sessions")).Where(session =>
            session.GetProperty("client_reference_id").GetString() == order.Id.Value);
        Assert.Equal(["expired", "complete"], sessions.Select(session => session.GetProperty("status").GetString()));
        Assert.Equal(1, await ChargesAsync(order));
    }

    [Fact]
    public Task While_a_payment_is_waited_for_the_shop_is_open() => shop.PlayAsync(Shopping.Orders("kira", "Diffusore") + """
        kira says: cantucci
        bot: Ecco cosa ho trovato per «cantucci»
        kira taps: Dettagli on Cantucci
        kira taps: Metti nel carrello on Cantucci
        bot: In tutto hai 1 pezzo
        kira says: menu
        bot: Cosa ti va di fare?
        bot offers: Paga
        kira says: cassa
        bot: *
        kira chooses: Ho pagato
        bot: Controllo subito con Stripe…
        pays: success
        bot: RECEIPT
        bot: Pagamento ricevuto
        kira says: carrello
        bot: Il tuo carrello: 1 pezzo
        """);

    private async Task<int> ChargesAsync(Order order) =>
        (await shop.Checkout.ListAsync("charges")).Count(charge =>
            charge.GetProperty("paid").GetBoolean()
            && charge.GetProperty("metadata").GetRawText().Contains(order.Id.Value, StringComparison.Ordinal));

    private async Task<HttpStatusCode> DeliverAsync(string body)
    {
        var time = shop.Now.Time.GetUtcNow().ToUnixTimeSeconds();
        var key = Encoding.UTF8.GetBytes(shop.Now.Get<SimulatorSecrets>().StripeWebhookSecret);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/stripe")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(
            "Stripe-Signature",
            $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{time}.{body}")))}");
        using var answer = await shop.Now.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
