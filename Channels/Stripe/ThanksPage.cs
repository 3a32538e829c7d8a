using System.Globalization;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Where the shopper lands after paying. A GET shows nothing personal and does nothing, since robots that preview links
/// make GETs too; the page's own script POSTs, which only asks Stripe again.
/// </summary>
internal sealed class ThanksPage(ThanksToken tokens, IPaymentIndex index, InboxDoor inbox, Func<LaneId, Uri?> backToChat, string framedBy, TimeProvider time)
{
    public async Task<IResult> ShowAsync(string token, HttpRequest request)
    {
        KeepToYourself(request.HttpContext.Response);
        if (token.Length > InputLimits.Token || !tokens.TryRead(token, out var order)
            || await index.FindAsync([], order.Value, request.HttpContext.RequestAborted) is not { } place)
            return Results.NotFound();
        var italian = request.Headers.AcceptLanguage.ToString().StartsWith("it", StringComparison.OrdinalIgnoreCase);
        request.HttpContext.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors {framedBy}";
        return Results.Content(ThanksHtml.Page(italian, backToChat(place.Lane)), "text/html; charset=utf-8");
    }

    public async Task<IResult> CheckAsync(string token, HttpRequest request)
    {
        // Read and let go: the page's own script sends nothing.
        if (await RawBody.ReadAsync(request, InputLimits.ThanksBody) is null)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        KeepToYourself(request.HttpContext.Response);
        if (token.Length > InputLimits.Token || !tokens.TryRead(token, out var order)
            || await index.FindAsync([], order.Value, request.HttpContext.RequestAborted) is not { } place)
            return Results.NotFound();
        // One look every ten seconds is enough, however often the page is opened again.
        var slot = time.GetUtcNow().ToUnixTimeSeconds() / 10;
        var key = string.Create(CultureInfo.InvariantCulture, $"thanks:{order}:{slot}");
        var look = new Activity { Type = ActivityTypes.Event, Name = PaymentNews.LookAgain, Value = PaymentNews.Write(new PaymentLook(order)) };
        await inbox.AppendAsync([new Arrival(key, place.Lane.Value, RowKind.Hint, look)], CancellationToken.None);
        return Results.NoContent();
    }

    /// <summary>The address is a secret of its own: no other page hears of it, and nobody keeps what it shows.</summary>
    private static void KeepToYourself(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
