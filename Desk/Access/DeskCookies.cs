using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace CommerceBot.Desk.Access;

/// <summary>
/// Over https each cookie's name begins with <c>__Host-</c>, which browsers take only from this very host, with Secure and for all
/// paths (RFC 6265bis, 4.1.3.2). On this machine without https they would not take it at all, so the plain name stays.
/// </summary>
internal sealed class DeskCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, NameIn(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, NameIn(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameIn(context, key), options);

    private static string NameIn(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
