using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Simulator.Stripe.Control;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Page;
using CommerceBot.Simulator.Stripe.Panel;
using CommerceBot.Simulator.Stripe.Processing;
using CommerceBot.Simulator.Stripe.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Simulator.Stripe;

/// <summary>Registers the Stripe half of the simulators.</summary>
internal static class StripeSimulatorServiceCollectionExtensions
{
    public static IServiceCollection AddStripeSimulator(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<StripeLedger>();
        services.AddSingleton<FaultSwitches>();
        services.AddSingleton<InFlightKeys>();
        services.AddSingleton<ApiEndpoint>();
        services.AddSingleton<StripePort>();
        services.AddSingleton<DeliveryGate>();
        services.AddSingleton<WebhookPost>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<CheckoutProcessing>();
        services.AddSingleton<RefundProcessing>();
        services.AddSingleton<FormToken>();
        services.AddSingleton<CheckoutPage>();
        services.AddSingleton<PanelActions>();
        services.AddSingleton<PanelPage>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
        services.AddHostedService<Clock>();
        services.AddHostedService(provider => provider.GetRequiredService<StripePort>());
        return services;
    }
}
