using CommerceBot.Simulator.Messenger.Chat;
using CommerceBot.Simulator.Messenger.Control;
using CommerceBot.Simulator.Messenger.Graph;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Messenger;

/// <summary>The Messenger half of the stand-ins: Graph API, chat page, webhooks.</summary>
internal static class MessengerSimulator
{
    public static IServiceCollection AddMessengerSimulator(this IServiceCollection services) => services
        .AddSingleton<Memory>()
        .AddSingleton<World>()
        .AddSingleton<Switches>()
        .AddSingleton<BotDoor>()
        .AddSingleton<WebhookPost>()
        .AddSingleton<Events>()
        .AddSingleton<Shopping>()
        .AddSingleton<GraphAccess>()
        .AddSingleton<SendApi>()
        .AddSingleton<ProfileApi>()
        .AddSingleton<PeopleApi>()
        .AddSingleton<PersonaApi>();

    public static IEndpointRouteBuilder MapMessengerSimulator(this IEndpointRouteBuilder app)
    {
        app.MapGraph();
        app.MapControl();
        app.MapChat();
        return app;
    }
}
