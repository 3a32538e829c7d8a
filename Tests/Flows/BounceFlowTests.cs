using CommerceBot.Desk.Access;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Mails that a mail server takes, and that come back hours later.</summary>
public sealed class BounceFlowTests
{
    private const string Told = "Da fare: e-mail sull'ordine";

    [Fact]
    public async Task A_mail_that_comes_back_has_the_shopper_asked_and_is_sent_again_to_the_address_that_they_give()
    {
        await using var host = await ShopHost.StartAsync();
        var (play, bounces, mailbox) = (new Play(host), new Bounces(host), new TestMailbox(host));
        var order = await PaidAsync(host, play, "anna");
        await new Merchant(host).ShipAsync(order.Number);
        await mailbox.OfAsync("anna@example.com");
        await bounces.BounceAsync("anna@example.com");
        await bounces.LookAsync();
        await play.RunAsync("""
            bot to anna later: L'e-mail sull'ordine * è tornata indietro: anna@example.com non riceve posta
            bot offers: Lascia com'è
            anna says: anna@example.com
            bot: È proprio l'indirizzo che non riceve posta
            anna says: non è un indirizzo@
            bot: *
            anna says: anna.bianchi@gmial.com
            bot: Intendevi anna.bianchi@gmail.com
            anna says: anna.bianchi@gmail.com
            bot: Fatto: le e-mail sull'ordine * vanno a anna.bianchi@gmail.com
            """);
        Assert.Equal("anna.bianchi@gmail.com", new Merchant(host).Orders().Single().Contact.Email);
        var again = await mailbox.OfAsync("anna.bianchi@gmail.com");
        Assert.Equal(2, again.Count);
        Assert.Contains(again, mail => mail.Subject.Contains("è partito", StringComparison.Ordinal));
        Assert.Contains(again, mail => mail.Text.Contains("Diritto di recesso", StringComparison.Ordinal));
        var told = Assert.Single(await ToMerchantAsync(mailbox));
        Assert.Contains("anna@example.com", told.Text, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 The email account", told.Text, StringComparison.Ordinal);
        Assert.Contains("chiesto un altro indirizzo", told.Text, StringComparison.Ordinal);

        using var desk = await DeskPeople.EnterAsync(host, DeskRole.Staff, "Bounce Staff");
        var page = await desk.GetAsync($"/desk/orders/{order.Number}");
        Assert.Contains("E-mail to the customer came back", page.Words, StringComparison.Ordinal);
        Assert.Contains("anna@example.com: 5.1.1 550 5.1.1", page.Words, StringComparison.Ordinal);
        Assert.Contains("E-mail changed by the customer", page.Words, StringComparison.Ordinal);
        var health = await desk.GetAsync("/desk/health");
        Assert.Contains("Mails that came back", health.Words, StringComparison.Ordinal);
        Assert.Contains(order.Number.Value, health.Words, StringComparison.Ordinal);
        Assert.Contains(FatesOf(host, order), fate => fate is { State: MailState.Bounced, Kind: OrderMailKind.Shipped });
    }

    [Fact]
    public async Task The_same_report_again_or_another_one_of_the_same_address_asks_and_alerts_nobody_twice()
    {
        await using var host = await StartApartAsync();
        var (play, bounces, mailbox) = (new Play(host), new Bounces(host), new TestMailbox(host));
        var order = await PaidAsync(host, play, "anna");
        for (var time = 0; time < 3; time++)
        {
            await bounces.BounceAsync("anna@example.com");
            await bounces.LookAsync();
        }

        await host.RestartAsync();
        await bounces.LookAsync();
        await new Merchant(host).ShipAsync(order.Number);
        await mailbox.OfAsync("anna@example.com");
        await bounces.BounceAsync("anna@example.com");
        await bounces.LookAsync();
        Assert.Single(await ToMerchantAsync(mailbox));
        var chat = await Chat.OpenAsync(host, "anna");
        Assert.Single(await chat.EverythingAsync(), reply => reply.Words.Contains("non riceve posta", StringComparison.Ordinal));
        Assert.Equal(2, FatesOf(host, order).Count(fate => fate.State == MailState.Bounced));
        Assert.All(await bounces.AllAsync(), mail => Assert.True(mail.Seen));
    }

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("failed", "4.4.7")]
    public async Task A_mail_that_is_late_is_shown_and_changes_nothing_else(string action, string status)
    {
        await using var host = await ShopHost.StartAsync();
        var (play, bounces, mailbox) = (new Play(host), new Bounces(host), new TestMailbox(host));
        var order = await PaidAsync(host, play, "anna");
        await bounces.BounceAsync("anna@example.com", new { action, status, diagnostic = "connection timed out", whole = true });
        await bounces.LookAsync();
        Assert.Empty(await ToMerchantAsync(mailbox));
        var chat = await Chat.OpenAsync(host, "anna");
        Assert.DoesNotContain(await chat.EverythingAsync(), reply => reply.Words.Contains("posta", StringComparison.Ordinal));
        var late = Assert.Single(FatesOf(host, order), fate => fate.State == MailState.Delayed);
        Assert.Equal($"anna@example.com: {status} connection timed out", late.Reason);
    }

