using CommerceBot.Runtime;
using CommerceBot.Simulator.Hosting;
using Microsoft.Bot.Builder;

namespace CommerceBot.Channels.Messenger;

internal static class MessengerRoom
{
    public static IServiceCollection AddMessenger(this IServiceCollection services, IConfiguration settings, Modes modes, MessengerProfile profile)
    {
        if (modes.Messenger == Mode.Off)
            return services;
        services.AddSingleton(all => modes.Messenger == Mode.Real ? Real(settings) : Simulated(all, settings));
        services.AddSingleton(profile);
        services.AddSingleton(all => new FirstContact(all.GetRequiredService<ConversationState>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new Bulkhead(
            all.GetRequiredService<MessengerSettings>().MaxConnections, all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MessengerChannel>();
        services.AddSingleton<IChannel>(all => all.GetRequiredService<MessengerChannel>());
        services.AddSingleton<ICarryOut, MessengerCarrier>();
        services.AddSingleton<MessengerDoor>();
        services.AddSingleton<MessengerSetup>();
        return services;
    }

    public static void MapMessenger(this WebApplication app, Modes modes)
    {
        if (modes.Messenger == Mode.Off)
            return;
        app.MapGet("/api/facebook", (HttpRequest request, MessengerDoor door) => door.Verify(request));
        app.MapPost("/api/facebook", http => app.Services.GetRequiredService<MessengerDoor>().ReceiveAsync(http));
        if (modes.Messenger == Mode.Simulated)
            app.Lifetime.ApplicationStarted.Register(() => _ = app.Services.GetRequiredService<MessengerSetup>().WriteAsync(CancellationToken.None));
    }

    private static MessengerSettings Real(IConfiguration settings) => new()
    {
        VerifyToken = settings["FacebookVerifyToken"]!,
        AppSecret = settings["FacebookAppSecret"]!,
        AccessToken = settings["FacebookAccessToken"]!,
        AppId = settings["FacebookAppId"],
        ApiHost = () => settings["FacebookApiHost"] is { Length: > 0 } host ? host : "https://graph.facebook.com",
        ApiVersion = settings["FacebookApiVersion"] is { Length: > 0 } version ? version : "v26.0",
        PageAccessToken = page => settings[$"Pages:{page}:AccessToken"],
        MaxConnections = settings.GetValue("FacebookMaxConnections", 64) is > 0 and <= 4096 and var places
            ? places
            : throw new SettingsException($"FacebookMaxConnections is {settings["FacebookMaxConnections"]}: it must be from 1 to 4096."),
    };

    private static MessengerSettings Simulated(IServiceProvider all, IConfiguration settings)
    {
        var secrets = all.GetRequiredService<SimulatorSecrets>();
        return new()
        {
            VerifyToken = secrets.FacebookVerifyToken,
            AppSecret = secrets.FacebookAppSecret,
            AccessToken = secrets.FacebookAccessToken,
            AppId = secrets.FacebookAppId,
            ApiHost = () => new Uri(StandIns.Address(all, settings), "/simulator/graph").AbsoluteUri,
        };
    }
}
