using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What a shopper does with an order of their own after paying it.</summary>
public sealed class OwnOrderFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private TestMailbox Mailbox => new(shop.Now);

    [Fact]
    public async Task A_paid_order_of_which_nothing_left_is_cancelled_in_two_taps_and_all_of_its_money_goes_back()
    {
        var order = await PaidAsync("anna", "Pesto");
        await shop.PlayAsync("""
            anna says: i miei ordini
            bot later: Pagato
            bot offers: Dettagli | Recedi dal contratto | Annulla ordine
            anna taps: Annulla ordine
            bot: già pagato e non è ancora partito * ti restituiamo * Lo annullo?
            bot offers: Annulla e rimborsa | No, lo tengo
            """);
        Assert.Equal(OrderState.Paid, Order("anna").State);
        await shop.PlayAsync("""
            anna taps: Annulla e rimborsa
            bot: è annullato e ti restituiamo
            """);
        var cancelled = Order("anna");
        Assert.Equal(
            (OrderState.Cancelled, OrderFlags.None, PaymentState.Refunded),
            (cancelled.State, cancelled.Flags, shop.Merchant.LedgerOf(cancelled).State));
        Assert.Equal(order.Total, shop.Merchant.LedgerOf(cancelled).WentBack);
        Assert.Contains(await Mailbox.OfAsync("anna@example.com"), mail =>
            mail.Subject == $"Ordine {order.Number} annullato, rimborso in arrivo"
            && mail.Text.Contains("hai annullato l'ordine", StringComparison.Ordinal));
        Assert.Contains(await Mailbox.OfAsync(TestMailbox.Merchant), mail =>
            mail.Subject == $"Non spedire: ordine {order.Number} annullato dal cliente");
        Assert.False((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync($"""
            pass 5 min
            anna forges: shop1/giveback/{order.Number}
            bot: Annullato
            """);
    }

    [Fact]
    public async Task Cancelled_goods_are_for_sale_again()
    {
        await PaidAsync("nora", "Padella");
        var before = AvailableOf(Order("nora").Lines[0].Sku.Value);
        await shop.PlayAsync("""
            nora says: vorrei annullare l'ordine
            bot later: già pagato e non è ancora partito
            nora taps: Annulla e rimborsa
            bot: è annullato
            """);
        Assert.Equal(before + 1, AvailableOf(Order("nora").Lines[0].Sku.Value));
    }

    [Fact]
    public async Task What_left_while_the_shopper_thought_it_over_is_not_cancelled_and_can_be_sent_back()
    {
        var order = await PaidAsync("bea", "Cantucci");
        await shop.PlayAsync("""
            bea says: vorrei annullare l'ordine
            bot later: Lo annullo?
            """);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync("""
            bea taps: Annulla e rimborsa
            bot: è già partito, quindi non si può più annullare. Puoi però restituirlo
            bot offers: Recedi dal contratto | Dettagli | Parla con noi
            bea says: voglio annullare il mio ordine
            bot later: è già partito
            """);
        Assert.Equal(OrderState.Shipped, Order("bea").State);
        Assert.Empty(shop.Merchant.LedgerOf(order).Refunds);
    }

    [Fact]
    public async Task In_english_a_sentence_asks_which_of_two_orders_to_cancel_and_cancels_neither()
    {
        var first = await PaidAsync("cora", "Pesto");
        var second = await PaidAsync("cora", "Plaid");
        await shop.PlayAsync($"""
            cora says: in english
            cora says: i want to cancel my order
            bot later: Which order would you like to cancel?
            bot: Paid * Paid
            cora taps: Cancel order on {NumberText.Show(first.Number)}
            bot: is paid and has not left yet. If you cancel it you get €12.80 back
            bot offers: Cancel and refund | No, keep it
            cora taps: No, keep it
            bot: Paid * Pesto
            cora says: cancel order {first.Number}
            bot later: Shall I cancel it?
            cora taps: Cancel and refund
            bot: is cancelled and €12.80 goes back to you
            """);
        Assert.Equal(OrderState.Cancelled, shop.Merchant.Orders().First(one => one.Number == first.Number).State);
        Assert.Equal(OrderState.Paid, shop.Merchant.Orders().First(one => one.Number == second.Number).State);
    }

    [Fact]
    public async Task Nobody_cancels_anothers_order_nor_sees_its_receipt()
    {
        var order = await PaidAsync("gina", "Spaghetti");
        await shop.PlayAsync($"""
            ivo forges: shop1/giveback/{order.Number}
            bot later: Non trovo questo ordine tra i tuoi
            ivo forges: shop1/receipt/{order.Number}
            bot: Non trovo questo ordine tra i tuoi
            ivo forges: shop1/readdress/{order.Number}
            bot: Non trovo questo ordine tra i tuoi
            """);
        Assert.Equal(OrderState.Paid, Order("gina").State);
    }

    [Theory]
    [InlineData("dora", "mandami di nuovo la ricevuta", "Ecco di nuovo la ricevuta")]
    [InlineData("dina", "puoi rimandarmi la ricevuta?", "Ecco di nuovo la ricevuta")]
    [InlineData("elsa", "resend my receipt", "Here is your receipt again")]
    [InlineData("elio", "can you send me the receipt again", "Here is your receipt again")]
    public async Task A_receipt_comes_again_when_it_is_asked_for(string who, string words, string answer)
    {
        await PaidAsync(who, "Pesto");
        if (answer[0] == 'H')
            await shop.PlayAsync($"{who} says: in english");
        await shop.PlayAsync($"""
            pass 5 s
            {who} says: {words}
            bot: RECEIPT
            bot: {answer}
            """);
        Assert.Equal(2, (await Mailbox.OfAsync($"{who}@example.com")).Count(mail => mail.Text.Contains("Pesto", StringComparison.Ordinal)));
        // Once more at once: in the chat only, since nobody has proved whose address it is.
        await shop.PlayAsync($"""
            pass 5 s
            {who} says: {words}
            bot: RECEIPT
            bot: {answer}
            """);
        Assert.Equal(2, (await Mailbox.OfAsync($"{who}@example.com")).Count(mail => mail.Text.Contains("Pesto", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_invoice_is_still_another_thing_and_a_receipt_of_no_order_a_question()
    {
        await PaidAsync("fede", "Pesto");
        await shop.PlayAsync("""
            fede says: vorrei la fattura
            bot later: codice SDI
            gaia says: mi rimandi la ricevuta?
            bot later: codice SDI
            """);
    }

    [Fact]
    public async Task A_parcel_is_followed_from_the_notice_the_order_and_the_mail()
    {
        var order = await PaidAsync("ida", "Caraffa");
        var chat = await Chat.OpenAsync(shop.Now, "ida");
        Assert.True((await shop.Merchant.ShipAsync(order.Number, "UPS 1Z999AA10123456784")).Done);
        const string page = "https://www.ups.com/track?loc=it_IT&tracknum=1Z999AA10123456784";
        Assert.Contains(page, (await chat.HearAsync()).SelectMany(said => said.Buttons).Select(button => button.Url));
        await shop.PlayAsync("""
            ida says: i miei ordini
            bot later: Spedito
            bot offers: Dettagli | Recedi dal contratto | Segui il pacco
            ida taps: Dettagli
            bot: Numero di spedizione
            bot offers: Recedi dal contratto | Segui il pacco
            """);
        Assert.Contains(await Mailbox.OfAsync("ida@example.com"), mail => mail.Text.Contains(page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Buying_again_what_is_sold_out_or_gone_is_told_and_begins_nothing()
    {
        var order = await PaidAsync("lia", "Mattarello");
        var sku = order.Lines[0].Sku.Value;
        shop.Merchant.Count(sku, 0);
        await shop.PlayAsync("""
            lia says: vorrei riordinare
            bot later: non è rimasto niente da comprare
            """);
        await shop.Merchant.TakeAwayAsync(sku);
        await shop.PlayAsync($"""
            lia forges: shop1/again/{order.Number}
            bot: non è rimasto niente da comprare
            """);
        await shop.Merchant.ImportAsync();
    }

    private Order Order(string who) => shop.Merchant.OrderOf($"{who}@example.com");

    private long AvailableOf(string sku) => shop.Merchant.AvailableOf(sku);

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return Order(who);
    }
}
