using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Simulator.Hosting;

/// <summary>The simulators in a web host of their own: <c>dotnet run -- simulator</c>.</summary>
public static class SimulatorHost
{
    /// <summary>Where the simulators listen when no <c>urls</c> are set.</summary>
    public const string DefaultUrl = "http://localhost:3980";

    /// <summary>Where a bot on the same machine listens by default, for a host that sets no <c>Simulator:BotUrl</c>.</summary>
    public const string DefaultBotUrl = "http://localhost:3978";

    /// <summary>Builds the host; <c>--urls</c> and every setting work as in the bot's own host.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? more = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        if (string.IsNullOrEmpty(builder.Configuration["Simulator:BotUrl"]))
            builder.Configuration["Simulator:BotUrl"] = DefaultBotUrl;
        more?.Invoke(builder);
        builder.Services.AddSimulator(builder.Configuration);

        var app = builder.Build();
        app.MapSimulator();
        return app;
    }
}
