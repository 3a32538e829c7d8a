using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Simulator.Clients;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>Stripe's API at the root of a port of its own, and what is answered where there is nothing.</summary>
public sealed class StripePortTests
{
    private const string Cart =
        "mode=payment&success_url=http://shop.example/ok&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
        + "&line_items[0][price_data][unit_amount]=1000&line_items[0][price_data][product_data][name]=Tazza";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_addresses_lead_to_one_simulator()
    {
        await using var host = await StripePortHost.StartAsync(Cancel);
        var (_, opened) = await AskAsync(host, host.Api, HttpMethod.Post, "/v1/checkout/sessions", Cart, "key-1");
        var url = new Uri(opened.GetProperty("url").GetString()!);
        Assert.Equal(host.Home.Authority, url.Authority);
        using var browser = Loopback.Client(host.Home);
        Assert.Contains("Tazza", await browser.GetStringAsync(url, Cancel), StringComparison.Ordinal);

        var home = new Uri(host.Home, "/simulator/stripe");
        var (_, again) = await AskAsync(host, home, HttpMethod.Post, "/simulator/stripe/v1/checkout/sessions", Cart, "key-1");
        Assert.Equal(opened.GetProperty("id").GetString(), again.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/v1")]
    [InlineData("GET", "/v1/payment_links")]
    [InlineData("DELETE", "/v1/customers/cus_1")]
    [InlineData("GET", "/v2/core/events")]
    [InlineData("POST", "/v2/billing/meter_event_session")]
    [InlineData("PATCH", "/v3/anything")]
    public async Task Where_there_is_nothing_an_error_of_Stripes_says_so(string method, string path)
    {
        await using var host = await StripePortHost.StartAsync(Cancel);
        var (status, answer) = await AskAsync(host, host.Api, new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("invalid_request_error", answer.GetProperty("error").GetProperty("type").GetString());
        Assert.Contains($"({method}: {path})", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_api_is_refused_at_the_usual_address_too()
    {
        await using var host = await StripePortHost.StartAsync(Cancel);
        var (status, answer) = await AskAsync(host, host.Home, HttpMethod.Get, "/simulator/stripe/v2/core/accounts");
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("not_simulated", answer.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_connected_account_is_refused()
    {
        await using var host = await StripePortHost.StartAsync(Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Api, "/v1/balance"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Secrets.StripeApiKey);
        request.Headers.Add("Stripe-Account", "acct_1");
        using var http = Loopback.Client(host.Api);
        using var answer = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_that_somebody_has_stops_the_start_and_is_named()
    {
        await using var host = await StripePortHost.StartAsync(Cancel);
        var folder = Directory.CreateTempSubdirectory("stripe-port-").FullName;
        await using var second = SimulatorHost.Build(
            ["--urls", "http://127.0.0.1:0", $"--Data:Folder={folder}", $"--Simulator:StripePort={host.Api.Port}"], builder =>
                builder.Logging.ClearProviders());
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => second.StartAsync(Cancel));
        Assert.Contains($"Simulator:StripePort {host.Api.Port}", wrong.Message, StringComparison.Ordinal);
        Folders.Delete(folder);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("12 111")]
    public void A_port_that_is_none_is_refused_with_a_word_on_what_to_write(string port)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Simulator:StripePort", port)]).Build();
        var wrong = Assert.Throws<InvalidOperationException>(() => SimulatorOptions.Read(configuration));
        Assert.Contains($"\"{port}\"", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("12111", wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(
        StripePortHost host, Uri at, HttpMethod method, string path, string? form = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(at, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Secrets.StripeApiKey);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (form is not null) request.Content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var http = Loopback.Client(at);
        using var answer = await http.SendAsync(request, Cancel);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement);
    }
}
