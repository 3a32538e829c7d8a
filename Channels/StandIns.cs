using CommerceBot.Simulator.Hosting;
using CommerceBot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot.Channels;

/// <summary>The stand-ins of services without keys: in this host, or in one of their own at <c>Simulator:Url</c>.</summary>
internal static class StandIns
{
    public static IServiceCollection AddStandIns(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (!modes.NeedsSimulator)
            return services;
        if (AreElsewhere(settings))
            services.TryAddSingleton(_ => SimulatorSecrets.ReadOrCreate(StorageRoom.FolderOf(settings)));
        else
            services.AddSimulator(settings);
        return services;
    }

    public static void MapStandIns(this WebApplication app)
    {
        if (app.Services.GetService<SimulatorOptions>() is not null)
            app.MapSimulator();
    }

    /// <summary>Where they are reached.</summary>
    public static Uri Address(IServiceProvider all, IConfiguration settings) =>
        AreElsewhere(settings) ? new Uri(settings["Simulator:Url"]!) : all.GetRequiredService<OwnAddress>().Listening();

    public static Uri ChatPage(IServiceProvider all, IConfiguration settings) => new(Address(all, settings), "/chat");

    public static bool AreElsewhere(IConfiguration settings) => !string.IsNullOrEmpty(settings["Simulator:Url"]);

    /// <exception cref="SettingsException">They are needed, and the settings do not let them run.</exception>
    public static void Check(IConfiguration settings, string needed)
    {
        var options = SettingsException.Reading(() => SimulatorOptions.Read(settings));
        if (options.Enabled == SimulatorReach.Never && !AreElsewhere(settings))
            throw new SettingsException($"Simulator:Enabled is never, and {needed} would be Simulated. Set the keys of the real service, or its mode to Off, or Simulator:Url to where the stand-ins run.");
    }
}