    [Fact]
    public async Task Who_cannot_be_asked_any_more_is_told_to_the_merchant_alone_and_the_corrected_address_gets_what_came_back()
    {
        await using var host = await ShopHost.StartAsync();
        var (play, bounces, mailbox) = (new Play(host), new Bounces(host), new TestMailbox(host));
        var order = await PaidAsync(host, play, "anna");
        await host.PassAsync(TimeSpan.FromHours(25));
        await new Merchant(host).ShipAsync(order.Number);
        await mailbox.OfAsync("anna@example.com");
        await bounces.BounceAsync("anna@example.com");
        await bounces.LookAsync();
        Assert.Contains("Non si è potuto chiedere", Assert.Single(await ToMerchantAsync(mailbox)).Text, StringComparison.Ordinal);
        var chat = await Chat.OpenAsync(host, "anna");
        Assert.DoesNotContain(await chat.EverythingAsync(), reply => reply.Words.Contains("non riceve posta", StringComparison.Ordinal));
        using var desk = await DeskPeople.EnterAsync(host, DeskRole.Staff, "Bounce Corrector");
        await desk.GetAsync($"/desk/orders/{order.Number}/contact");
        await desk.SubmitAsync($"/desk/orders/{order.Number}/contact", ("Email", "anna@right.example"));
        var again = await mailbox.OfAsync("anna@right.example");
        Assert.Equal(2, again.Count);
        Assert.Contains(again, mail => mail.Subject.Contains("è partito", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_report_on_a_mail_of_ours_to_that_address_changes_nothing()
    {
        await using var host = await ShopHost.StartAsync();
        var (play, bounces, mailbox) = (new Play(host), new Bounces(host), new TestMailbox(host));
        var order = await PaidAsync(host, play, "anna");
        var mail = (await mailbox.OfAsync("anna@example.com"))[0];
        var id = mail.MessageId;
        var parts = id.Split('@')[0].Split('-');
        string[] hostile =
        [
            // Another address than the mail went to; another mail; another shop's; one of words; none.
            Bounces.Report(id, "bruno@example.com"), Bounces.Report($"{parts[0]}-999999-0@simulator.example", "anna@example.com"),
            Bounces.Report($"0123456789abcdef-{parts[1]}-{parts[2]}@simulator.example", "anna@example.com"),
            Bounces.Report($"{parts[0]}-{parts[1]}@simulator.example", "anna@example.com"), Bounces.Report("x", "anna@example.com"),
            Bounces.Report(id, "anna@example.com", action: "delivered"), Bounces.Report(id, "anna@example.com", action: "relayed"),
            Bounces.Report(id, "anna@example.com", status: "2.0.0"), Bounces.Report(id, "anna@example.com", status: "five"),
            Bounces.Report(id, "anna@example.com", status: "5"), Bounces.Report(id, "anna@example.com").Replace(
                "report-type=delivery-status", "report-type=disposition-notification", StringComparison.Ordinal),
            // Words alone, however much they look like it.
            $"From: MAILER-DAEMON@example.com\r\n\r\nMessage-ID: <{id}>\r\nFinal-Recipient: rfc822; anna@example.com\r\n",
            "", "\0\0\0", new string('x', 3000), "Content-Type: multipart/report; report-type=delivery-status\r\n\r\n",
            // Nested deeper than reports are, and longer than they are.
            Bounces.Nested(200), Bounces.Report(id, "anna@example.com") + new string('x', 240 * 1024),
            Bounces.Report(id, "anna@example.com", diagnostic: new string('x', 70_000)),
        ];
        foreach (var bytes in hostile)
            await bounces.PutAsync(bytes);
        await bounces.LookAsync();
        await bounces.LookAsync();
        Assert.Empty(await ToMerchantAsync(mailbox));
        Assert.DoesNotContain(FatesOf(host, order), fate => fate.State is MailState.Bounced or MailState.Delayed);
        Assert.Empty(host.Get<IDeadLetters>().List());
        // What is no report is somebody's mail, and stays unseen.
        Assert.Equal(5, (await bounces.AllAsync()).Count(one => !one.Seen));
        // And the one that is right, behind all of them, is read.
        await bounces.PutAsync(Bounces.Report(id, "ANNA@example.com", diagnostic: "550 no\r\n <script>alert(1)</script>"));
        await bounces.LookAsync();
        var reason = Assert.Single(FatesOf(host, order), fate => fate.State == MailState.Bounced).Reason!;
        Assert.StartsWith("anna@example.com: 5.1.1 550 no <script>", reason, StringComparison.Ordinal);
        using var desk = await DeskPeople.EnterAsync(host, DeskRole.Staff, "Hostile Staff");
        Assert.DoesNotContain("<script>alert", (await desk.GetAsync($"/desk/orders/{order.Number}")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", (await desk.GetAsync("/desk/health")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mailbox-busy")]
    [InlineData("mailbox-sign-in")]
    [InlineData("mailbox-cut")]
    public async Task A_mailbox_that_cannot_be_read_is_shown_and_read_when_it_can(string fault)
    {
        await using var host = await ShopHost.StartAsync();
        var (play, bounces, mailbox) = (new Play(host), new Bounces(host), new TestMailbox(host));
        var order = await PaidAsync(host, play, "anna");
        await bounces.BounceAsync("anna@example.com");
        await mailbox.FailAsync(fault);
        await bounces.LookAsync();
        await bounces.LookAsync();
        Assert.DoesNotContain(FatesOf(host, order), fate => fate.State == MailState.Bounced);
        Assert.Single(host.Log.Lines, line => line.Text.Contains("Mails that came back cannot be read", StringComparison.Ordinal));
        Assert.Contains("returned-mails", await host.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        Assert.Contains("Degraded", await host.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        await mailbox.BeWellAsync();
        await bounces.LookAsync();
        Assert.Single(FatesOf(host, order), fate => fate.State == MailState.Bounced);
        Assert.Single(await ToMerchantAsync(mailbox));
    }

    private static Task<ShopHost> StartApartAsync() => ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = true });

    private static IReadOnlyList<MailFate> FatesOf(ShopHost host, Order order) => host.Get<OrderQueries>().MailsOf(order.Id);

    private static async Task<IReadOnlyList<SeenMail>> ToMerchantAsync(TestMailbox mailbox) =>
        [.. (await mailbox.OfAsync(TestMailbox.Merchant)).Where(mail => mail.Subject.StartsWith(Told, StringComparison.Ordinal))];

    private static async Task<Order> PaidAsync(ShopHost host, Play play, string who)
    {
        await play.RunAsync(Shopping.Orders(who, "Pesto") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        await host.SettleAsync();
        return new Merchant(host).OrderOf($"{who}@example.com");
    }
}
