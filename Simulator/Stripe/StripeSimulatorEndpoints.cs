using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Simulator.Stripe.Control;
using CommerceBot.Simulator.Stripe.Page;
using CommerceBot.Simulator.Stripe.Panel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Stripe;

/// <summary>
/// The addresses of the Stripe half of the simulators: the API, the hosted checkout page, a panel, a control API for
/// tests.
/// </summary>
internal static class StripeSimulatorEndpoints
{
    public const string Root = "/simulator/stripe";

    public static IEndpointRouteBuilder MapStripeSimulator(this IEndpointRouteBuilder app)
    {
        MapApi(app, app.ServiceProvider.GetRequiredService<ApiEndpoint>());
        app.MapCheckoutPage();
        app.MapPanelPage();
        app.MapControl();
        return app;
    }

    public static void MapApi(IEndpointRouteBuilder app, ApiEndpoint endpoint)
    {
        foreach (var operation in Operations.All)
            app.MapMethods(
                $"{Root}/v1/{operation.Path}",
                [operation.Method],
                (RequestDelegate)(http => endpoint.ServeAsync(http, operation)));
        foreach (var version in (string[])["v1", "v2"])
            app.Map($"{Root}/{version}/{{**path}}", (RequestDelegate)(http => endpoint.ServeAsync(http, null)));
    }
}
