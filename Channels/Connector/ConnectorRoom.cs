using CommerceBot.Runtime;

namespace CommerceBot.Channels.Connector;

internal static class ConnectorRoom
{
    public static IServiceCollection AddConnector(this IServiceCollection services, Modes modes)
    {
        if (modes.Connector == Mode.Off)
            return services;
        services.AddHttpClient();
        services.AddSingleton<IChannel, ConnectorChannel>();
        services.AddSingleton<ICarryOut>(all => new ConnectorCarrier(
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
            all.GetRequiredService<OwnAddress>()));
        services.AddSingleton<ConnectorDoor>();
        return services;
    }

    public static void MapConnector(this WebApplication app, Modes modes)
    {
        if (modes.Connector != Mode.Off)
            app.MapPost("/api/messages", (HttpRequest request, ConnectorDoor door) => door.ReceiveAsync(request));
    }
}
