using System.Globalization;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;
using RazorSlices;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Where the shopper lands after Stripe's page: paid, or back without paying. A GET shows nothing personal and does nothing,
/// since robots that preview links make GETs too; the page's own script POSTs, which only puts a row into the order's lane.
/// </summary>
internal sealed class ReturnPages(CheckoutToken tokens, IOrderSummaries orders, MessageInbox inbox, ReturnPageShop shop, TimeProvider time)
{
    public Task<IResult> ShowThanksAsync(string token, HttpRequest request) => ShowAsync(token, request, ReturnPageTexts.Thanks);

    public Task<IResult> ShowUnpaidAsync(string token, HttpRequest request) => ShowAsync(token, request, ReturnPageTexts.Unpaid);

    /// <summary>The shopper says that they paid: the lane asks Stripe.</summary>
    public async Task<IResult> CheckAsync(string token, HttpRequest request)
    {
        // Read and let go: the page's own script sends nothing.
        if (await RequestBody.ReadAsync(request, InputLimits.ThanksBody) is null)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await FindAsync(token, request) is not { } order)
            return Results.NotFound();
        // One look every ten seconds is enough, however often the page is opened again.
        var slot = time.GetUtcNow().ToUnixTimeSeconds() / 10;
        var key = string.Create(CultureInfo.InvariantCulture, $"thanks:{order.Id}:{slot}");
        await AppendAsync(key, order, PaymentEvents.LookAgain, PaymentEvents.Write(new PaymentLook(order.Id)));
        return Results.NoContent();
    }

    /// <summary>The shopper left the page of one attempt. Said again, by a tab that is opened again, it is the same row.</summary>
    public async Task<IResult> LeaveAsync(string token, HttpRequest request)
    {
        // Read and let go: the page's own script sends nothing.
        if (await RequestBody.ReadAsync(request, InputLimits.ThanksBody) is null)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await FindAsync(token, request) is not { } order)
            return Results.NotFound();
        if (!int.TryParse(request.Query["attempt"], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
            return Results.BadRequest();
        var key = string.Create(CultureInfo.InvariantCulture, $"unpaid:{order.Id}:{attempt}");
        await AppendAsync(key, order, PaymentEvents.CheckoutLeft, PaymentEvents.Write(new PageLeft(order.Id, attempt)));
        return Results.NoContent();
    }

    private async Task<IResult> ShowAsync(
        string token, HttpRequest request, Func<OrderSummary, string, Uri?, ReturnPageTexts> texts)
    {
        var order = await FindAsync(token, request);
        request.HttpContext.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action "
            + $"'none'; frame-ancestors {shop.FramedBy}";
        if (order is not null)
            return Results.RazorSlice<ReturnPage, ReturnPageTexts>(texts(order, shop.Name, shop.BackToChat(order.Lane)));
        var italian = request.Headers.AcceptLanguage.ToString().StartsWith("it", StringComparison.OrdinalIgnoreCase);
        return Results.RazorSlice<ReturnPage, ReturnPageTexts>(
            ReturnPageTexts.Unknown(italian, shop.Name), StatusCodes.Status404NotFound);
    }

    /// <summary>The order of a token of ours; null for anything else. The address is a secret: no other page hears of it.</summary>
    private async Task<OrderSummary?> FindAsync(string token, HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        return token.Length <= InputLimits.Token && tokens.TryRead(token, out var order)
            ? await orders.FindAsync(order, request.HttpContext.RequestAborted)
            : null;
    }

    private async Task AppendAsync(string key, OrderSummary order, string name, System.Text.Json.JsonElement value)
    {
        var activity = new Activity { Type = ActivityTypes.Event, Name = name, Value = value };
        await inbox.AppendAsync([new IncomingMessage(key, order.Lane.Value, RowKind.GatewayEvent, activity)], CancellationToken.None);
    }
}

/// <param name="BackToChat">Where the conversation of a lane is opened; null when its page can only be closed.</param>
/// <param name="FramedBy">Whose pages may show these in a frame, as CSP writes it.</param>
internal sealed record ReturnPageShop(string Name, Func<LaneId, Uri?> BackToChat, string FramedBy);
