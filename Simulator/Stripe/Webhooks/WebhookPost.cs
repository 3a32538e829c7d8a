using System.Net.Http.Headers;
using System.Text;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Webhooks;

/// <summary>One POST of one event to the bot's <c>/api/stripe</c>, signed anew.</summary>
internal sealed class WebhookPost(StripeLedger ledger, SimulatorSecrets secrets, SimulatorAddresses addresses) : IDisposable
{
    // Only the bot's configured address is ever called: no proxy, no redirect.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <returns>Null when the bot took it; else what went wrong.</returns>
    public async Task<string?> SendAsync(StripeEvent raised, CancellationToken cancel)
    {
        var payload = EventShape.Of(raised, undelivered: true).ToJsonString();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(addresses.Bot, "/api/stripe"));
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(payload));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            request.Headers.TryAddWithoutValidation("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
            request.Headers.TryAddWithoutValidation("Stripe-Signature", Signature.Header(payload, secrets.StripeWebhookSecret, ledger.Now));
            using var response = await http.SendAsync(request, cancel);
            return response.IsSuccessStatusCode ? null : $"HTTP {(int)response.StatusCode}";
        }
        catch (HttpRequestException noAnswer)
        {
            return noAnswer.HttpRequestError.ToString();
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "no answer in 30 seconds";
        }
        catch (InvalidOperationException notListening)
        {
            return notListening.Message;
        }
    }

    public void Dispose() => http.Dispose();
}
