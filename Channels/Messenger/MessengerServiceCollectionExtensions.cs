using CommerceBot.Runtime;
using CommerceBot.Runtime.Health;
using CommerceBot.Simulator.Hosting;
using Microsoft.Bot.Builder;

namespace CommerceBot.Channels.Messenger;

/// <summary>Registers the Messenger channel, with the keys of a real Page or of the simulator.</summary>
internal static class MessengerServiceCollectionExtensions
{
    public static IServiceCollection AddMessenger(
        this IServiceCollection services, IConfiguration settings, Modes modes, MessengerProfile profile)
    {
        if (modes.Messenger == Mode.Off)
            return services;
        if (modes.Messenger == Mode.Real)
            services.AddChecked<FacebookOptions>(settings, options => options.Faults())
                .AddSingleton(all => Real(all.GetRequiredService<FacebookOptions>()));
        else
            services.AddSingleton(all => Simulated(all, settings));
        services.AddSingleton(profile);
        services.AddSingleton(all => new FirstMessageProfile(
            all.GetRequiredService<ConversationState>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new Bulkhead(
            all.GetRequiredService<MessengerSettings>().MaxConnections, all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MessengerChannel>();
        services.AddSingleton<IChannel>(all => all.GetRequiredService<MessengerChannel>());
        services.AddSingleton<IOutboxSender, MessengerSender>();
        services.AddSingleton<MessengerWebhookEndpoint>();
        services.AddSingleton<MessengerSetup>();
        services.AddSingleton<GraphAccessCheck>();
        services.AddHealthChecks().AddCheck<GraphAccessCheck>("messenger", tags: [HealthTags.Ready]);
        return services;
    }

    private static MessengerSettings Real(FacebookOptions options) => new()
    {
        VerifyToken = options.FacebookVerifyToken,
        AppSecret = options.FacebookAppSecret,
        AccessToken = options.FacebookAccessToken,
        AppId = options.FacebookAppId,
        ApiHost = () => options.FacebookApiHost,
        ApiVersion = options.FacebookApiVersion,
        PageAccessToken = page => options.Pages.GetValueOrDefault(page)?.AccessToken,
        MaxConnections = options.FacebookMaxConnections,
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
            ApiHost = () => new Uri(SimulatorSettings.Address(all, settings), "/simulator/graph").AbsoluteUri,
        };
    }
}
