using CommerceBot.Cards;
using System.Net.Http.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What the merchant does at the terminal, as the shopper hears it.</summary>
public sealed class MerchantFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_shopper_hears_that_the_order_was_shipped_and_delivered()
    {
        var (chat, order) = await PaidAsync("anna", "Pesto");
        var answer = await shop.Merchant.ShipAsync(order.Number, "BRT 0123");
        Assert.True(answer.Done, answer.Message);
        Assert.Equal(
            $"Buone notizie: l'ordine {NumberText.Show(order.Number)} è partito! Numero di spedizione: BRT 0123 | [Segui il pacco]",
            Assert.Single(await chat.HearAsync()).Words
        );
        Assert.True((await shop.Merchant.ShipAsync(order.Number, "BRT 0123")).Done);
        Assert.Empty(await chat.HearAsync());
        Assert.True((await shop.Merchant.DeliverAsync(order.Number)).Done);
        Assert.Contains("è stato consegnato", Assert.Single(await chat.HearAsync()).Words, StringComparison.Ordinal);
        await shop.PlayAsync("""
            anna says: i miei ordini
            bot later: Consegnato
            anna taps: Dettagli
            bot: Numero di spedizione: BRT 0123
            bot offers: Ordina di nuovo
            """);
    }

    [Fact]
    public async Task The_merchant_cancels_what_is_paid_by_giving_the_money_back()
    {
        var (chat, paid) = await PaidAsync("bea", "Cantucci");
        Assert.True((await shop.Merchant.CancelAsync(paid.Number)).Done);
        var said = string.Join('\n', await chat.HearAsync());
        Assert.Contains("Il negozio ha annullato l'ordine", said, StringComparison.Ordinal);
        Assert.Contains("Il rimborso di", said, StringComparison.Ordinal);
        var order = shop.Merchant.OrderOf("bea@example.com");
        Assert.Equal(
            (OrderState.Cancelled, OrderFlags.None, PaymentState.Refunded), (order.State, order.Flags, shop.Merchant.LedgerOf(order).State)
        );
        Assert.True((await shop.Merchant.CancelAsync(paid.Number)).Done);
        Assert.False((await shop.Merchant.ShipAsync(paid.Number)).Done);
        Assert.False((await shop.Merchant.RefundAsync(paid.Number)).Done);
        Assert.Empty(await chat.HearAsync());
    }

    [Fact]
    public async Task The_merchant_cancels_what_is_not_paid()
    {
        await shop.PlayAsync(Shopping.Orders("cora", "Plaid"));
        var chat = await Chat.OpenAsync(shop.Now, "cora");
        var order = shop.Merchant.OrderOf("cora@example.com");
        Assert.True((await shop.Merchant.CancelAsync(order.Number)).Done);
        var said = string.Join('\n', await chat.HearAsync());
        Assert.Contains("Il negozio sta annullando l'ordine", said, StringComparison.Ordinal);
        Assert.Contains("è annullato. Non ti è stato addebitato nulla.", said, StringComparison.Ordinal);
        Assert.Equal(OrderState.Cancelled, shop.Merchant.OrderOf("cora@example.com").State);
        Assert.True((await shop.Merchant.CancelAsync(order.Number)).Done);
        Assert.False((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.Empty(await chat.HearAsync());
    }

    [Fact]
    public async Task A_notice_outside_the_24_hours_is_a_dead_letter_with_its_reason_and_shown_for_the_order()
    {
        var (chat, order) = await PaidAsync("dora", "Caraffa");
        using var moved = await shop.Now.Simulators.PostAsJsonAsync(
            "/simulator/messenger/shoppers/dora/window", new { lastActionHoursAgo = 25 }
        );
        moved.EnsureSuccessStatusCode();
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.Empty(await chat.HearAsync());
        var shipped = shop.Merchant.OrderOf("dora@example.com");
        Assert.Equal(OrderState.Shipped, shipped.State);
        Assert.StartsWith("WindowClosed", Assert.Single(shop.Merchant.UndeliveredIn(shipped)), StringComparison.Ordinal);
        await shop.PlayAsync("""
            dora says: i miei ordini
            bot later: Spedito
            """);
    }

    [Fact]
    public async Task A_merchants_notice_does_not_disturb_a_checkout_under_way()
    {
        var (_, order) = await PaidAsync("elsa", "Spaghetti");
        await shop.PlayAsync("""
            elsa says: pesto
            elsa taps: Compra ora on Pesto
            bot later: Uso i dati dell'ultima volta?
            """);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        await shop.PlayAsync("""
            elsa says: sì
            bot later: Totale: 12,80 €
            """);
    }

    private async Task<(Chat Chat, Order Order)> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return (await Chat.OpenAsync(shop.Now, who), shop.Merchant.OrderOf($"{who}@example.com"));
    }
}
