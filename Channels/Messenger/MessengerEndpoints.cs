namespace CommerceBot.Channels.Messenger;

/// <summary>The address of Messenger's webhook.</summary>
internal static class MessengerEndpoints
{
    public static void MapMessenger(this WebApplication app, Modes modes)
    {
        if (modes.Messenger == Mode.Off)
            return;
        app.MapGet("/api/facebook", (HttpRequest request, MessengerWebhookEndpoint endpoint) => endpoint.Verify(request));
        app.MapPost("/api/facebook", http => app.Services.GetRequiredService<MessengerWebhookEndpoint>().ReceiveAsync(http));
        if (modes.Messenger == Mode.Simulated)
            app.Lifetime.ApplicationStarted.Register(() =>
                _ = app.Services.GetRequiredService<MessengerSetup>().WriteAsync(CancellationToken.None));
    }
}
