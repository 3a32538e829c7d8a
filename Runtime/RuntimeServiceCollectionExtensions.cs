using CommerceBot.Runtime.Health;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Lanes;
using CommerceBot.Runtime.Outbox;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Runtime;

internal static class RuntimeServiceCollectionExtensions
{
    /// <summary>Inbox, lanes, turns, outbox and timers, in the order in which a message meets them.</summary>
    public static IServiceCollection AddRuntime(this IServiceCollection services, Func<ITurnContext, Task> sendErrorReply)
    {
        services.AddSingleton<IdleTracker>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<WallClock>();
        services.AddSingleton<LaneOwners>();
        services.AddSingleton<MessageInbox>();
        services.AddSingleton<RowOutcomes>();
        services.AddSingleton<LaneScheduler>();
        services.AddSingleton<TurnThrottle>();
        services.AddSingleton<TurnRunner>();
        services.AddSingleton(all => new TurnPipeline(
            all.GetRequiredService<ConversationState>(), all.GetRequiredService<UserState>(), sendErrorReply));
        services.AddSingleton<OutboxQueues>();
        services.AddSingleton<DeliveryTracker>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<PendingEchoes>();
        services.AddSingleton<Timers>();
        services.AddSingleton<Pruning>();
        services.AddRuntimeHealth();
        services.AddSingleton<TypingIndicator>();
        services.AddSingleton<RowRouter>();
        services.AddSingleton<ExternalRowPoller>();
        services.AddHostedService<MessagePump>();
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
