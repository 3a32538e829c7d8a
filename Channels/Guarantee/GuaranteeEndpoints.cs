using CommerceBot.Orders;

namespace CommerceBot.Channels.Guarantee;

/// <summary>The page about the legal guarantee, to be seen before an order and kept after it (Directive (EU) 2024/825).</summary>
internal static class GuaranteeEndpoints
{
    public static void MapGuarantee(this WebApplication app) => app.MapMethods(
        "/guarantee", [HttpMethods.Get, HttpMethods.Head], (HttpRequest request, ShopSettings shop) => Show(request, shop));

    private static IResult Show(HttpRequest request, ShopSettings shop)
    {
        var headers = request.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; img-src https:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.RazorSlice<GuaranteePage, GuaranteePageTexts>(GuaranteePageTexts.Of(LanguageOf(request), shop));
    }

    /// <summary>What the link says, else what the browser prefers.</summary>
    private static string LanguageOf(HttpRequest request) => request.Query["lang"].ToString() switch
    {
        "it" => "it",
        "en" => "en",
        _ => request.Headers.AcceptLanguage.ToString().StartsWith("it", StringComparison.OrdinalIgnoreCase) ? "it" : "en",
    };
}
