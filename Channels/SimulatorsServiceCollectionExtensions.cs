using CommerceBot.Simulator.Hosting;
using CommerceBot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Channels;

/// <summary>Registers the simulators of services without keys: in this host, or what is known of those at <c>Simulator:Url</c>.</summary>
internal static class SimulatorsServiceCollectionExtensions
{
    public static IServiceCollection AddSimulators(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (!modes.NeedsSimulator)
            return services;
        if (SimulatorSettings.AreElsewhere(settings))
            services.TryAddSingleton(_ => SimulatorSecrets.ReadOrCreate(StorageSettings.FolderOf(settings)));
        else
            services.AddSimulator(settings);
        return services;
    }
}
