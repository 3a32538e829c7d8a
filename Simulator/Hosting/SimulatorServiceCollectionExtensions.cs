using CommerceBot.Simulator.Assistant;
using CommerceBot.Simulator.Email;
using CommerceBot.Simulator.Messenger;
using CommerceBot.Simulator.Stripe;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Simulator.Hosting;

/// <summary>Puts the simulators into a web host: the bot's own, or one of their own (<see cref="SimulatorHost"/>).</summary>
public static class SimulatorServiceCollectionExtensions
{
    /// <summary>Services that are there already stay: a test brings its own clock and options.</summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SimulatorOptions.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton(_ => SimulatorSecrets.ReadOrCreate(options.DataFolder));
        services.TryAddSingleton<SimulatorAddresses>();
        return services
            .AddMessengerSimulator()
            .AddStripeSimulator()
            .AddAssistantSimulator()
            .AddMailSimulator();
    }
}
