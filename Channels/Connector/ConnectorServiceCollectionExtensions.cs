using CommerceBot.Runtime;

namespace CommerceBot.Channels.Connector;

/// <summary>Registers the channel of the Emulator and of Azure Bot Service.</summary>
internal static class ConnectorServiceCollectionExtensions
{
    public static IServiceCollection AddConnector(this IServiceCollection services, Modes modes)
    {
        if (modes.Connector == Mode.Off)
            return services;
        services.AddHttpClient();
        services.AddSingleton<IChannel, ConnectorChannel>();
        services.AddSingleton<IOutboxSender>(all => new ConnectorSender(
            new HttpClient(new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            {
                Timeout = TimeSpan.FromSeconds(10),
                MaxResponseContentBufferSize = 1024 * 1024,
            },
            all.GetRequiredService<IRuntimeStore>(),
            all.GetRequiredService<ServerAddress>()));
        services.AddSingleton<MessagesEndpoint>();
        return services;
    }
}
