using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CommerceBot.Desk.Access;

/// <summary>
/// Stands before the desk, before anybody is asked who they are. The desk is there for this machine and over https; to everybody
/// else it answers 404, as if it did not exist. Behind a proxy that speaks https (<c>Desk:PublicUrl</c>) the proxy's word is taken
/// from this machine and from <c>Desk:Proxies</c> only.
/// </summary>
internal sealed class DeskGate(RequestDelegate next, DeskOptions options)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/desk"))
            return next(http);
        TakeProxysWord(http);
        if (!IsOpenTo(http))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!IsSafe(http.Request.Method) && IsFromElsewhere(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        SetHeaders(http.Response.Headers);
        return next(http);
    }

    private void TakeProxysWord(HttpContext http)
    {
        if (options.PublicUrl is not { } url || !IsTrusted(http.Connection.RemoteIpAddress)
            || Last(http.Request.Headers["X-Forwarded-Proto"]) != Uri.UriSchemeHttps)
            return;
        http.Request.Scheme = Uri.UriSchemeHttps;
        if (Last(http.Request.Headers["X-Forwarded-Host"]) is { } host)
            http.Request.Host = new HostString(host);
        if (IPAddress.TryParse(Last(http.Request.Headers["X-Forwarded-For"]), out var sender))
            http.Connection.RemoteIpAddress = sender;
        if (http.Request.Host.Host.Equals(url.Host, StringComparison.OrdinalIgnoreCase))
            http.Request.Host = url.IsDefaultPort ? new HostString(url.Host) : new HostString(url.Host, url.Port);
    }

    /// <summary>
    /// This machine is known by the sender, and by the name that was asked for: a proxy on this machine that does not tell of
    /// itself brings the public name, and a page elsewhere whose DNS leads here brings its own.
    /// </summary>
    private bool IsOpenTo(HttpContext http) =>
        http.Request.IsHttps
            ? options.PublicUrl is null || http.Request.Host.Host.Equals(options.PublicUrl.Host, StringComparison.OrdinalIgnoreCase)
            : http.Connection.RemoteIpAddress is { } sender && IPAddress.IsLoopback(sender) && IsLoopbackName(http.Request.Host.Host)
                && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private bool IsTrusted(IPAddress? sender)
    {
        if (sender is null)
            return false;
        var plain = sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender;
        return IPAddress.IsLoopback(plain) || options.Proxies.Any(network => network.Contains(plain));
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    /// <summary>Browsers say where a form was sent from; another origin than our own has no form of ours.</summary>
    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is { Count: > 0 } origin
            ? origin.ToString() != $"{request.Scheme}://{request.Host}"
            : request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site.ToString() is not ("same-origin" or "none");

    private static string? Last(StringValues header) =>
        header.Count == 0 ? null : header[^1]?.Split(',')[^1].Trim() is { Length: > 0 } last ? last : null;

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Both words: antiforgery puts them in otherwise, and warns each time.
        headers.CacheControl = "no-cache, no-store";
    }
}
