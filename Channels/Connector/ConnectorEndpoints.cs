namespace CommerceBot.Channels.Connector;

/// <summary>The address that the Emulator and other clients of the Connector send activities to.</summary>
internal static class ConnectorEndpoints
{
    public static void MapConnector(this WebApplication app, Modes modes)
    {
        if (modes.Connector != Mode.Off)
            app.MapPost("/api/messages", (HttpRequest request, MessagesEndpoint endpoint) => endpoint.ReceiveAsync(request));
    }
}
