using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>Where forms are shown and posted, and the cookie that goes with them there.</summary>
internal sealed record FormPlace(string Cookie, string Path)
{
    public static FormPlace Checkout { get; } = new("checkout_form", $"{StripeSimulatorEndpoints.Root}/checkout");

    public static FormPlace Panel { get; } = new("panel_form", $"{StripeSimulatorEndpoints.Root}/panel");
}

/// <summary>Ties a posted form to the browser that was shown it: a hidden field signed over its subject and a cookie.</summary>
internal sealed class FormToken(SimulatorSecrets secrets)
{
    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secrets.StripeWebhookSecret), "checkout form"u8);

    public string Issue(HttpContext http, FormPlace place, string subject)
    {
        if (http.Request.Cookies[place.Cookie] is not { Length: 32 } nonce)
        {
            nonce = Ids.New("", 32);
            http.Response.Cookies.Append(place.Cookie, nonce, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = place.Path,
                Secure = http.Request.IsHttps,
            });
        }
        return Sign(subject, nonce);
    }

    public bool IsGood(HttpContext http, FormPlace place, string subject, string token) =>
        http.Request.Cookies[place.Cookie] is { Length: 32 } nonce
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(subject, nonce)), Encoding.UTF8.GetBytes(token));

    private string Sign(string subject, string nonce) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{subject}.{nonce}")));
}
