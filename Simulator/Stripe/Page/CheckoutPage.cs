using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Till;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The hosted checkout page: shown, filled in, declined and tried again, paid.</summary>
internal sealed class CheckoutPage(Counter counter, Courier courier, FormToken tokens, SimulatorOptions options)
{
    /// <summary>Stripe holds the redirect for the webhook's answer, so that the shop knows before the shopper is back.</summary>
    private static readonly TimeSpan HoldRedirect = TimeSpan.FromSeconds(2);

    private const long LargestForm = 16 * 1024;

    public Task ShowAsync(HttpContext http, string id)
    {
        var words = WordsFor(http, counter.Find(id));
        return counter.Find(id) switch
        {
            null => WriteAsync(http, 404, Frame.Missing(words)),
            { Status: SessionStatus.Open } session => FormAsync(http, 200, session, Blank(words)),
            var session => ShowEndAsync(http, session),
        };
    }

    public async Task PayAsync(HttpContext http, string id)
    {
        if (counter.Find(id) is not { } session)
        {
            await WriteAsync(http, 404, Frame.Missing(WordsFor(http, null)));
            return;
        }
        // Anything else could be buffered to a file by the server, and this form may hold a number.
        var isForm = http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (!isForm || http.Request.ContentLength is not <= LargestForm)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }
        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var form = Typed(posted);
        if (session.Status != SessionStatus.Open) await EndAgainAsync(http, session);
        else if (!tokens.IsGood(http, id, posted["token"].ToString())) await FormAsync(http, 403, session, form, trouble: "error.form");
        else if (counter.Check(form, session) is { Payment: { } payment }) await TryAsync(http, session, form, payment);
        else await FormAsync(http, 422, session, form, counter.Check(form, session).Wrong, "error.some");
    }

    private async Task TryAsync(HttpContext http, Session session, PaymentForm form, Payment payment)
    {
        switch (counter.Pay(session.Id, payment))
        {
            case PayResult.Paid paid:
                await courier.WaitForFirstTryAsync(paid.CompletedEventId, HoldRedirect, http.RequestAborted);
                GoOn(http, paid.Session);
                break;
            case PayResult.Declined declined:
                await FormAsync(http, 402, declined.Session, form, new Dictionary<string, string> { ["number"] = DeclineWord(declined.Why) }, DeclineWord(declined.Why));
                break;
            case PayResult.NotOpen ended:
                await EndAgainAsync(http, ended.Session);
                break;
            default:
                await WriteAsync(http, 404, Frame.Missing(WordsFor(http, session)));
                break;
        }
    }

    /// <summary>A second press of the button, or a page left open: the first one counted, this one only goes where it led.</summary>
    private Task EndAgainAsync(HttpContext http, Session session)
    {
        if (session.Status != SessionStatus.Complete) return ShowEndAsync(http, session);
        GoOn(http, session);
        return Task.CompletedTask;
    }

    private Task ShowEndAsync(HttpContext http, Session session)
    {
        var words = WordsFor(http, session);
        return session.Status == SessionStatus.Complete
            ? WriteAsync(http, 200, Frame.Complete(words, session, ShopOf(session), Onward(session)))
            : WriteAsync(http, 410, Frame.Expired(words, session, ShopOf(session)));
    }

    private Task FormAsync(HttpContext http, int status, Session session, PaymentForm form, IReadOnlyDictionary<string, string>? wrong = null, string? trouble = null)
    {
        var words = WordsFor(http, session);
        var view = new FormView(words, session, ShopOf(session), tokens.Issue(http, session.Id), form)
        {
            Wrong = wrong ?? new Dictionary<string, string>(),
            Trouble = trouble is null ? null : words[trouble],
        };
        var body = Html.Of($"""<div class="checkout">{Summary.Of(words, session, view.Shop)}{PayForm.Of(view)}</div>""");
        return WriteAsync(http, status, Frame.Around(words, words["title", view.Shop], body), Origin(session));
    }

    private static Task WriteAsync(HttpContext http, int status, Html html, string formsMayLeadTo = "")
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        // "same-origin" and not "no-referrer": a form without an Origin would be refused as a stranger's.
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src http: https: data:; base-uri 'none'; " +
            $"frame-ancestors 'self'; form-action 'self' {formsMayLeadTo}".TrimEnd();
        return http.Response.WriteAsync(html.ToString(), http.RequestAborted);
    }

    private static void GoOn(HttpContext http, Session session)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = new Uri(Onward(session)).AbsoluteUri;
        http.Response.Headers.CacheControl = "no-store";
    }

    public static string Onward(Session session) =>
        session.Asked.Text("success_url")!.Replace("{CHECKOUT_SESSION_ID}", session.Id, StringComparison.Ordinal);

    private static string Origin(Session session)
    {
        var onward = new Uri(Onward(session));
        return $"{onward.Scheme}://{onward.IdnHost}:{onward.Port}";
    }

    private string ShopOf(Session session) => session.Asked.Text("branding_settings", "display_name") ?? options.ShopName;

    private static Words WordsFor(HttpContext http, Session? session) =>
        Words.For(session?.Asked.Text("locale"), http.Request.Headers.AcceptLanguage);

    private static string DeclineWord(Decline why) => $"decline.{why.DeclineCode}";

    private static PaymentForm Blank(Words words) => new() { Country = words.Language == "it" ? "IT" : "", ShipCountry = "" };

    private static PaymentForm Typed(IFormCollection posted) => new()
    {
        Email = posted["email"].ToString(),
        Number = posted["number"].ToString(),
        Expiry = posted["expiry"].ToString(),
        Code = posted["code"].ToString(),
        Name = posted["name"].ToString(),
        Country = posted["country"].ToString(),
        Phone = posted["phone"].ToString(),
        Delivery = posted["delivery"].ToString(),
        Terms = posted["terms"].Count > 0,
        ShipName = posted["shipName"].ToString(),
        ShipLine1 = posted["shipLine1"].ToString(),
        ShipLine2 = posted["shipLine2"].ToString(),
        ShipPostalCode = posted["shipPostalCode"].ToString(),
        ShipCity = posted["shipCity"].ToString(),
        ShipState = posted["shipState"].ToString(),
        ShipCountry = posted["shipCountry"].ToString(),
    };
}

internal static class CheckoutPageRoutes
{
    public static void MapCheckoutPage(this IEndpointRouteBuilder app)
    {
        var page = app.ServiceProvider.GetRequiredService<CheckoutPage>();
        app.MapEmbeddedFiles($"{StripeSimulator.Root}/checkout/assets", "checkout");
        app.MapGet($"{StripeSimulator.Root}/checkout/{{id}}", (RequestDelegate)(http => page.ShowAsync(http, Id(http))));
        app.MapPost($"{StripeSimulator.Root}/checkout/{{id}}", (RequestDelegate)(http => page.PayAsync(http, Id(http))));
    }

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;
}
