using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using CommerceBot.Orders;

namespace CommerceBot.Desk;

/// <summary>In which language somebody reads the desk: as they chose, as their browser says, or as the shop's country speaks.</summary>
internal static class DeskLanguage
{
    public const string Cookie = "desk-language";

    public static DeskTexts Of(HttpContext http) =>
        DeskTexts.Find(http.Request.Cookies[Cookie])
        ?? http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1)
            .Select(each => DeskTexts.Find(each.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(texts => texts is not null)
        ?? DeskTexts.Find(http.RequestServices.GetRequiredService<ShopSettings>().Checkout.ShopCountry.Code.ToLowerInvariant())
        ?? DeskTexts.English;

    public static void Choose(HttpContext http, string language) =>
        http.Response.Cookies.Append(Cookie, language, new CookieOptions
        {
            Path = "/desk", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365),
        });
}
