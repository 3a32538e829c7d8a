using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Planting;

/// <summary>Somebody who has the shop's keys and uses them behind its back, with Stripe and with Messenger.</summary>
internal sealed class Forger : IDisposable
{
    private readonly HttpClient _http;
    private readonly SimulatorSecrets _secrets;

    public Forger(TwoProcesses environment)
    {
        _secrets = SimulatorSecrets.ReadOrCreate(environment.Folder);
        _http = new HttpClient { BaseAddress = new Uri(environment.SimulatorUrl), Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>A page to pay on that the shop never asked for.</summary>
    public async Task<string> OpenPageAsync(string order, long amount)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/simulator/stripe/v1/checkout/sessions")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _secrets.StripeApiKey) },
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["mode"] = "payment",
                ["success_url"] = "http://127.0.0.1:9/thanks/forged",
                ["client_reference_id"] = order,
                ["metadata[order]"] = order,
                ["payment_intent_data[metadata][order]"] = order,
                ["line_items[0][quantity]"] = "1",
                ["line_items[0][price_data][currency]"] = "eur",
                ["line_items[0][price_data][unit_amount]"] = amount.ToString(CultureInfo.InvariantCulture),
                ["line_items[0][price_data][product_data][name]"] = "Forged",
            }),
        };
        return (await SentAsync(request)).GetProperty("id").GetString()!;
    }

    /// <summary>A message that the shop's own outbox never held.</summary>
    public async Task SendAsync(string psid, object message)
    {
        var proof = Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secrets.FacebookAppSecret), Encoding.UTF8.GetBytes(_secrets.FacebookAccessToken)));
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"/simulator/graph/v26.0/me/messages?access_token={_secrets.FacebookAccessToken}&appsecret_proof={proof}")
        {
            Content = JsonContent.Create(new { recipient = new { id = psid }, messaging_type = "RESPONSE", message }),
        };
        await SentAsync(request);
    }

    /// <summary>A receipt of an order number, as Messenger takes it.</summary>
    public static object Receipt(string number) => new
    {
        attachment = new
        {
            type = "template",
            payload = new
            {
                template_type = "receipt",
                recipient_name = "Forged",
                order_number = number,
                currency = "EUR",
                payment_method = "Forged",
                summary = new { total_cost = 1 },
            },
        },
        metadata = $"forged-{number}",
    };

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SentAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The simulator refused what is planted: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
