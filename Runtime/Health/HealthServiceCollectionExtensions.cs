using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Health;

internal static class HealthServiceCollectionExtensions
{
    /// <summary>The named checks of the runtime. What is unhealthy makes the host unready; what is degraded is only told.</summary>
    public static IServiceCollection AddRuntimeHealth(this IServiceCollection services)
    {
        services.AddSingleton<StoreWritesCheck>();
        services.AddHealthChecks()
            .AddCheck("process", () => HealthCheckResult.Healthy(), [HealthTags.Live])
            .AddCheck<HostCheck>("host", tags: [HealthTags.Ready])
            .AddCheck<StoreWritesCheck>("writes", tags: [HealthTags.Ready])
            .AddCheck<LanesCheck>("lanes", tags: [HealthTags.Ready])
            .AddCheck<OutboxCheck>("outbox", tags: [HealthTags.Ready])
            .AddCheck<DeadLettersCheck>("dead-letters", tags: [HealthTags.Ready]);
        // It logs a failure each time that somebody asks; StoreWritesCheck says once that it began, and once that it is over.
        return services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }
}
