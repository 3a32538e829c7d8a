using System.Net;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Channels.Stripe;

public sealed class ThanksPageTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Opening_the_page_has_no_effect_and_shows_nothing_personal(string method)
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        var rows = host.Count("inbox");
        using var answer = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), PathOf(host, order)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(method == "GET", html.Contains("Grazie!", StringComparison.Ordinal));
        foreach (
            var personal in new[]
            {
                order.Id.Value,
                order.Lane.Value,
                order.Shopper.Value,
                order.Contact.Email,
                order.Contact.Phone,
                order.Contact.Name,
                order.Address.Street,
                order.Address.City,
                order.Address.Postcode,
                order.Lines[0].Title,
                "Anna",
                "€",
                "EUR",
            }
        )
            Assert.DoesNotContain(personal, html, StringComparison.Ordinal);
        await host.SettleAsync();
        Assert.Equal(rows, host.Count("inbox"));
    }

    [Fact]
    public async Task Its_script_asks_for_one_look_every_ten_seconds()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.NoContent, await CheckAsync(host, PathOf(host, order)));
        await host.SettleAsync();
        Assert.Equal(1, host.Count($"inbox WHERE kind = 1 AND lane = '{order.Lane}'"));
        await host.StepAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.NoContent, await CheckAsync(host, PathOf(host, order)));
        await host.SettleAsync();
        Assert.Equal(2, host.Count("inbox WHERE kind = 1 AND handled = 1"));
    }

    [Fact]
    public async Task A_flood_of_looks_is_one_row()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.AwaitingPayment);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => CheckAsync(host, PathOf(host, order))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer));
        Assert.Equal(1, host.Count($"inbox WHERE kind = 1 AND lane = '{order.Lane}'"));
    }

    [Fact]
    public async Task A_token_of_somebody_elses_making_opens_nothing()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        var rows = host.Count("inbox");
        var right = PathOf(host, order);
        var (id, signature) = (
            right[..right.IndexOf('.', StringComparison.Ordinal)], right[right.IndexOf('.', StringComparison.Ordinal)..]);
        var unknown = PathOf(host, order with { Id = new OrderId("0123456789abcdef-1") });
        string[] wrong =
        [
            "/thanks/x",
            right[..^1],
            right + "x",
            id,
            id + ".",
            "/thanks/" + signature,
            "/thanks/" + new string('a', 500),
            right.ToUpperInvariant(),
            // Of an order that is not there, of another order, and signed with another key.
            unknown,
            unknown[..unknown.IndexOf('.', StringComparison.Ordinal)] + signature,
            $"/thanks/{new CheckoutToken("another key of sixteen").For(order.Id)}",
        ];
        foreach (var path in wrong)
        {
            using var shown = await host.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
            Assert.Contains("This address is no order", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.True(shown.Headers.CacheControl?.NoStore);
            Assert.Equal(HttpStatusCode.NotFound, await CheckAsync(host, path));
        }

        Assert.Equal(rows, host.Count("inbox"));
    }

    [Theory]
    [InlineData("it", "Torna alla chat")]
    [InlineData("en", "Back to the chat")]
    public async Task It_leads_back_to_the_chat_in_the_orders_language_whatever_the_browser_speaks(string language, string way)
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid, order => order with { Language = new Language(language) });
        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(host, order));
        request.Headers.TryAddWithoutValidation("Accept-Language", "de,it;q=0.5");
        using var answer = await host.Http.SendAsync(request);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains(way, html, StringComparison.Ordinal);
        Assert.Contains("Bottega Aurora", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{host.Http.BaseAddress}chat\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderState.AwaitingPayment, "Stiamo controllando il pagamento")]
    [InlineData(OrderState.PaymentProcessing, "Stiamo controllando il pagamento")]
    [InlineData(OrderState.Paid, "Grazie!")]
    [InlineData(OrderState.Shipped, "Grazie!")]
    [InlineData(OrderState.Cancelled, "Ordine annullato")]
    [InlineData(OrderState.Expired, "Ordine annullato")]
    public async Task It_says_how_the_order_stands_and_comes_again_only_while_nobody_knows(OrderState state, string says)
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(state);
        var html = await host.Http.GetStringAsync(PathOf(host, order));
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains(order.Number.Value, html, StringComparison.Ordinal);
        Assert.Equal(state is OrderState.AwaitingPayment or OrderState.PaymentProcessing,
            html.Contains("location.reload", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_chat_page_may_show_it_in_its_sheet_and_a_strangers_page_may_not(bool apart)
    {
        await using var host = await ShopHost.StartAsync(new ShopHostOptions { SimulatorsApart = apart });
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        using var answer = await host.Http.GetAsync(PathOf(host, order));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        var framedBy = policy[policy.IndexOf("frame-ancestors", StringComparison.Ordinal)..].Split(' ')[1..];
        Assert.Contains("'self'", framedBy);
        Assert.Contains("http://localhost:*", framedBy);
        if (apart)
            Assert.Contains(host.Simulators.BaseAddress!.GetLeftPart(UriPartial.Authority), framedBy);
        Assert.All(
            framedBy.Where(each => each != "'self'"),
            each => Assert.True(new Uri(each.Replace(":*", "", StringComparison.Ordinal)).IsLoopback));
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Equal(["no-store"], answer.Headers.GetValues("Cache-Control"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
    }

    private static string PathOf(ShopHost host, Order order) => $"/thanks/{host.Get<CheckoutToken>().For(order.Id)}";

    private static async Task<HttpStatusCode> CheckAsync(ShopHost host, string path)
    {
        using var answer = await host.Http.PostAsync(path, null);
        return answer.StatusCode;
    }
}
