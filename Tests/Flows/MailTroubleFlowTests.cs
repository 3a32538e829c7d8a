using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>What becomes of mails while the mail server or the shop is in trouble. The simulators live in a host of their own.</summary>
public sealed class MailTroubleFlowTests
{
    private const string Anna = "anna@example.com";

    [Fact]
    public async Task A_mail_that_is_refused_for_now_comes_later_and_once()
    {
        await using var host = await StartAsync();
        var mailbox = new TestMailbox(host);
        await mailbox.FailAsync("temporary", 2, Anna);
        await PaidAsync(host);
        Assert.Empty(await mailbox.OfAsync(Anna));
        Assert.Single(await mailbox.OfAsync(TestMailbox.Merchant));
        await host.PassAsync(TimeSpan.FromMinutes(2));
        Assert.StartsWith("Conferma", Assert.Single(await mailbox.OfAsync(Anna)).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut-after")]
    [InlineData("cut-before")]
    public async Task A_mail_whose_answer_was_lost_comes_again_as_the_same_mail(string fault)
    {
        await using var host = await StartAsync();
        var mailbox = new TestMailbox(host);
        await mailbox.FailAsync(fault, 1, Anna);
        await PaidAsync(host);
        Assert.Equal(fault == "cut-after" ? 1 : 0, (await mailbox.OfAsync(Anna)).Count);
        await host.PassAsync(TimeSpan.FromMinutes(1));
        var mails = await mailbox.OfAsync(Anna);
        Assert.Equal(fault == "cut-after" ? 2 : 1, mails.Count);
        Assert.Single(mails.Select(mail => (mail.MessageId, mail.Html, mail.Text, mail.Subject)).Distinct());
    }

    [Fact]
    public async Task A_shop_that_dies_before_it_knows_that_a_mail_left_sends_the_same_mail_again_and_never_another()
    {
        await using var host = await StartAsync();
        var mailbox = new TestMailbox(host);
        await mailbox.FailAsync("hang", 1, Anna);
        var chat = await ReadyToPayAsync(host);
        var checkout = new TestCheckout(host);
        Assert.Equal("paid", await checkout.PayWithoutWaitingAsync(await checkout.OpenSessionAsync()));
        await Eventually.SeeAsync(
            async () => (await mailbox.NowAsync(Anna)).Count > 0 ? mailbox : null, TestTimeouts.Hang, () => "no mail came",
            TestContext.Current.CancellationToken);
        await host.CrashAsync();
        await host.PassAsync(TimeSpan.FromMinutes(1));
        var mails = await mailbox.OfAsync(Anna);
        Assert.Equal(2, mails.Count);
        Assert.Single(mails.Select(mail => mail.MessageId).Distinct());
        await chat.HearAsync();
        await host.RestartAsync();
        Assert.Equal(2, (await mailbox.OfAsync(Anna)).Count);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_a_dead_letter_at_once_with_its_cause_and_can_be_replayed()
    {
        await using var host = await StartAsync();
        var mailbox = new TestMailbox(host);
        await mailbox.FailAsync("permanent", int.MaxValue, Anna);
        await PaidAsync(host);
        Assert.Empty(await mailbox.OfAsync(Anna));
        Assert.Single(await mailbox.OfAsync(TestMailbox.Merchant));
        var letter = Assert.Single(host.Get<IDeadLetters>().List());
        Assert.Equal("mail.shopper", letter.What);
        Assert.Equal("Smtp: refused for good (MessageNotAccepted): 554 5.7.1 Message rejected as spam", letter.Reason);
        await mailbox.BeWellAsync();
        host.Get<IDeadLetters>().Replay(letter);
        Assert.Single(await mailbox.OfAsync(Anna));
        Assert.Empty(host.Get<IDeadLetters>().List());
    }

    [Fact]
    public async Task A_mail_server_that_is_away_loses_no_mail_and_keeps_no_order_waiting()
    {
        await using var host = await StartAsync();
        var mailbox = new TestMailbox(host);
        await mailbox.FailAsync("busy");
        await PaidAsync(host);
        var merchant = new Merchant(host);
        var order = merchant.OrderOf(Anna);
        Assert.True((await merchant.ShipAsync(order.Number)).Done);
        Assert.True((await merchant.RefundAsync(order.Number, new RefundTerms(100, [], false, false))).Done);
        Assert.Equal(RefundState.Done, merchant.LedgerOf(order).StateOf(Assert.Single(merchant.LedgerOf(order).Refunds)));
        await host.PassAsync(TimeSpan.FromHours(6));
        Assert.Empty(await mailbox.OfAsync(Anna));
        await mailbox.BeWellAsync();
        await host.PassAsync(TimeSpan.FromHours(1));
        var mails = await mailbox.OfAsync(Anna);
        Assert.Equal(3, mails.Count);
        Assert.StartsWith("Conferma", mails[0].Subject, StringComparison.Ordinal);
        Assert.Contains("partito", mails[1].Subject, StringComparison.Ordinal);
        Assert.StartsWith("Rimborso", mails[2].Subject, StringComparison.Ordinal);
        Assert.Equal(3, mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Without_mail_an_order_is_paid_and_shipped_as_ever()
    {
        await using var host = await ShopHost.StartAsync(new ShopHostOptions { Settings = ["Email:Mode=Off"] });
        await PaidAsync(host);
        var merchant = new Merchant(host);
        Assert.True((await merchant.ShipAsync(merchant.OrderOf(Anna).Number)).Done);
        Assert.Empty(await new TestMailbox(host).OfAsync(Anna));
        Assert.Empty(host.Get<IDeadLetters>().List());
    }

    private static Task<ShopHost> StartAsync() => ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });

    private static async Task PaidAsync(ShopHost host)
    {
        await ReadyToPayAsync(host);
        Assert.Equal("paid", await new TestCheckout(host).PayAsync());
    }

    private static async Task<Chat> ReadyToPayAsync(ShopHost host)
    {
        await new Play(host, "it_IT").RunAsync(Shopping.Orders("anna", "Pesto"));
        return await Chat.OpenAsync(host, "anna");
    }
}
