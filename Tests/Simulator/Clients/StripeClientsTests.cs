using System.Text.Json;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Simulator.Clients;

/// <summary>Stripe's own Node library and command line find in the simulator what they find at Stripe.</summary>
public sealed class StripeClientsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [LongFact(Needs = "node, npm", Timeout = 300_000)]
    public async Task Stripes_node_library_lives_through_a_day_in_the_shop()
    {
        await NodePackages.InstallAsync(Cancel);
        await using var host = await StripePortHost.StartAsync(Cancel);
        var day = await NodePackages.NodeAsync("shop.mjs", "", new()
        {
            ["API"] = host.Api.ToString(),
            ["CONTROL"] = new Uri(host.Home, "/simulator/stripe/control").ToString(),
            ["KEY"] = host.Secrets.StripeApiKey,
            ["WEBHOOK_SECRET"] = host.Secrets.StripeWebhookSecret,
            ["HOOKS"] = host.Hooks,
        }, Cancel);
        Assert.True(day.Status == 0, day.Errors + day.Output);
        Assert.Equal(9, day.Lines.Count);
    }

    [LongFact(Needs = "node, npm", Timeout = 300_000)]
    public async Task Stripes_command_line_opens_refunds_and_reads_what_happened()
    {
        await NodePackages.InstallAsync(Cancel);
        await using var host = await StripePortHost.StartAsync(Cancel);
        string[] cart =
        [
            "mode=payment", "success_url=http://shop.example/ok", "line_items[0][quantity]=1", "line_items[0][price_data][currency]=eur",
            "line_items[0][price_data][unit_amount]=1234", "line_items[0][price_data][product_data][name]=Tazza",
        ];
        var session = await StripeAsync(host, ["checkout", "sessions", "create", .. cart.SelectMany(pair => (string[])["-d", pair])]);
        Assert.StartsWith(host.Home.ToString(), session.GetProperty("url").GetString(), StringComparison.Ordinal);

        var id = session.GetProperty("id").GetString();
        using var http = Loopback.Client(host.Home);
        using var body = new StringContent("""{"card":"success"}""", System.Text.Encoding.UTF8, "application/json");
        using var paying = await http.PostAsync($"/simulator/stripe/control/sessions/{id}/pay", body, Cancel);
        paying.EnsureSuccessStatusCode();
        var paid = await StripeAsync(host, ["get", $"/v1/checkout/sessions/{id}"]);
        var intent = paid.GetProperty("payment_intent").GetString();
        var refund = await StripeAsync(host, ["refunds", "create", "-d", $"payment_intent={intent}", "-d", "amount=234"]);
        Assert.Equal(("succeeded", 234), (refund.GetProperty("status").GetString(), refund.GetProperty("amount").GetInt32()));
        var events = await StripeAsync(host, ["events", "list", "--limit", "100"]);
        Assert.Contains("charge.refunded", events.GetProperty("data").EnumerateArray()
            .Select(raised => raised.GetProperty("type").GetString()));
        var wrong = await StripeAsync(host, ["get", "/v1/charges/ch_none"]);
        Assert.Equal("resource_missing", wrong.GetProperty("error").GetProperty("code").GetString());
    }

    [LongFact(Needs = "node, npm", Timeout = 300_000)]
    public async Task Stripes_command_line_triggers_events_of_payments_refunds_and_customers()
    {
        await NodePackages.InstallAsync(Cancel);
        await using var host = await StripePortHost.StartAsync(Cancel);
        string[] wanted =
        [
            "customer.created", "payment_intent.created", "payment_intent.succeeded", "payment_intent.payment_failed",
            "payment_intent.requires_action", "payment_intent.canceled", "charge.succeeded", "charge.failed", "charge.refunded",
        ];
        foreach (var type in wanted)
        {
            var triggered = await RunAsync(host, ["trigger", type]);
            Assert.True(triggered.Status == 0, $"{type}: {triggered.Output}{triggered.Errors}");
        }
        var events = await StripeAsync(host, ["events", "list", "--limit", "100"]);
        var seen = events.GetProperty("data").EnumerateArray().Select(raised => raised.GetProperty("type").GetString()!).ToHashSet();
        Assert.Empty(wanted.Except(seen));
    }

    private static Task<Ended> RunAsync(StripePortHost host, string[] arguments) => NodePackages.StripeAsync(
        [.. arguments, "--api-base", host.Api.ToString().TrimEnd('/'), "--api-key", host.Secrets.StripeApiKey], host.Folder, Cancel);

    private static async Task<JsonElement> StripeAsync(StripePortHost host, string[] arguments)
    {
        var ended = await RunAsync(host, arguments);
        Assert.True(ended.Status == 0, ended.Output + ended.Errors);
        return JsonDocument.Parse(ended.Output).RootElement;
    }
}
