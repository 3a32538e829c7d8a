using System.Net.Http.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What a shopper and the merchant get by mail.</summary>
public sealed class MailFlowTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private TestMailbox Mailbox => new(shop.Now);

    [Fact]
    public async Task A_paid_order_is_confirmed_by_one_mail_and_the_merchant_gets_one()
    {
        var order = await PaidAsync("anna", "Pesto");
        var mail = Assert.Single(await Mailbox.OfAsync("anna@example.com"));
        Assert.StartsWith("Conferma dell'ordine", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Bottega Aurora", mail.From, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail.Headers);
        foreach (var part in new[] { mail.Text, mail.Html })
            foreach (var told in new[]
            {
                "Pesto",
                "IVA 22",
                "Totale",
                "12,80",
                "Via Roma 1",
                "20121 Milano (MI)",
                "Diritto di recesso",
                "14 giorni",
                "Modulo di recesso",
                "Garanzia legale",
                "Bottega Aurora di Aurora Esempio",
                "IT00000000000",
                "ciao@bottega-aurora.example",
            }
        )
            Assert.Contains(told, part, StringComparison.Ordinal);
        var told2 = Assert.Single(await ToMerchantAsync(order));
        Assert.StartsWith("Nuovo ordine", told2.Subject, StringComparison.Ordinal);
        Assert.Contains($"/desk/orders/{order.Number}", told2.Text, StringComparison.Ordinal);
        Assert.Contains("anna@example.com", told2.Text, StringComparison.Ordinal);
        await shop.PlayAsync("anna says: ho pagato\nbot: *");
        Assert.Single(await Mailbox.OfAsync("anna@example.com"));
    }

    [Fact]
    public async Task Who_is_outside_the_24_hours_gets_the_mail_with_a_link_that_follows_the_parcel()
    {
        var order = await PaidAsync("dora", "Caraffa");
        using (var moved = await shop.Now.Simulators.PostAsJsonAsync(
            "/simulator/messenger/shoppers/dora/window", new { lastActionHoursAgo = 25 }))
            moved.EnsureSuccessStatusCode();
        Assert.True((await shop.Merchant.ShipAsync(order.Number, "BRT 0123456")).Done);
        var mails = await Mailbox.OfAsync("dora@example.com");
        Assert.Equal(2, mails.Count);
        Assert.EndsWith("è partito", mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains("Caraffa", mails[1].Text, StringComparison.Ordinal);
        Assert.Contains(
            "https://vas.brt.it/vas/sped_det_show.hsm?referer=sped_numspe_par.htm&Nspediz=0123456", mails[1].Text, StringComparison.Ordinal
        );
        Assert.StartsWith("WindowClosed", Assert.Single(shop.Merchant.UndeliveredIn(order)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shipping_delivering_and_giving_the_money_back_are_mailed_each_once()
    {
        var order = await PaidAsync("elsa", "Cantucci");
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.True((await shop.Merchant.ShipAsync(order.Number)).Done);
        Assert.True((await shop.Merchant.DeliverAsync(order.Number)).Done);
        Assert.True((await shop.Merchant.DeliverAsync(order.Number)).Done);
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(100, [], false, false))).Done);
        Assert.True((await shop.Merchant.RefundAsync(order.Number, new RefundTerms(200, [], false, false))).Done);
        var subjects = (await Mailbox.OfAsync("elsa@example.com")).Select(mail => mail.Subject).ToArray();
        Assert.Equal(5, subjects.Length);
        Assert.Contains("partito", subjects[1], StringComparison.Ordinal);
        Assert.Contains("consegnato", subjects[2], StringComparison.Ordinal);
        Assert.StartsWith("Rimborso", subjects[3], StringComparison.Ordinal);
        Assert.StartsWith("Rimborso", subjects[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_order_is_mailed_with_the_money_that_comes_back()
    {
        var order = await PaidAsync("fede", "Plaid");
        Assert.True((await shop.Merchant.CancelAsync(order.Number)).Done);
        var mails = await Mailbox.OfAsync("fede@example.com");
        Assert.Contains("annullato, rimborso in arrivo", mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains("ti restituisce", mails[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Rimborso", mails[2].Subject, StringComparison.Ordinal);
        Assert.Equal(3, mails.Count);
    }

    [Fact]
    public async Task A_shopper_who_cancels_what_nobody_paid_gets_no_mail()
    {
        await shop.PlayAsync(Shopping.Orders("gina", "Plaid") + "gina says: annulla\nbot later: annullato");
        Assert.Equal(OrderState.Cancelled, shop.Merchant.OrderOf("gina@example.com").State);
        Assert.Empty(await Mailbox.OfAsync("gina@example.com"));
    }

    [Fact]
    public async Task A_dispute_is_mailed_to_the_merchant_with_what_to_do()
    {
        var order = await PaidAsync("hugo", "Padella");
        await shop.Checkout.DisputeAsync();
        var mails = await ToMerchantAsync(order);
        Assert.Equal(2, mails.Count);
        Assert.StartsWith("Da fare: pagamento contestato", mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains("Non spedire", mails[1].Text, StringComparison.Ordinal);
        Assert.Equal(PaymentState.Disputed, shop.Merchant.LedgerOf(order).State);
    }

    private async Task<IReadOnlyList<SeenMail>> ToMerchantAsync(Order order) =>
        [.. (await Mailbox.OfAsync(TestMailbox.Merchant)).Where(mail => mail.Text.Contains(order.Contact.Email, StringComparison.Ordinal))];

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }
}
