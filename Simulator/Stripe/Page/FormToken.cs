using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>Ties a posted form to the browser that was shown it: a hidden field signed over the session and a cookie.</summary>
internal sealed class FormToken(SimulatorSecrets secrets)
{
    private const string Cookie = "checkout_form";

    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.StripeWebhookSecret), "checkout form"u8);

    public string Issue(HttpContext http, string sessionId)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 32 } nonce)
        {
            nonce = Ids.New("", 32);
            http.Response.Cookies.Append(Cookie, nonce, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = $"{StripeSimulator.Root}/checkout",
                Secure = http.Request.IsHttps,
            });
        }
        return Sign(sessionId, nonce);
    }

    public bool IsGood(HttpContext http, string sessionId, string token) =>
        http.Request.Cookies[Cookie] is { Length: 32 } nonce
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(sessionId, nonce)), Encoding.UTF8.GetBytes(token));

    private string Sign(string sessionId, string nonce) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{sessionId}.{nonce}")));
}
