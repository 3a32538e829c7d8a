using Microsoft.AspNetCore.Http;

namespace CommerceBot.Bench.Floor;

/// Raw bytes, signature, event, durable append, 200.
internal sealed class WebhookEndpoint(Ledger ledger, Lanes lanes)
{
    public async Task ReceiveAsync(HttpContext http)
    {
        http.Response.ContentLength = 0;
        var body = await http.Request.BodyAsync(http.RequestAborted);
        var signature = http.Request.Headers[Webhook.SignatureHeader].ToString();
        if (!Webhook.IsSigned(body.Span, signature))
        {
            http.Response.StatusCode = 401;
            return;
        }

        if (MessageEvent.Read(body.Span) is not { } message) return;
        var appended = new Append(message, body, lanes);
        ledger.Add(appended);
        await appended.Done;
    }
}
