using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using CommerceBot.Channels.Guests;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;
using RazorSlices;

namespace CommerceBot.Channels.Withdrawals;

/// <summary>
/// Withdrawing from a contract without signing in (Directive 2011/83/EU, art. 11a; in Germany par. 356a BGB wants it so; read 2026-11):
/// the declaration, then the button that sends it. Whoever sends one is answered the same, whether there is such an order or not: the page
/// looks nothing up, and puts one row into a lane of its own.
/// </summary>
internal sealed class WithdrawalPages(MessageInbox inbox, ShopSettings shop, FormTokens tokens, TimeProvider time) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limits = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = who.Contains('@', StringComparison.Ordinal) ? 3 : 30, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 6,
        }));

    /// <summary>The empty form; a link from a mail brings the order's number.</summary>
    public IResult Show(HttpRequest request)
    {
        var number = request.Query["order"].ToString();
        return Page(request, WithdrawalStep.Form, WithdrawalForm.Empty with { Number = number.Length <= 24 ? number : "" });
    }

    /// <summary>The declaration as it will be sent, with the button that sends it.</summary>
    public async Task<IResult> ReviewAsync(HttpRequest request)
    {
        if (await WithdrawalForm.ReadAsync(request) is not { } form)
            return Results.BadRequest();
        return form.IsFilledIn
            ? Page(request, WithdrawalStep.Review, form with { Token = tokens.New() })
            : Page(request, WithdrawalStep.Form, form, status: StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Receives the declaration. A form that is too old, or not of this page, is shown once more and loses nothing.</summary>
    public async Task<IResult> ConfirmAsync(HttpRequest request)
    {
        if (await WithdrawalForm.ReadAsync(request) is not { } form)
            return Results.BadRequest();
        if (!form.IsFilledIn)
            return Page(request, WithdrawalStep.Form, form, status: StatusCodes.Status422UnprocessableEntity);
        if (tokens.Read(form.Token) is not { } id || IsFromElsewhere(request))
            return Page(
                request, WithdrawalStep.Review, form with { Token = tokens.New() }, status: StatusCodes.Status422UnprocessableEntity);
        if (!await MayAsync(PlaceOf(request.HttpContext.Connection.RemoteIpAddress)) || !await MayAsync(form.Email.ToLowerInvariant()))
            return Page(request, WithdrawalStep.TooMany, form, status: StatusCodes.Status429TooManyRequests);
        var now = time.GetUtcNow();
        var said = new PageWithdrawal(id, form.Number, form.Name, form.Email, LanguageOf(request), now);
        var activity = new Activity { Type = ActivityTypes.Event, Name = WithdrawalEvents.Declared, Value = WithdrawalEvents.Write(said) };
        // The form's id is the row's key: sent twice, it is one declaration.
        await inbox.AppendAsync(
            [new IncomingMessage($"withdrawal:{id}", $"{GuestChannel.LanePrefix}withdrawal-{id}", RowKind.GatewayEvent, activity)],
            CancellationToken.None);
        return Page(request, WithdrawalStep.Received, form, now);
    }

    public void Dispose() => _limits.Dispose();

    private async Task<bool> MayAsync(string who)
    {
        using var lease = await _limits.AcquireAsync(who);
        return lease.IsAcquired;
    }

    private IResult Page(
        HttpRequest request, WithdrawalStep step, WithdrawalForm form, DateTimeOffset at = default, int status = StatusCodes.Status200OK)
    {
        var headers = request.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        return Results.RazorSlice<WithdrawalPage, WithdrawalPageTexts>(
            WithdrawalPageTexts.Of(LanguageOf(request), shop, step, form, TimeZoneInfo.ConvertTime(at, shop.TimeZone)), status);
    }

    /// <summary>What the link says, else what the browser prefers.</summary>
    private static string LanguageOf(HttpRequest request) => request.Query["lang"].ToString() switch
    {
        "it" => "it",
        "en" => "en",
        _ => request.Headers.AcceptLanguage.ToString().StartsWith("it", StringComparison.OrdinalIgnoreCase) ? "it" : "en",
    };

    private static bool IsFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    /// <summary>Whoever has one address of IPv6 has its 64 bits of neighbours.</summary>
    private static string PlaceOf(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address?.MapToIPv4().ToString() ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))}/64");
    }
}
