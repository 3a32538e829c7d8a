using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Tests.Simulator.Stripe;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Simulator.Clients;

/// <summary>
/// Every object that the simulator answers has all members of Stripe's own types and no others, null where Stripe says null:
/// read path by path with the types of stripe-node.
/// </summary>
public sealed class StripeTypesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each list, with all that can be shown inside it, and the type of its items.</summary>
    private static readonly (string Path, string Type)[] Lists =
    [
        ("checkout/sessions?expand[0]=data.line_items&expand[1]=data.payment_intent.latest_charge&expand[2]=data.customer",
            "Checkout.Session"),
        ("checkout/sessions", "Checkout.Session"),
        ("payment_intents?expand[0]=data.latest_charge", "PaymentIntent"),
        ("charges?expand[0]=data.refunds&expand[1]=data.payment_intent", "Charge"),
        ("refunds?expand[0]=data.charge", "Refund"),
        ("disputes?expand[0]=data.charge&expand[1]=data.payment_intent", "Dispute"),
        ("customers", "Customer"),
        ("events", "Event"),
    ];

    [LongFact(Needs = "node, npm", Timeout = 300_000)]
    public async Task Every_object_has_the_members_that_Stripes_own_types_have()
    {
        await NodePackages.InstallAsync(Cancel);
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await EveryStateOfMoney.MakeAsync(environment);
        var found = new JsonArray();
        foreach (var (path, type) in Lists)
            found.Add(
                Named(
                    path, $"Stripe.ApiList<Stripe.{type}>",
                    await GetAsync(environment, $"{path}{(path.Contains('?') ? '&' : '?')}limit=100")));
        foreach (var session in (await environment.LedgerAsync()).GetProperty("sessions").EnumerateArray())
        {
            var path = $"checkout/sessions/{session.GetProperty("id").GetString()}/line_items";
            found.Add(Named(path, "Stripe.ApiList<Stripe.LineItem>", await GetAsync(environment, path)));
        }
        found.Add(Named("balance", "Stripe.Balance", await GetAsync(environment, "balance")));
        found.Add(
            Named("a balance with money in it", "Stripe.Balance.Available",
            (await GetAsync(environment, "balance"))["available"]![0]!.DeepClone()));

        var complaints = await ComplaintsAsync(found);
        Assert.True(complaints.Length == 0, complaints);
        // The comparison saw something of each kind.
        Assert.All(found.Take(Lists.Length), list => Assert.NotEmpty(list!["json"]!["data"]!.AsArray()));
    }

    [LongFact(Needs = "node, npm", Timeout = 300_000)]
    public async Task The_comparison_sees_a_member_that_is_missing_null_of_another_kind_or_unknown()
    {
        await NodePackages.InstallAsync(Cancel);
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.PaidAsync();
        var whole = (await GetAsync(environment, "charges"))["data"]![0]!.AsObject();
        var broken = new (string Name, Action<JsonObject> Break)[]
        {
            ("missing", charge => charge.Remove("transfer_group")),
            ("missing inside", charge => charge["payment_method_details"]!["card"]!.AsObject().Remove("mandate")),
            ("null", charge => charge["status"] = null),
            ("null inside", charge => charge["billing_details"] = null),
            ("of another kind", charge => charge["amount"] = "4980"),
            ("no such word", charge => charge["object"] = "payment"),
            ("unknown", charge => charge["colour"] = "red"),
            ("unknown inside", charge => charge["outcome"]!["colour"] = "red"),
        };
        var asked = new JsonArray { Named("whole", "Stripe.Charge", whole.DeepClone()) };
        foreach (var (name, spoil) in broken)
        {
            var charge = whole.DeepClone().AsObject();
            spoil(charge);
            asked.Add(Named(name, "Stripe.Charge", charge));
        }
        var complaints = (await ComplaintsAsync(asked)).Split('\n');
        Assert.Equal(broken.Select(each => each.Name), complaints.Select(line => line[..line.IndexOf('.', StringComparison.Ordinal)]));
    }

    private static JsonObject Named(string name, string type, JsonNode json) => new() { ["name"] = name, ["type"] = type, ["json"] = json };

    private static async Task<string> ComplaintsAsync(JsonArray asked)
    {
        var ended = await NodePackages.NodeAsync("check-types.cjs", asked.ToJsonString(), [], Cancel);
        Assert.True(ended.Status == 0, ended.Errors);
        return ended.Output.Trim();
    }

    private static async Task<JsonNode> GetAsync(StripeTestEnvironment environment, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/simulator/stripe/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", environment.Secrets.StripeApiKey);
        using var answer = await environment.Browser.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
