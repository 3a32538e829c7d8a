using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What becomes of money after "pay": delayed payments, banks that ask, refunds, disputes, lost webhooks.</summary>
public sealed class MoneyFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_delayed_payment_keeps_its_goods_and_has_its_receipt_when_the_bank_is_done()
    {
        await shop.PlayAsync(Shopping.Orders("anna", "Cappuccino") + """
            pays: async
            bot: La banca sta elaborando il pagamento
            pass 20 h
            bot is silent
            stripe settles: succeeded
            bot: RECEIPT
            bot: Pagamento ricevuto, grazie!
            """);
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("anna@example.com").State);
    }

    [Fact]
    public async Task A_delayed_payment_that_comes_to_nothing_frees_the_goods_and_is_told()
    {
        await shop.PlayAsync(Shopping.Orders("bruno", "Cappuccino") + """
            pays: async
            bot: La banca sta elaborando il pagamento
            stripe settles: failed
            bot: non è andato a buon fine e l'ordine è chiuso. Non ti è stato addebitato nulla
            bot offers: Ordina di nuovo
            """);
        Assert.Equal(OrderState.Cancelled, shop.Merchant.OrderOf("bruno@example.com").State);
    }

    [Fact]
    public async Task A_bank_that_is_not_told_yes_costs_nothing_and_can_be_asked_again()
    {
        await shop.PlayAsync(Shopping.Orders("carla", "Cappuccino") + """
            pays: three_d_secure fail
            bot: La tua banca non ha avuto conferma
            pays: three_d_secure
            bot: RECEIPT
            """);
        Assert.Equal(OrderState.Paid, shop.Merchant.OrderOf("carla@example.com").State);
    }

    [Fact]
    public async Task A_payment_whose_webhook_was_lost_is_found_in_the_list_of_events()
    {
        await shop.PlayAsync(Shopping.Orders("dario", "Cappuccino") + """
            stripe fails: webhooks.lose 1
            pays: success
            bot is silent
            stripe is well
            pass 6 min
            bot: RECEIPT
            """);
    }

    [Fact]
    public async Task A_new_page_opens_when_the_old_one_is_closed_and_not_before()
    {
        await shop.PlayAsync(Shopping.Orders("elena", "Cappuccino") + """
            pass 59 min
            elena says: paga ora
            bot: preparo una nuova pagina per pagare
            bot: Paga sulla pagina sicura di Stripe entro 60 minuti
            pays: success
            bot: RECEIPT
            """);
        var ledger = shop.Merchant.LedgerOf(shop.Merchant.OrderOf("elena@example.com"));
        Assert.Equal(2, ledger.Attempts.Count);
        var closed = ledger.Facts.Single(fact => fact.Kind == PaymentFactKind.Expired);
        Assert.True(closed.At <= ledger.Attempts[1].RequestedAt);
    }

    [Fact]
    public async Task The_merchant_gives_back_a_part_and_the_shopper_hears_of_it()
    {
        var order = await PaidAsync("fabio", "Cappuccino");
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(500, [], false, false))).Done);
        await shop.PlayAsync("""
            fabio says: i miei ordini
            bot later: Pagato
            fabio taps: Dettagli
            bot: Rimborsato: 5,00 €
            """);
        var ledger = shop.Merchant.LedgerOf(order);
        Assert.Equal((PaymentState.PartlyRefunded, 500L), (ledger.State, ledger.GivenBack!.Value.Minor));
        Assert.False((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(order.Total.Minor, [], false, false))).Done);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
    }

    [Fact]
    public async Task A_refund_made_in_the_dashboard_is_found_and_what_lost_all_its_money_is_not_sent()
    {
        var order = await PaidAsync("gina", "Cappuccino");
        await shop.PlayAsync($"""
            stripe refunds: 100
            bot to gina: Il rimborso di 1,00 € per l'ordine {order.Number} è partito
            stripe refunds
            bot to gina: Il rimborso di
            bot to gina: è annullato: i soldi sono tornati indietro e non spediamo niente
            """);
        Assert.Equal((OrderState.Cancelled, PaymentState.Refunded), (Now(order).State, shop.Merchant.LedgerOf(order).State));
        Assert.False((await shop.Merchant.ShipAsync(order.Number)).Done);
    }

    [Fact]
    public async Task A_refund_that_waits_and_then_fails_is_told_and_calls_the_merchant()
    {
        var order = await PaidAsync("hugo", "Cappuccino");
        await shop.PlayAsync("stripe fails: refunds.pending 1");
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(300, [], false, false))).Done);
        await shop.PlayAsync("""
            stripe ends refund: failed
            bot to hugo: Il rimborso di 3,00 € * non è riuscito. Il negozio è avvisato
            stripe is well
            """);
        Assert.Contains(shop.Merchant.Attention(), one => one.Id == order.Id);
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(300, [], false, false))).Done);
        Assert.DoesNotContain(shop.Merchant.Attention(), one => one.Id == order.Id);
        Assert.Equal(300, shop.Merchant.LedgerOf(order).GivenBack!.Value.Minor);
    }

    [Theory]
    [InlineData("api.error")]
    [InlineData("api.loseAnswer")]
    [InlineData("api.tooMany")]
    [InlineData("api.conflict")]
    public async Task A_refund_that_Stripe_would_not_answer_is_made_once(string fault)
    {
        var user = "ivo" + fault.Split('.')[1].ToLowerInvariant();
        var order = await PaidAsync(user, "Cappuccino");
        await shop.PlayAsync($"stripe fails: {fault} 1");
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(200, [], false, false))).Done);
        await shop.PlayAsync($"""
            stripe is well
            pass 20 min
            bot to {user} later: Il rimborso di 2,00 € per l'ordine {order.Number} è partito
            """);
        var ledger = shop.Merchant.LedgerOf(order);
        Assert.Equal(200, ledger.GivenBack!.Value.Minor);
        var made = (await shop.Checkout.ListAsync("refunds")).Where(refund =>
            refund.GetProperty("metadata").TryGetProperty("order", out var id) && id.GetString() == order.Id.Value);
        Assert.Single(made, refund => refund.GetProperty("status").GetString() == "succeeded");
    }

    [Fact]
    public async Task While_the_bank_asks_the_money_back_nothing_ships()
    {
        var order = await PaidAsync("lia", "Cappuccino");
        await shop.PlayAsync("stripe disputes");
        Assert.False((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.Contains(shop.Merchant.Attention(), one => one.Id == order.Id);
        await shop.PlayAsync("stripe closes dispute: won");
        Assert.DoesNotContain(shop.Merchant.Attention(), one => one.Id == order.Id);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
    }

    [Fact]
    public async Task An_order_whose_money_the_bank_took_away_is_not_sent()
    {
        var order = await PaidAsync("mino", "Cappuccino");
        await shop.PlayAsync("""
            stripe disputes
            stripe closes dispute: lost
            bot to mino: è annullato
            """);
        Assert.Equal(OrderState.Cancelled, Now(order).State);
        Assert.False((await shop.Merchant.ShipAsync(order.Number)).Done);
    }

    [Fact]
    public async Task A_loss_that_is_appealed_and_won_gives_a_shipped_order_its_money_again()
    {
        var order = await PaidAsync("nora", "Cappuccino");
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync("""
            stripe disputes
            stripe moves dispute: under_review
            stripe closes dispute: lost
            """);
        Assert.Equal(PaymentState.Refunded, shop.Merchant.LedgerOf(order).State);
        await shop.PlayAsync("stripe moves dispute: appeal_needs_response");
        Assert.Equal((PaymentState.Disputed, OrderState.Shipped), (shop.Merchant.LedgerOf(order).State, Now(order).State));
        Assert.Contains(shop.Merchant.Attention(), one => one.Id == order.Id);
        await shop.PlayAsync("""
            stripe moves dispute: appeal_under_review
            stripe closes dispute: won
            """);
        Assert.Equal((PaymentState.Paid, OrderState.Shipped), (shop.Merchant.LedgerOf(order).State, Now(order).State));
        Assert.DoesNotContain(shop.Merchant.Attention(), one => one.Id == order.Id);
    }

    [Fact]
    public async Task A_loss_that_is_appealed_and_lost_again_stays_lost_and_what_was_won_may_be_lost_after_all()
    {
        var order = await PaidAsync("olga", "Cappuccino");
        await shop.PlayAsync("""
            stripe disputes
            stripe closes dispute: won
            stripe moves dispute: under_review
            """);
        Assert.False((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync("""
            stripe closes dispute: lost
            bot to olga: è annullato
            stripe moves dispute: appeal_needs_response
            bot to olga is silent
            stripe moves dispute: appeal_under_review
            stripe closes dispute: lost
            bot to olga is silent
            """);
        Assert.Equal((PaymentState.Refunded, OrderState.Cancelled), (shop.Merchant.LedgerOf(order).State, Now(order).State));
        Assert.DoesNotContain(
            await shop.Checkout.ListAsync("refunds"), refund => refund.GetProperty("metadata").TryGetProperty("order", out var id)
                && id.GetString() == order.Id.Value);
    }

    [Fact]
    public async Task Money_that_an_appeal_wins_back_for_a_cancelled_order_goes_to_the_shopper()
    {
        var order = await PaidAsync("pia", "Cappuccino");
        await shop.PlayAsync("""
            stripe disputes
            stripe closes dispute: lost
            bot to pia: è annullato
            stripe moves dispute: appeal_under_review
            stripe closes dispute: won
            bot to pia: La banca ha restituito al negozio
            """);
        Assert.Equal((PaymentState.Refunded, OrderState.Cancelled), (shop.Merchant.LedgerOf(order).State, Now(order).State));
        Assert.Single(
            await shop.Checkout.ListAsync("refunds"), refund => refund.GetProperty("metadata").TryGetProperty("order", out var id)
                && id.GetString() == order.Id.Value && refund.GetProperty("status").GetString() == "succeeded");
    }

    private async Task<Order> PaidAsync(string user, string request)
    {
        await shop.PlayAsync(Shopping.Orders(user, request) + """
            pays: success
            bot: RECEIPT
            """);
        return shop.Merchant.OrderOf($"{user}@example.com");
    }

    private Order Now(Order order) => shop.Merchant.Orders().First(one => one.Id == order.Id);
}
