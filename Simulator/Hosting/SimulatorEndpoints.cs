using CommerceBot.Simulator.Assistant;
using CommerceBot.Simulator.Email;
using CommerceBot.Simulator.Messenger;
using CommerceBot.Simulator.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Hosting;

/// <summary>The addresses of the simulators, below <c>/simulator</c> and <c>/chat</c>.</summary>
public static class SimulatorEndpoints
{
    /// <summary>Maps nothing where <see cref="SimulatorOptions.Enabled"/> is <see cref="SimulatorReach.Never"/>.</summary>
    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<SimulatorOptions>();
        if (options.Enabled is SimulatorReach.Never)
            return app;
        var guarded = app.MapGroup("");
        guarded.Guard(options);
        guarded.MapMessengerSimulator();
        guarded.MapStripeSimulator();
        guarded.MapAssistantSimulator();
        guarded.MapMailSimulator();
        return app;
    }
}
