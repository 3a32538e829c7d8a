using CommerceBot.Simulator.Messenger.Chat;
using CommerceBot.Simulator.Messenger.Control;
using CommerceBot.Simulator.Messenger.Graph;
using CommerceBot.Simulator.Messenger.People;
using CommerceBot.Simulator.Messenger.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Messenger;

/// <summary>Registers the Messenger half of the simulators.</summary>
internal static class MessengerSimulatorServiceCollectionExtensions
{
    public static IServiceCollection AddMessengerSimulator(this IServiceCollection services) => services
        .AddSingleton<Memory>()
        .AddSingleton<SimulatorState>()
        .AddSingleton<Switches>()
        .AddSingleton<BotEndpoint>()
        .AddSingleton<WebhookPost>()
        .AddSingleton<Events>()
        .AddSingleton<Shopping>()
        .AddSingleton<GraphAccess>()
        .AddSingleton<SendApi>()
        .AddSingleton<ProfileApi>()
        .AddSingleton<PeopleApi>()
        .AddSingleton<PersonaApi>();
}
