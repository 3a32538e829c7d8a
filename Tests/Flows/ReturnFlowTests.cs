using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Sending goods back: without a reason while one may withdraw, else by asking the merchant.</summary>
public sealed class ReturnFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private TestMailbox Mailbox => new(shop.Now);

    [Fact]
    public async Task While_one_may_withdraw_a_return_is_the_withdrawal_function_with_where_to_send_the_goods()
    {
        await ShippedAsync("anna", "Pesto");
        await shop.PlayAsync("""
            anna says: vorrei fare un reso
            bot later: Hai cambiato idea? Tocca «Recedi dal contratto»
            bot: Reso dall'ordine * 1 × Pesto
            bot offers: È danneggiato | È sbagliato | Altro motivo | Recedi dal contratto
            anna chooses: Recedi dal contratto
            bot later: dichiarazione di recesso
            anna taps: Conferma recesso
            bot: Abbiamo ricevuto il tuo recesso * Spedisci gli articoli entro 14 giorni a: Bottega Aurora di * La spedizione la paghi tu
            """);
        Assert.Single(Order("anna").Withdrawals);
        Assert.Contains("Spedisci gli articoli", (await Mailbox.OfAsync("anna@example.com"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_goods_are_asked_back_with_a_few_words_and_the_merchant_agrees_with_one()
    {
        var order = await ShippedAsync("bea", "Cantucci");
        await shop.PlayAsync("""
            bea says: il pacco è arrivato rotto
            bot later: Mi dispiace che sia arrivato rotto
            bot later: Reso dall'ordine
            bea taps: È danneggiato
            bot: in poche parole cosa non va
            bea says: la scatola era aperta e i biscotti in briciole
            bot: Ho mandato la richiesta di reso * bea@example.com
            bea says: i miei ordini
            bea taps: Dettagli
            bot: Reso chiesto: aspetta la risposta
            """);
        var asked = Order("bea");
        Assert.True(asked.Has(OrderFlags.ReturnAsked));
        Assert.Equal(ReturnReason.Damaged, Assert.Single(asked.Returns).Reason);
        Assert.Contains(shop.Merchant.Attention(), each => each.Number == order.Number);
        Assert.Contains(await Mailbox.OfAsync("bea@example.com"), mail =>
            mail.Subject.Contains("richiesta di reso", StringComparison.Ordinal)
            && mail.Text.Contains("briciole", StringComparison.Ordinal));
        Assert.Contains(await Mailbox.OfAsync(TestMailbox.Merchant), mail =>
            mail.Subject == $"Da fare: richiesta di reso, ordine {order.Number}"
            && mail.Text.Contains("briciole", StringComparison.Ordinal));

        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Staff, "Returns");
        Assert.Contains("Return asked", (await desk.GetAsync($"/desk/orders/{order.Number}")).Words, StringComparison.Ordinal);
        Assert.Contains("briciole", (await desk.GetAsync($"/desk/orders/{order.Number}/return")).Words, StringComparison.Ordinal);
        var chat = await Chat.OpenAsync(shop.Now, "bea");
        var answered = await desk.SubmitAsync(
            $"/desk/orders/{order.Number}/return", ("Approve", "true"), ("Text", "Ci scusiamo: rimborsiamo tutto."));
        Assert.Contains("The customer is told", answered.Words, StringComparison.Ordinal);
        var said = string.Join('\n', await chat.HearAsync());
        Assert.Contains("Il negozio accetta il reso", said, StringComparison.Ordinal);
        Assert.Contains("rimborsiamo tutto", said, StringComparison.Ordinal);
        Assert.Contains("La spedizione la paghiamo noi", said, StringComparison.Ordinal);
        Assert.False(Order("bea").Has(OrderFlags.ReturnAsked));
        Assert.Contains(await Mailbox.OfAsync("bea@example.com"), mail =>
            mail.Subject == $"Ordine {order.Number}: reso accettato" && mail.Text.Contains("rimborsiamo tutto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_english_when_the_time_to_withdraw_is_over_some_pieces_are_asked_back_once()
    {
        await shop.PlayAsync(
            """
            cora says: mattarello
            cora taps: Dettagli on Mattarello
            cora taps: Metti nel carrello on Mattarello
            cora chooses: Quantità
            cora says: 3
            cora says: cassa
            """ + "\n" + Shopping.AnswersAll("cora") + """
            cora taps: Ordina e paga
            bot later: Paga sulla pagina sicura di Stripe
            pays: success
            bot: RECEIPT
            """);
        var order = Order("cora");
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.True((await shop.Merchant.DeliverAsync(order.Number)).Done);
        await shop.PlayAsync("""
            pass 20 days
            cora says: in english
            cora says: i want to return my order
            bot later: What is wrong?
            bot: Return of order * 3 × Mattarello
            cora chooses: Choose items
            bot later: Sending back 3 of 3
            cora taps: One fewer on Mattarello
            bot later: 2 × Mattarello
            cora taps: Another reason
            bot: in a few words
            cora chooses: Send it so
            bot: I sent your request
            cora says: i want to return my order
            bot later: waits for the shop's answer
            """);
        Assert.Equal(2, Assert.Single(Assert.Single(Order("cora").Returns).Lines).Quantity);
        await shop.PlayAsync($"""
            pass 5 min
            cora forges: shop1/sendreturn/other/{order.Number}/all
            bot: waits for the shop's answer
            """);
        Assert.Single(Order("cora").Returns);
    }

    [Fact]
    public async Task What_did_not_leave_or_is_anothers_is_not_sent_back()
    {
        await shop.PlayAsync(Shopping.Orders("dora", "Pesto") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        var order = Order("dora");
        await shop.PlayAsync($"""
            dora forges: shop1/sendreturn/wrong/{order.Number}/all
            bot: non c'è niente da restituire
            ivo forges: shop1/return/{order.Number}/all
            bot later: Non trovo questo ordine tra i tuoi
            ivo says: vorrei fare un reso
            bot later: 14 giorni
            """);
        Assert.Empty(Order("dora").Returns);
    }

    private Order Order(string who) => shop.Merchant.OrderOf($"{who}@example.com");

    private async Task<Order> ShippedAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        Assert.True((await shop.Merchant.ShipAsync(Order(who).Number)).Done);
        return Order(who);
    }
}
