using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>The checkout page of the Stripe simulator, without the page. Each act ends when the shop is at rest.</summary>
internal sealed class TestCheckout(ShopHost host)
{
    private const string Control = "/simulator/stripe/control";

    /// <summary>
    /// Pays the newest open session: <c>success</c>, <c>declined</c>, <c>insufficient_funds</c>, <c>expired</c>, <c>bad_cvc</c>,
    /// <c>async</c>, <c>three_d_secure</c> or <c>three_d_secure fail</c>.
    /// </summary>
    /// <returns>What came of it: <c>paid</c>, <c>declined</c>, <c>processing</c>, <c>not_open</c>.</returns>
    public async Task<string> PayAsync(string card = "success")
    {
        var outcome = await PayWithoutWaitingAsync(await OpenSessionAsync(), card);
        await host.SettleAsync();
        return outcome;
    }

    public async Task<string> PayWithoutWaitingAsync(string session, string card = "success") =>
        (
            await PostAsync(
                $"sessions/{session}/pay",
                new { card = card.Split(' ')[0], challenge = card.EndsWith(" fail", StringComparison.Ordinal) ? "fail" : "complete" }))
            .GetProperty("outcome")
            .GetString()!;

    /// <summary>The newest delayed payment <c>succeeded</c> or <c>failed</c>.</summary>
    public Task SettleAsync(string outcome) =>
        ActAsync(
            "sessions",
            one => Text(one, "status") == "complete" && Text(one, "payment_status") == "unpaid", "settle", new { outcome }
        );

    /// <summary>Gives back some or all of the newest payment, as somebody would in Stripe's dashboard.</summary>
    public Task RefundAsync(long? amount) =>
        ActAsync("charges", one => one.GetProperty("paid").GetBoolean(), "refund", amount is null ? new { } : new { amount });

    public Task EndRefundAsync(string outcome) => ActAsync("refunds", _ => true, "settle", new { outcome });

    public Task DisputeAsync() =>
        ActAsync("charges", one => one.GetProperty("paid").GetBoolean(), "dispute", new { reason = "fraudulent" });

    public Task CloseDisputeAsync(string status) => ActAsync("disputes", _ => true, "close", new { status });

    /// <summary>The newest dispute gets another status that is no end, such as <c>appeal_under_review</c>.</summary>
    public Task MoveDisputeAsync(string status) => ActAsync("disputes", _ => true, "move", new { status });

    /// <summary>Sets one share of the simulator's faults, such as <c>webhooks.lose 1</c>, and all others to none.</summary>
    public Task FailAsync(string fault)
    {
        var parts = fault.Split('.', ' ');
        return PostAsync(
            "faults", new Dictionary<string, object>
            {
                [parts[0]] = new Dictionary<string, double> { [parts[1]] = double.Parse(parts[2], CultureInfo.InvariantCulture) },
            }
        );
    }

    public Task BeWellAsync() => PostAsync("faults", new { });

    public async Task ExpireAsync()
    {
        await PostAsync($"sessions/{await OpenSessionAsync()}/expire", new { });
        await host.SettleAsync();
    }

    /// <summary>Keeps Stripe's webhooks back: the shop hears of nothing by itself.</summary>
    public Task HoldWebhooksAsync() => PostAsync("webhooks/stop", new { });

    public async Task SendWebhooksAsync()
    {
        await PostAsync("webhooks/resume", new { });
        await host.SettleAsync();
    }

    /// <summary>The shopper's browser lands on the page after paying, whose script asks for a look at the payment.</summary>
    public async Task ReturnAsync()
    {
        var page = new Uri((await ListAsync("sessions"))[^1].GetProperty("success_url").GetString()!);
        using var shown = await host.Http.GetAsync(page);
        shown.EnsureSuccessStatusCode();
        using var asked = await host.Http.PostAsync(page, null);
        asked.EnsureSuccessStatusCode();
        await host.SettleAsync();
    }

    /// <summary>The shopper leaves the page by its way back; the page that they land on says so to the shop.</summary>
    public async Task LeaveAsync()
    {
        var open = await OpenSessionAsync();
        var page = new Uri(
            (await ListAsync("sessions")).Single(session => Text(session, "id") == open).GetProperty("cancel_url").GetString()!);
        using var shown = await host.Http.GetAsync(page);
        shown.EnsureSuccessStatusCode();
        using var left = await host.Http.PostAsync(page, null);
        left.EnsureSuccessStatusCode();
        await host.SettleAsync();
    }

    /// <summary>The newest session that can still be paid.</summary>
    public async Task<string> OpenSessionAsync() =>
        (await ListAsync("sessions")).LastOrDefault(session => session.GetProperty("status").GetString() == "open")
            is { ValueKind: JsonValueKind.Object } open
            ? open.GetProperty("id").GetString()!
            : throw new InvalidOperationException("There is no open session at Stripe.");

    /// <summary>One of the ledger's lists: <c>sessions</c>, <c>charges</c>, <c>refunds</c>, <c>events</c> ...</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string what) =>
        [.. (await host.Simulators.GetFromJsonAsync<JsonElement>($"{Control}/ledger")).GetProperty(what).EnumerateArray()];

    private async Task ActAsync(string list, Func<JsonElement, bool> which, string act, object body)
    {
        var newest = (await ListAsync(list)).Where(which).OrderBy(one => one.GetProperty("created").GetInt64()).Last();
        await PostAsync($"{list}/{Text(newest, "id")}/{act}", body);
        await host.SettleAsync();
    }

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await host.Simulators.PostAsJsonAsync($"{Control}/{path}", body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? json
            : throw new InvalidOperationException($"The Stripe simulator refused {path}: {json.GetRawText()}");
    }
}
