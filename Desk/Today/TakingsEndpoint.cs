using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Desk.Today;

/// <summary>The picture of the last thirty days' takings.</summary>
internal static class TakingsEndpoint
{
    public static void MapTakings(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/desk/takings.svg", DrawAsync).RequireAuthorization(DeskPolicies.View);

    private static async Task<IResult> DrawAsync(HttpContext http, ITodayQueries today, ShopSettings shop, TimeProvider time,
        bool dark = false, bool narrow = false)
    {
        var month = LastDays.Until(time.GetUtcNow(), shop.TimeZone);
        var takings = await today.TakingsAsync(month.Begin, http.RequestAborted);
        var days = month.AddUp(takings, shop.Currency).Select(day => (day.Day, day.Amount.InMainUnit())).ToList();
        // Colours stand in the picture as styles of its own; nothing in it runs, and it asks for nothing.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.Text(TakingsChart.Draw(days, DeskLanguage.Of(http).Culture, dark, narrow), "image/svg+xml");
    }
}
