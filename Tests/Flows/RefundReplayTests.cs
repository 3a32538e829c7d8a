using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Commands;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>A refund whose call died and is replayed goes back once, whatever was done about it meanwhile.</summary>
public sealed class RefundReplayTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task A_dead_refund_that_was_made_by_another_call_is_not_made_again()
    {
        var order = await PaidAsync("rita");
        await shop.PlayAsync("stripe fails: api.tooMany 1");
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(500, [], false, false))).Done);
        await shop.PlayAsync($"""
            pass 21 h
            stripe is well
            pass 2 h
            bot to rita later: Il rimborso di 5,00 € per l'ordine {order.Number} è partito
            """);
        var first = shop.Merchant.LedgerOf(order).Refunds[0];
        Assert.Equal(0, shop.Now.Count($"outbox WHERE state = 2 AND order_id = '{order.Id}'"));

        // As an operator's replay woke it before: the row itself is made to wait again.
        shop.Now.Run($"UPDATE outbox SET state = 4 WHERE order_id = '{order.Id}' AND target = 'rf:{first.Id}'");
        await shop.PlayAsync("pass 5 min");
        Assert.True((await shop.Merchant.ReplayAsync(order.Number, $"rf:{first.Id}")).Done);
        await shop.PlayAsync("pass 5 min");
        Assert.Equal(500, await GivenBackAsync(order));
        Assert.Equal(500, shop.Merchant.LedgerOf(order).GivenBack!.Value.Minor);
    }

    [LongFact]
    public async Task The_command_says_what_became_of_a_dead_refund_and_closes_the_letter()
    {
        var order = await PaidAsync("zoe");
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(500, [], false, false))).Done);
        var refund = Assert.Single(shop.Merchant.LedgerOf(order).Refunds);
        shop.Now.Run(
            $"UPDATE outbox SET state = 2, closed = created, reason = 'given up' "
            + $"WHERE order_id = '{order.Id}' AND target = 'rf:{refund.Id}'"
        );
        var letter = shop.Now.Text($"SELECT 'out-' || seq || '-' || n FROM outbox WHERE state = 2 AND target = 'rf:{refund.Id}'")!;

        var said = await Run.BesideAsync(shop.Now, "dead-letters", "replay", letter);
        Assert.True(said.Code == 0, said.ToString());
        Assert.Contains($"the gateway has it as {refund.Reference}, Done", said.Out, StringComparison.Ordinal);
        Assert.Equal(0, shop.Now.Count($"outbox WHERE state = 2 AND order_id = '{order.Id}'"));
        Assert.Equal(500, await GivenBackAsync(order));
    }

    [Fact]
    public async Task A_refund_that_was_made_and_not_answered_is_found_when_it_is_replayed_after_the_gateway_forgot_its_key()
    {
        var order = await PaidAsync("sara");
        await shop.PlayAsync("stripe fails: api.loseAnswer 1");
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(500, [], false, false))).Done);
        Assert.Equal(500, await GivenBackAsync(order));
        await shop.PlayAsync("""
            stripe fails: api.tooMany 1
            pass 25 h
            """);
        var refund = Assert.Single(shop.Merchant.LedgerOf(order).Refunds);
        var answer = await shop.Merchant.ReplayAsync(order.Number, $"rf:{refund.Id}");
        Assert.Contains("before anything is made again", answer.Message, StringComparison.Ordinal);
        await shop.PlayAsync("""
            stripe is well
            pass 2 h
            """);

        Assert.Equal(500, await GivenBackAsync(order));
        Assert.Equal(RefundState.Done, shop.Merchant.LedgerOf(order).StateOf(Assert.Single(shop.Merchant.LedgerOf(order).Refunds)));
        Assert.Equal(0, shop.Now.Count($"outbox WHERE state = 2 AND kind = 'payment.refund' AND order_id = '{order.Id}'"));
    }

    [Fact]
    public async Task Whoever_leaves_the_page_without_paying_frees_the_goods_at_once()
    {
        await shop.PlayAsync(Shopping.Orders("tina", "Cappuccino") + """
            stripe leaves
            bot: chiudo la pagina di pagamento
            bot: è annullato. Non ti è stato addebitato nulla
            bot offers: Ordina di nuovo
            """);
        var order = shop.Merchant.OrderOf("tina@example.com");
        Assert.Equal(OrderState.Cancelled, order.State);
        Assert.Equal(0, shop.Now.Count($"reservation WHERE order_id = '{order.Id}'"));
    }

    private async Task<long> GivenBackAsync(Order order) => (await shop.Checkout.ListAsync("refunds"))
        .Where(refund => refund.GetProperty("metadata").TryGetProperty("order", out var id) && id.GetString() == order.Id.Value
            && refund.GetProperty("status").GetString() == "succeeded")
        .Sum(refund => refund.GetProperty("amount").GetInt64());

    private async Task<Order> PaidAsync(string user)
    {
        await shop.PlayAsync(Shopping.Orders(user, "Cappuccino") + """
            pays: success
            bot: RECEIPT
            """);
        return shop.Merchant.OrderOf($"{user}@example.com");
    }
}
