using CommerceBot.Simulator.Messenger.Chat;
using CommerceBot.Simulator.Messenger.Control;
using CommerceBot.Simulator.Messenger.Graph;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Messenger;

/// <summary>The addresses of the Messenger half of the simulators: Graph API, chat page, control API.</summary>
internal static class MessengerSimulatorEndpoints
{
    public static IEndpointRouteBuilder MapMessengerSimulator(this IEndpointRouteBuilder app)
    {
        app.MapGraph();
        app.MapControl();
        app.MapChat();
        return app;
    }
}
