using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Simulator.Stripe.Control;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Page;
using CommerceBot.Simulator.Stripe.Panel;
using CommerceBot.Simulator.Stripe.Till;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Simulator.Stripe;

/// <summary>The Stripe half of the stand-ins: the API, the hosted checkout page, webhooks, and a control API for tests.</summary>
internal static class StripeSimulator
{
    public const string Root = "/simulator/stripe";

    public static IServiceCollection AddStripeSimulator(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StripeLedger>();
        services.AddSingleton<FaultSwitches>();
        services.AddSingleton<InFlightKeys>();
        services.AddSingleton<ApiDoor>();
        services.AddSingleton<StripePort>();
        services.AddSingleton<DeliveryGate>();
        services.AddSingleton<WebhookPost>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Counter>();
        services.AddSingleton<BackOffice>();
        services.AddSingleton<FormToken>();
        services.AddSingleton<CheckoutPage>();
        services.AddSingleton<PanelActs>();
        services.AddSingleton<PanelPage>();
        services.AddHostedService(provider => provider.GetRequiredService<Courier>());
        services.AddHostedService<Clock>();
        services.AddHostedService(provider => provider.GetRequiredService<StripePort>());
        return services;
    }

    public static IEndpointRouteBuilder MapStripeSimulator(this IEndpointRouteBuilder app)
    {
        MapApi(app, app.ServiceProvider.GetRequiredService<ApiDoor>());
        app.MapCheckoutPage();
        app.MapPanelPage();
        app.MapControl();
        return app;
    }

    public static void MapApi(IEndpointRouteBuilder app, ApiDoor door)
    {
        foreach (var operation in Operations.All)
            app.MapMethods($"{Root}/v1/{operation.Path}", [operation.Method], (RequestDelegate)(http => door.ServeAsync(http, operation)));
        foreach (var version in (string[])["v1", "v2"])
            app.Map($"{Root}/{version}/{{**path}}", (RequestDelegate)(http => door.ServeAsync(http, null)));
    }
}
