using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Channels;

/// <summary>The addresses of the simulators, when they run in this host.</summary>
internal static class SimulatorsEndpoints
{
    public static void MapSimulators(this WebApplication app)
    {
        if (app.Services.GetService<SimulatorOptions>() is not null)
            app.MapSimulator();
    }
}
