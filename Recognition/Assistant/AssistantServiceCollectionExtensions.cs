namespace CommerceBot.Recognition.Assistant;

internal static class AssistantServiceCollectionExtensions
{
    /// <summary>What turns need to ask a language model; their sender is added by a channel.</summary>
    public static IServiceCollection AddAssistant(this IServiceCollection services, AssistantOptions options) =>
        services
            .AddSingleton(options)
            .AddSingleton<AssistantMetrics>()
            .AddSingleton(all => new AssistantCircuitBreaker(all.GetRequiredService<TimeProvider>()));
}
