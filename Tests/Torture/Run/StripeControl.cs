using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Torture.Audit;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>The simulator of Stripe: its checkout page, its bank, its dashboard. What it does not play is said once, loudly.</summary>
internal sealed class StripeControl : IDisposable
{
    private const string Control = "/simulator/stripe/control";
    private readonly TwoProcesses _environment;
    private readonly NotPlayed _notPlayed;
    private readonly HttpClient _api;
    private readonly HttpClient _browser = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentDictionary<string, string> _successUrls = new();

    public StripeControl(TwoProcesses environment, NotPlayed notPlayed)
    {
        (_environment, _notPlayed) = (environment, notPlayed);
        _api = new HttpClient { BaseAddress = new Uri(environment.SimulatorUrl), Timeout = TimeSpan.FromSeconds(20) };
        _api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", SimulatorSecrets.ReadOrCreate(environment.Folder).StripeApiKey);
    }

    /// <summary>Pays on a session's page. A way to pay that the simulator does not know is replaced by a plain card.</summary>
    public async Task<string> PayAsync(string session, Person payer, string card, string? challenge = null)
    {
        var (status, answer) = await _environment.AskAsync(
            $"{Control}/sessions/{session}/pay",
            new
            {
                card,
                challenge = challenge ?? "complete",
                email = payer.Email,
                name = payer.Name,
                phone = payer.Phone,
            }
        );
        if (answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("session", out var paid)
            && paid.TryGetProperty("success_url", out var url))
            _successUrls[session] = url.GetString()!;
        var outcome =
            answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("outcome", out var word)
                ? word.GetString()!
                : $"status {status}";
        if (status < 400 || outcome == "not_open" || card == "success")
            return outcome;
        _notPlayed.Say($"paying by {card}", status);
        return challenge == "fail" ? "declined" : await PayAsync(session, payer, "success");
    }

    public Task ExpireAsync(string session) => _environment.AskAsync($"{Control}/sessions/{session}/expire", new { });

    public Task SettleAsync(string session, string outcome) =>
        AskAsync($"sessions/{session}/settle", new { outcome }, "settling a slow payment");

    /// <summary>A refund made in Stripe's dashboard; no amount is all of it.</summary>
    public Task RefundAsync(string charge, long? amount) =>
        AskAsync($"charges/{charge}/refund", amount is null ? new { } : new { amount }, "refunds in the dashboard");

    public Task SettleRefundAsync(string refund, string outcome) =>
        AskAsync($"refunds/{refund}/settle", new { outcome }, "settling a refund");

    public async Task<string?> DisputeAsync(string charge) =>
        await AskAsync($"charges/{charge}/dispute", new { reason = "fraudulent" }, "disputes")
            is { ValueKind: JsonValueKind.Object } dispute
        && dispute.TryGetProperty("id", out var id)
            ? id.GetString()
            : null;

    public Task CloseDisputeAsync(string dispute, string status) =>
        AskAsync($"disputes/{dispute}/close", new { status }, "closing disputes");

    public Task SetFaultsAsync(object faults) => AskAsync("faults", faults, "faults of Stripe's API and webhooks");

    /// <summary>How often each fault has struck since they were set.</summary>
    public async Task<string> StruckAsync()
    {
        var struck = (await _environment.GetAsync($"{Control}/faults")).GetProperty("struck");
        return string.Join(", ", struck.EnumerateObject().Select(fault => $"{fault.Name} {fault.Value}"));
    }

    public Task HoldWebhooksAsync(bool hold) => _environment.AskAsync($"{Control}/webhooks/{(hold ? "stop" : "resume")}", new { });

    public async Task<StripeRecords> RecordsAsync() => StripeRecords.Read(await _environment.GetAsync($"{Control}/ledger"));

    /// <summary>The charge of a paid session and its amount, by Stripe's own API; null when there is none.</summary>
    public async Task<(string Charge, long Amount)?> ChargeAsync(string session)
    {
        if (await ApiAsync($"checkout/sessions/{session}") is not { } seen
            || seen.GetProperty("payment_intent").GetString() is not { } intent)
            return null;
        return await ApiAsync($"payment_intents/{intent}") is { } paid && paid.GetProperty("latest_charge").GetString() is { } charge
            ? (charge, paid.GetProperty("amount").GetInt64())
            : null;
    }

    public async Task<string?> SuccessUrlAsync(string session)
    {
        if (!_successUrls.TryGetValue(session, out var url) && await ApiAsync($"checkout/sessions/{session}") is { } seen)
            url = _successUrls[session] = seen.GetProperty("success_url").GetString()!;
        return url;
    }

    /// <summary>The page after paying: shown, and then its script's question. False while nobody answers.</summary>
    public async Task<bool> OpenAsync(string successUrl)
    {
        try
        {
            using var shown = await _browser.GetAsync(successUrl);
            using var asked = await _browser.PostAsJsonAsync(successUrl, new { });
            return asked.IsSuccessStatusCode;
        }
        catch (Exception down) when (down is HttpRequestException or TaskCanceledException)
        {
            return false; // The bot is dead just now.
        }
    }

    public void Dispose()
    {
        _api.Dispose();
        _browser.Dispose();
    }

    private async Task<JsonElement> AskAsync(string path, object body, string what)
    {
        var (status, answer) = await _environment.AskAsync($"{Control}/{path}", body);
        if (status is 400 or 404 or 405 or 422)
            _notPlayed.Say(what, status);
        return answer;
    }

    /// <summary>Stripe's API fails now and then, because we want it so.</summary>
    private async Task<JsonElement?> ApiAsync(string path)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            try
            {
                using var answer = await _api.GetAsync($"/simulator/stripe/v1/{path}");
                if (answer.IsSuccessStatusCode)
                    return await answer.Content.ReadFromJsonAsync<JsonElement>();
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                _notPlayed.Count("answers of Stripe's API that the run itself lost");
            }
        }

        return null;
    }
}
