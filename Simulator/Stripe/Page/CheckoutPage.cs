using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static CommerceBot.Simulator.Stripe.Page.PageAnswer;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The hosted checkout page: shown, filled in, declined and tried again, paid.</summary>
internal sealed class CheckoutPage(CheckoutProcessing counter, WebhookSender dispatcher, FormToken tokens, SimulatorOptions options)
{
    /// <summary>Stripe holds the redirect for the webhook's answer, so that the shop knows before the shopper is back.</summary>
    private static readonly TimeSpan HoldRedirect = TimeSpan.FromSeconds(2);

    public Task ShowAsync(HttpContext http, string id)
    {
        var texts = WordsFor(http, counter.Find(id));
        return counter.Find(id) switch
        {
            null => WriteAsync(http, 404, Frame.Missing(texts)),
            { Status: SessionStatus.Open } session => FormAsync(http, 200, session, Blank(texts)),
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
        if (await ReadFormAsync(http) is not { } posted) return;
        var form = Typed(posted);
        if (session.Status != SessionStatus.Open)
            await EndAgainAsync(http, session);
        else if (!tokens.IsGood(http, FormPlace.Checkout, id, posted["token"].ToString()))
            await FormAsync(http, 403, session, form, trouble: "error.form");
        else if (counter.Check(form, session) is { Payment: { } payment })
            await TryAsync(http, session, form, payment);
        else
            await FormAsync(http, 422, session, form, counter.Check(form, session).Wrong, "error.some");
    }

    /// <summary>The bank's question, or the way back when nothing is asked.</summary>
    public Task ShowChallengeAsync(HttpContext http, string id) =>
        counter.Find(id) switch
        {
            { Status: SessionStatus.Open, Challenge: not null } session => WriteAsync(
                http, 200, ChallengeForm.Of(WordsFor(http, session), session, ShopOf(session), tokens.Issue(http, FormPlace.Checkout, id)),
                Origin(session)),
            { Status: SessionStatus.Complete } session => GoOn(http, session),
            _ => SeeOther(http, Address(id)),
        };

    public async Task AnswerChallengeAsync(HttpContext http, string id)
    {
        if (counter.Find(id) is not { } session)
        {
            await WriteAsync(http, 404, Frame.Missing(WordsFor(http, null)));
            return;
        }
        if (await ReadFormAsync(http) is not { } posted)
            return;
        if (session.Status != SessionStatus.Open)
            await EndAgainAsync(http, session);
        else if (!tokens.IsGood(http, FormPlace.Checkout, id, posted["token"].ToString())
            || posted["answer"].ToString() is not ("complete" or "fail"))
            await SeeOther(http, Address(id) + "/challenge");
        else
            await GoByAsync(http, session, Again(session), counter.AnswerChallenge(id, proved: posted["answer"] == "complete"));
    }

    private Task TryAsync(HttpContext http, Session session, PaymentForm form, Payment payment) =>
        GoByAsync(http, session, form, counter.Pay(session.Id, payment));

    private async Task GoByAsync(HttpContext http, Session session, PaymentForm form, PayResult result)
    {
        switch (result)
        {
            case PayResult.Paid paid:
                await dispatcher.WaitForFirstTryAsync(paid.CompletedEventId, HoldRedirect, http.RequestAborted);
                await GoOn(http, paid.Session);
                break;
            case PayResult.Processing processing:
                await dispatcher.WaitForFirstTryAsync(processing.CompletedEventId, HoldRedirect, http.RequestAborted);
                await GoOn(http, processing.Session);
                break;
            case PayResult.Challenged:
                await SeeOther(http, Address(session.Id) + "/challenge");
                break;
            case PayResult.Declined declined:
                var word = DeclineWord(declined.Why);
                await FormAsync(http, 402, declined.Session, form, new Dictionary<string, string> { [FieldOf(declined.Why)] = word }, word);
                break;
            // A challenge answered twice, or by a card tried meanwhile on another page.
            case PayResult.NotOpen { Session.Status: SessionStatus.Open }:
                await SeeOther(http, Address(session.Id));
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
    private Task EndAgainAsync(HttpContext http, Session session) =>
        session.Status == SessionStatus.Complete ? GoOn(http, session) : ShowEndAsync(http, session);

    private Task ShowEndAsync(HttpContext http, Session session)
    {
        var texts = WordsFor(http, session);
        return session.Status == SessionStatus.Complete
            ? WriteAsync(http, 200, Frame.Complete(texts, session, ShopOf(session), Onward(session)))
            : WriteAsync(http, 410, Frame.Expired(texts, session, ShopOf(session)));
    }

    private Task FormAsync(
        HttpContext http, int status, Session session, PaymentForm form, IReadOnlyDictionary<string, string>? wrong = null,
        string? trouble = null)
    {
        var texts = WordsFor(http, session);
        var view = new FormView(texts, session, ShopOf(session), tokens.Issue(http, FormPlace.Checkout, session.Id), form)
        {
            Wrong = wrong ?? new Dictionary<string, string>(),
            Trouble = trouble is null ? null : texts[trouble],
        };
        var body = Html.Of($"""<div class="checkout">{Summary.Of(texts, session, view.Shop)}{PayForm.Of(view)}</div>""");
        return WriteAsync(http, status, Frame.Around(texts, texts["title", view.Shop], body), Origin(session));
    }

    public static string Address(string id) => $"{StripeSimulatorEndpoints.Root}/checkout/{Uri.EscapeDataString(id)}";

    private string ShopOf(Session session) => session.Asked.Text("branding_settings", "display_name") ?? options.ShopName;

    private static PageTexts WordsFor(HttpContext http, Session? session) =>
        PageTexts.For(session?.Asked.Text("locale"), http.Request.Headers.AcceptLanguage);

    private static string DeclineWord(Decline why) => $"decline.{why.DeclineCode ?? why.Code}";

    /// <summary>The field where the shopper can do something about it.</summary>
    private static string FieldOf(Decline why) => why.Code switch
    {
        "incorrect_cvc" => "code",
        "expired_card" => "expiry",
        _ => "number",
    };

    /// <summary>What was typed before the bank asked, less the card.</summary>
    private static PaymentForm Again(Session session) => session.Challenge is not { Payer: var payer, TermsAccepted: var terms }
        ? new PaymentForm()
        : new PaymentForm
        {
            Email = payer.Email,
            Name = payer.Name,
            Country = payer.Address.Country,
            Phone = payer.Phone ?? "",
            Delivery = session.Delivery?.RateId ?? "",
            Terms = terms,
            ShipName = payer.ShipToName ?? "",
            ShipLine1 = payer.ShipTo?.Line1 ?? "",
            ShipLine2 = payer.ShipTo?.Line2 ?? "",
            ShipPostalCode = payer.ShipTo?.PostalCode ?? "",
            ShipCity = payer.ShipTo?.City ?? "",
            ShipState = payer.ShipTo?.State ?? "",
            ShipCountry = payer.ShipTo?.Country ?? "",
        };

    private static PaymentForm Blank(PageTexts texts) => new() { Country = texts.Language == "it" ? "IT" : "", ShipCountry = "" };

    private static PaymentForm Typed(IFormCollection posted) => new()
    {
        Email = posted["email"].ToString(),
        Method = posted["method"].ToString(),
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
        app.MapEmbeddedFiles($"{StripeSimulatorEndpoints.Root}/checkout/assets", "checkout");
        app.MapGet($"{StripeSimulatorEndpoints.Root}/checkout/{{id}}", (RequestDelegate)(http => page.ShowAsync(http, Id(http))));
        app.MapPost($"{StripeSimulatorEndpoints.Root}/checkout/{{id}}", (RequestDelegate)(http => page.PayAsync(http, Id(http))));
        app.MapGet(
            $"{StripeSimulatorEndpoints.Root}/checkout/{{id}}/challenge",
            (RequestDelegate)(http => page.ShowChallengeAsync(http, Id(http))));
        app.MapPost(
            $"{StripeSimulatorEndpoints.Root}/checkout/{{id}}/challenge",
            (RequestDelegate)(http => page.AnswerChallengeAsync(http, Id(http))));
    }

    private static string Id(HttpContext http) => (string)http.Request.RouteValues["id"]!;
}
