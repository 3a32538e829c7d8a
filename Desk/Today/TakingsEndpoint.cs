using CommerceBot.Desk.Access;
using CommerceBot.Desk.Charts;
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
        return ChartAnswer.Of(http, days, dark, narrow);
    }
}
