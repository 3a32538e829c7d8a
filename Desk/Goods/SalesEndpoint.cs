using CommerceBot.Catalog;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Charts;
using CommerceBot.Desk.Today;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Desk.Goods;

/// <summary>The picture of a product's sales of the last thirty days.</summary>
internal static class SalesEndpoint
{
    public static void MapSales(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/desk/products/sales.svg", DrawAsync).RequireAuthorization(DeskPolicies.View);

    private static async Task<IResult> DrawAsync(HttpContext http, ISales sales, ShopSettings shop, TimeProvider time,
        string? sku = null, bool dark = false, bool narrow = false)
    {
        var month = LastDays.Until(time.GetUtcNow(), shop.TimeZone);
        return string.IsNullOrEmpty(sku) || await sales.OfProductAsync(new Sku(sku), month.Begin, http.RequestAborted) is not { } sold
            ? Results.NotFound()
            : ChartAnswer.Of(http, [.. month.AddUp(sold).Select(day => (day.Day, (decimal)day.Pieces))], dark, narrow);
    }
}
