using CommerceBot.Simulator.Messenger;
using CommerceBot.Simulator.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Simulator.Hosting;

/// <summary>Puts the stand-ins into a web host: the bot's own, or one of their own (<see cref="SimulatorHost"/>).</summary>
public static class SimulatorHosting
{
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SimulatorOptions.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => SimulatorSecrets.ReadOrCreate(options.DataFolder));
        services.TryAddSingleton<SimulatorAddresses>();
        return services
            .AddMessengerSimulator()
            .AddStripeSimulator();
    }

    public static IEndpointRouteBuilder MapSimulator(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<SimulatorOptions>();
        if (options.Enabled is SimulatorReach.Never)
            return app;
        var guarded = app.MapGroup("");
        guarded.Guard(options);
        guarded.MapMessengerSimulator();
        guarded.MapStripeSimulator();
        return app;
    }
}
