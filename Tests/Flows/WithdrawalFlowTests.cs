using System.Globalization;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Withdrawing from a contract, in the chat.</summary>
public sealed class WithdrawalFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private TestMailbox Mailbox => new(shop.Now);

    [Fact]
    public async Task Two_taps_withdraw_and_the_acknowledgement_comes_at_once_in_the_chat_and_by_mail()
    {
        var order = await PaidAsync("anna", "Pesto");
        await shop.PlayAsync("""
            anna menu: Recedi dal contratto qui
            bot: dichiarazione di recesso
            bot: Recesso dall'ordine * Anna Bianchi, conferma a anna@example.com * 1 × Pesto
            bot offers: Conferma recesso | Altra e-mail
            """);
        Assert.Empty(Order("anna").Withdrawals);
        await shop.PlayAsync("""
            anna taps: Conferma recesso
            bot: Abbiamo ricevuto il tuo recesso il * 2026 * 1 × Pesto * Anna Bianchi * anna@example.com
            """);
        var withdrawn = Order("anna");
        Assert.Equal((OrderState.Paid, OrderFlags.Withdrawn), (withdrawn.State, withdrawn.Flags));
        Assert.Equal(shop.Now.Time.GetUtcNow(), Assert.Single(withdrawn.Withdrawals).At, TimeSpan.FromMinutes(5));
        Assert.Contains(shop.Merchant.Attention(), each => each.Number == order.Number);
        var mail = (await Mailbox.OfAsync("anna@example.com"))[^1];
        Assert.Contains("abbiamo ricevuto il tuo recesso", mail.Subject, StringComparison.Ordinal);
        foreach (var told in new[] { "Pesto", "Anna Bianchi", Day(withdrawn.Withdrawals[0].At), order.Number.Value, "+01:00" })
            Assert.Contains(told, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("accett", mail.Text, StringComparison.OrdinalIgnoreCase);
        var task = (await Mailbox.OfAsync(TestMailbox.Merchant))[^1];
        Assert.StartsWith("Da fare: recesso dall'ordine", task.Subject, StringComparison.Ordinal);
        Assert.Contains($"Restituisci i soldi entro: {Day(withdrawn.Withdrawals[0].At.AddDays(14))}", task.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_declaration_tapped_twice_in_a_crash_and_replayed_later_is_one()
    {
        await using var own = await ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });
        var (play, merchant) = (new Play(own), new Merchant(own));
        await play.RunAsync(Shopping.Orders("bea", "Cantucci") + """
            pays: success
            bot: RECEIPT
            bea says: voglio recedere
            bot later: Recesso dall'ordine
            """);
        var chat = await Chat.OpenAsync(own, "bea");
        await chat.SendAsync("tap", new { title = "Conferma recesso" });
        await own.CrashAsync();
        await play.RunAsync($"""
            pass 5 s
            bea taps: Conferma recesso
            bot later: Abbiamo ricevuto il tuo recesso
            bea taps: Conferma recesso
            bot is silent
            pass 5 s
            bea forges: shop1/recede/0/{merchant.OrderOf("bea@example.com").Number}/b
            bot: Abbiamo ricevuto il tuo recesso
            bea says: recesso
            bot: Non vedo ordini tuoi
            """);
        Assert.Single(merchant.OrderOf("bea@example.com").Withdrawals);
        Assert.Single((await new TestMailbox(own).OfAsync("bea@example.com"))
            .Where(mail => mail.Subject.Contains("recesso", StringComparison.Ordinal)).DistinctBy(mail => mail.MessageId));
    }

    [Fact]
    public async Task Some_pieces_and_another_e_mail_are_chosen_and_the_rest_can_be_withdrawn_from_later()
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
            cora says: vorrei recedere dal contratto
            bot later: 3 × Mattarello
            bot offers: Conferma recesso | Scegli gli articoli | Altra e-mail
            cora taps: Scegli gli articoli
            bot later: Recedi da 3 su 3
            cora taps: Uno in meno on Mattarello
            bot later: 2 × Mattarello
            cora taps: Altra e-mail
            bot: A quale e-mail
            cora says: cora@nowhere
            cora says: cora.rossi@example.com
            bot later: conferma a cora.rossi@example.com * 2 × Mattarello
            cora taps: Conferma recesso
            bot: 2 × Mattarello * cora.rossi@example.com
            """);
        Assert.Equal(2, Assert.Single(Assert.Single(Order("cora").Withdrawals).Lines).Quantity);
        Assert.Contains("recesso", Assert.Single(await Mailbox.OfAsync("cora.rossi@example.com")).Subject, StringComparison.Ordinal);
        await shop.PlayAsync("""
            cora says: recesso
            bot later: 1 × Mattarello
            cora taps: Conferma recesso
            bot: 1 × Mattarello
            """);
        Assert.Equal(2, Order("cora").Withdrawals.Count);
    }

    [Fact]
    public async Task In_english_an_order_that_was_shipped_has_the_button_on_its_card()
    {
        var order = await PaidAsync("dora", "Caraffa");
        Assert.True((await shop.Merchant.ShipAsync(order.Number, "BRT 0123456")).Done);
        await shop.PlayAsync("""
            dora says: english please
            dora says: in english
            dora says: my orders
            bot later: Shipped
            bot offers: Withdraw contract
            dora taps: Withdraw contract
            bot: declaration of withdrawal
            bot: Withdrawal from order * Anna Bianchi, acknowledged to dora@example.com
            bot offers: Confirm withdrawal
            dora taps: Confirm withdrawal
            bot: We received your withdrawal on * 2026 * Anna Bianchi * dora@example.com
            dora says: i want to withdraw from the contract
            bot: I see no order of yours to withdraw from
            """);
        Assert.Single(Order("dora").Withdrawals);
    }

    [Fact]
    public async Task The_merchant_gives_the_money_back_and_the_order_waits_no_more()
    {
        var order = await PaidAsync("elsa", "Padella");
        await shop.PlayAsync("""
            elsa says: recesso
            elsa taps: Conferma recesso
            bot: Abbiamo ricevuto il tuo recesso
            """);
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(100, [], false, false))).Done);
        Assert.True(Order("elsa").Has(OrderFlags.Withdrawn));
        Assert.True((await shop.Merchant.RefundAsync(order.Number)).Done);
        Assert.Equal(OrderFlags.None, Order("elsa").Flags);
        Assert.DoesNotContain(shop.Merchant.Attention(), each => each.Number == order.Number);
    }

    [Fact]
    public async Task When_the_period_is_over_the_button_is_gone_and_the_words_are_told_when_it_ended()
    {
        var order = await PaidAsync("fede", "Plaid");
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.True((await shop.Merchant.DeliverAsync(order.Number)).Done);
        await shop.PlayAsync($"""
            fede says: i miei ordini
            bot later: Consegnato
            bot offers: Recedi dal contratto
            pass 20 days
            fede says: recesso
            bot: Non vedo ordini tuoi
            fede forges: shop1/withdraw/{order.Number}/all
            bot: Il termine per recedere dall'ordine * è finito il
            fede forges: shop1/recede/0/{order.Number}/b
            bot: Il termine per recedere dall'ordine
            """);
        Assert.Empty(Order("fede").Withdrawals);
    }

    [Fact]
    public async Task Nobody_withdraws_from_anothers_order()
    {
        var order = await PaidAsync("gina", "Spaghetti");
        await shop.PlayAsync($"""
            ivo forges: shop1/withdraw/{order.Number}/all
            bot later: Non trovo questo ordine tra i tuoi
            ivo forges: shop1/recede/0/{order.Number}/b
            bot: Non trovo questo ordine tra i tuoi
            """);
        Assert.Empty(Order("gina").Withdrawals);
    }

    private static string Day(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(at, "Europe/Rome").ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("it-IT"));

    private Order Order(string who) => shop.Merchant.OrderOf($"{who}@example.com");

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return Order(who);
    }
}
