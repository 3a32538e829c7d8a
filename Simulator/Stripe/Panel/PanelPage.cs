using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Page;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>
/// What the control API does, for people: recent payment objects with buttons, and the switches of the faults. It
/// works without a script.
/// </summary>
internal sealed class PanelPage(StripeLedger ledger, PanelActions acts, FaultSwitches faults, DeliveryGate gate, FormToken tokens)
{
    private const string Subject = "panel";

    public Task ShowAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status200OK, trouble: null);

    public async Task ActAsync(HttpContext http)
    {
        if (await PageAnswer.ReadFormAsync(http) is not { } posted) return;
        if (!tokens.IsGood(http, FormPlace.Panel, Subject, posted["token"].ToString()))
        {
            await WriteAsync(http, StatusCodes.Status403Forbidden, "The page had been open for too long. Please try again.");
            return;
        }
        try
        {
            await PageAnswer.SeeOther(http, $"{PanelPageRoutes.Address}#{acts.Do(posted)}");
        }
        catch (StripeRefusal refusal)
        {
            await WriteAsync(http, StatusCodes.Status422UnprocessableEntity, refusal.Message);
        }
    }

    private Task WriteAsync(HttpContext http, int status, string? trouble)
    {
        var token = tokens.Issue(http, FormPlace.Panel, Subject);
        var plan = faults.Plan;
        var page = ledger.Read(tables => PanelView.Of(new PanelState(tables, plan, faults.Struck, gate.IsClosed, token, trouble)));
        return PageAnswer.WriteAsync(http, status, page);
    }
}

/// <summary>All that the panel shows at one moment.</summary>
/// <param name="Trouble">Why the last button did nothing, or null.</param>
internal sealed record PanelState(
    LedgerTables Tables, FaultPlan Plan, IReadOnlyDictionary<string, long> Struck, bool WebhooksStopped, string Token, string? Trouble);

internal static class PanelPageRoutes
{
    public const string Address = $"{StripeSimulatorEndpoints.Root}/panel";

    public static void MapPanelPage(this IEndpointRouteBuilder app)
    {
        var page = app.ServiceProvider.GetRequiredService<PanelPage>();
        app.MapEmbeddedFiles($"{Address}/assets", "panel");
        app.MapGet(StripeSimulatorEndpoints.Root, (RequestDelegate)(http => PageAnswer.SeeOther(http, Address)));
        app.MapGet(Address, (RequestDelegate)page.ShowAsync);
        app.MapPost(Address, (RequestDelegate)page.ActAsync);
    }
}
