using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Lanes;
using CommerceBot.Runtime.Outbox;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Runtime;

internal static class RuntimeRoom
{
    /// <summary>Inbox, lanes, turns, outbox and timers, in the order in which a message meets them.</summary>
    public static IServiceCollection AddRuntime(this IServiceCollection services, Func<ITurnContext, Task> apologise)
    {
        services.AddSingleton<Pulse>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<WallClock>();
        services.AddSingleton<LaneOwners>();
        services.AddSingleton<InboxDoor>();
        services.AddSingleton<RowOutcomes>();
        services.AddSingleton<LaneQueues>();
        services.AddSingleton<Crowd>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton(all => new TurnPipeline(all.GetRequiredService<ConversationState>(), all.GetRequiredService<UserState>(), apologise));
        services.AddSingleton<OutboxQueues>();
        services.AddSingleton<OutboxCourier>();
        services.AddSingleton<Echoes>();
        services.AddSingleton<Timers>();
        services.AddSingleton<Pruning>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<Typing>();
        services.AddHostedService<RowService>();
        // In a turn the storage is the turn's own; this one is only what BotState asks for at its making.
        services.AddSingleton<IStorage, NoStorage>();
        services.AddSingleton<ConversationState>();
        services.AddSingleton<UserState>();
        return services;
    }

    private sealed class NoStorage : IStorage
    {
        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) => throw Outside();

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) => throw Outside();

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => throw Outside();

        private static InvalidOperationException Outside() => new("State is read and written within a durable turn only.");
    }
}
