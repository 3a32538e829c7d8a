using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Withdrawing on the page without signing in.</summary>
public sealed class WithdrawalPageTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private TestMailbox Mailbox => new(shop.Now);

    [Theory]
    [InlineData("it", "Recedi dal contratto qui", "Conferma recesso", "Abbiamo ricevuto il tuo recesso")]
    [InlineData("en", "Withdraw from contract here", "Confirm withdrawal", "We received your withdrawal")]
    public async Task Two_steps_withdraw_from_an_order_of_that_number_and_e_mail(
        string language, string title, string confirm, string received)
    {
        var who = $"pia{language}";
        var order = await PaidAsync(who, "Pesto");
        var form = await GetAsync($"/withdraw?lang={language}&order={order.Number}");
        Assert.Contains(title, form, StringComparison.Ordinal);
        Assert.Contains(order.Number.Value, form, StringComparison.Ordinal);
        var review = await ReviewAsync(language, order.Number.Value, $"{who.ToUpperInvariant()}@example.com", "Anna Bianchi");
        Assert.Equal(confirm, Parse(review.Body).QuerySelector("button")!.TextContent);
        await shop.Now.SettleAsync();
        Assert.Empty(Order(who).Withdrawals);
        var answer = await ConfirmAsync(language, review.Body);
        Assert.Contains(received, answer.Body, StringComparison.Ordinal);
        Assert.Contains("2026", answer.Body, StringComparison.Ordinal);
        // The same form once more: a tap too many.
        Assert.Contains(received, (await ConfirmAsync(language, review.Body)).Body, StringComparison.Ordinal);
        await shop.Now.SettleAsync();
        Assert.True(Order(who).Has(OrderFlags.Withdrawn));
        Assert.Single(Order(who).Withdrawals);
        var mail = (await Mailbox.OfAsync($"{who.ToUpperInvariant()}@example.com"))[^1];
        Assert.Contains("Pesto", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            await Mailbox.OfAsync(TestMailbox.Merchant),
            task => task.Subject == $"Da fare: recesso dall'ordine {order.Number}");
        // A new form for the same order: acknowledged again, and no second one.
        await ConfirmAsync(language, (await ReviewAsync(language, order.Number.Value, $"{who}@example.com", "Anna Bianchi")).Body);
        await shop.Now.SettleAsync();
        Assert.Single(Order(who).Withdrawals);
    }

    [Fact]
    public async Task Nothing_that_matches_is_received_mailed_and_told_the_merchant_and_a_stranger_learns_nothing()
    {
        var order = await PaidAsync("rosa", "Cantucci");
        var stranger = await ConfirmAsync("en", (await ReviewAsync("en", order.Number.Value, "stranger@example.com", "Max Muster")).Body);
        var none = await ConfirmAsync("en", (await ReviewAsync("en", "ZZZ-999-9", "nobody@example.com", "Max Muster")).Body);
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
        Assert.Equal(
            Parse(none.Body).QuerySelector("h1")!.TextContent + Parse(none.Body).QuerySelectorAll("p").Length,
            Parse(stranger.Body).QuerySelector("h1")!.TextContent + Parse(stranger.Body).QuerySelectorAll("p").Length);
        await shop.Now.SettleAsync();
        Assert.Empty(Order("rosa").Withdrawals);
        foreach (var address in new[] { "stranger@example.com", "nobody@example.com" })
        {
            var mail = Assert.Single(await Mailbox.OfAsync(address));
            Assert.Equal("We received your declaration of withdrawal", mail.Subject);
            Assert.Contains("Max Muster", mail.Text, StringComparison.Ordinal);
            Assert.Contains("2026", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Cantucci", mail.Text, StringComparison.Ordinal);
        }

        Assert.Single(await Mailbox.OfAsync("rosa@example.com"));
        var told = (await Mailbox.OfAsync(TestMailbox.Merchant)).Where(mail =>
            mail.Subject.StartsWith("Da fare: recesso dalla pagina", StringComparison.Ordinal)).ToList();
        Assert.Single(told, mail => mail.Text.Contains("stranger@example.com", StringComparison.Ordinal));
        Assert.Single(told, mail => mail.Text.Contains("nobody@example.com", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("K4T", "not-an-address", "Max Muster")]
    [InlineData("https://evil.example", "max@example.com", "Max Muster")]
    [InlineData("K4T-7MQ-3", "max@example.com", "Visit evil.example now")]
    [InlineData("K4T-7MQ-3", "max@example.com", "<script>alert(1)</script>")]
    [InlineData("K4T-7MQ-3", "max@example.com\r\nBcc: all@example.com", "Max Muster")]
    [InlineData("", "", "")]
    public async Task What_can_be_no_declaration_is_asked_again_and_nothing_is_sent(string number, string email, string name)
    {
        var review = await ReviewAsync("en", number, email, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, review.Status);
        Assert.Empty(Parse(review.Body).QuerySelectorAll("script"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await PostAsync("/withdraw/confirm?lang=en", ("number", number), ("email", email), ("name", name), ("token", ""))).Status);
    }

    [Fact]
    public async Task A_form_that_is_not_of_this_page_or_too_old_is_shown_again_and_sends_nothing()
    {
        foreach (var token in new[] { "", "a.b.c", "abc.1.def", new string('x', 200) })
        {
            var answer = await PostAsync(
                "/withdraw/confirm?lang=en",
                ("number", "K4T-7MQ-3"), ("email", "tina@example.com"), ("name", "Tina Rossi"), ("token", token));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal("Confirm withdrawal", Parse(answer.Body).QuerySelector("button")!.TextContent);
        }

        Assert.Empty(await Mailbox.OfAsync("tina@example.com"));
    }

    [Fact]
    public async Task Nobody_makes_the_shop_write_many_mails_to_one_address()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
            statuses.Add((await ConfirmAsync("en", (await ReviewAsync("en", "ZZZ-999-9", "many@example.com", "Max Muster")).Body)).Status);
        Assert.Equal(3, statuses.Count(status => status == HttpStatusCode.OK));
        Assert.Equal(2, statuses.Count(status => status == HttpStatusCode.TooManyRequests));
        Assert.Equal(3, (await Mailbox.OfAsync("many@example.com")).Count);
    }

    [Fact]
    public async Task The_page_runs_no_script_and_is_linked_from_the_mails_of_an_order()
    {
        using var answer = await shop.Now.Http.GetAsync(new Uri("/withdraw", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var order = await PaidAsync("sara", "Plaid");
        Assert.Contains(
            $"/withdraw?lang=it&order={order.Number}", Assert.Single(await Mailbox.OfAsync("sara@example.com")).Text,
            StringComparison.Ordinal);
    }

    private static IHtmlDocument Parse(string body) => new HtmlParser().ParseDocument(body);

    private Order Order(string who) => shop.Merchant.OrderOf($"{who}@example.com");

    private async Task<string> GetAsync(string path) =>
        await shop.Now.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private Task<(HttpStatusCode Status, string Body)> ReviewAsync(string language, string number, string email, string name) =>
        PostAsync($"/withdraw?lang={language}", ("number", number), ("email", email), ("name", name));

    private Task<(HttpStatusCode Status, string Body)> ConfirmAsync(string language, string review) => PostAsync(
        $"/withdraw/confirm?lang={language}",
        [.. Parse(review).QuerySelectorAll("input[type=hidden]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value))]);

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await shop.Now.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return Order(who);
    }
}
