using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Simulator.Hosting;

/// <summary>The stand-ins in a web host of their own: <c>dotnet run -- simulator</c>.</summary>
public static class SimulatorHost
{
    public const string DefaultUrl = "http://localhost:3980";
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
