using CommerceBot.Simulator.Stripe.Ledger;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>How every page of this simulator leaves the server, and where a finished shopper goes.</summary>
internal static class PageAnswer
{
    private const long LargestForm = 16 * 1024;

    /// <param name="formsMayLeadTo">An origin besides this one that a posted form may end at.</param>
    public static Task WriteAsync(HttpContext http, int status, Html html, string formsMayLeadTo = "")
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        // "same-origin" and not "no-referrer": a form without an Origin would be refused as a stranger's.
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src http: https: data:; base-uri 'none'; " +
            $"frame-ancestors 'self'; form-action 'self' {formsMayLeadTo}".TrimEnd();
        return http.Response.WriteAsync(html.ToString(), http.RequestAborted);
    }

    /// <summary>
    /// The posted form, or null with the refusal written. Anything but a small plain form could be buffered to a file
    /// by the server, and a form may hold a number.
    /// </summary>
    public static async Task<IFormCollection?> ReadFormAsync(HttpContext http)
    {
        var isForm = http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (isForm && http.Request.ContentLength is <= LargestForm) return await http.Request.ReadFormAsync(http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return null;
    }

    public static Task SeeOther(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = address;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>To the page of the shop that thanks.</summary>
    public static Task GoOn(HttpContext http, Session session) => SeeOther(http, new Uri(Onward(session)).AbsoluteUri);

    public static string Onward(Session session) =>
        session.Asked.Text("success_url")!.Replace("{CHECKOUT_SESSION_ID}", session.Id, StringComparison.Ordinal);

    public static string Origin(Session session)
    {
        var onward = new Uri(Onward(session));
        return $"{onward.Scheme}://{onward.IdnHost}:{onward.Port}";
    }
}
