using Microsoft.AspNetCore.Http;

namespace CommerceBot.Desk.Charts;

/// <summary>A chart as an answer over HTTP.</summary>
internal static class ChartAnswer
{
    public static IResult Of(HttpContext http, IReadOnlyList<(DateOnly Day, decimal Amount)> days, bool isDark, bool isNarrow)
    {
        // Colours stand in the picture as styles of its own; nothing in it runs, and it asks for nothing.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.Text(DailyChart.Draw(days, DeskLanguage.Of(http).Culture, isDark, isNarrow), "image/svg+xml");
    }
}
