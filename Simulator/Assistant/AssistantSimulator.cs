using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Assistant;

/// <summary>
/// The simulator for a language model: OpenAI's chat completions with structured output, and a control API for tests. It understands
/// nothing; see <see cref="SchemaAnswer"/>. Nothing points at it by itself: set <c>Assistant:Endpoint</c>.
/// </summary>
internal static class AssistantSimulator
{
    public const string Root = "/simulator/assistant";

    /// <summary>The only key that it takes. It opens nothing but this simulator, which answers this machine only.</summary>
    public const string ApiKey = "sk-simulator";

    /// <summary>The only model that it knows.</summary>
    public const string Model = "simulator-1";

    public static IServiceCollection AddAssistantSimulator(this IServiceCollection services) =>
        services.AddSingleton<AssistantState>().AddSingleton<CompletionsEndpoint>();

    public static IEndpointRouteBuilder MapAssistantSimulator(this IEndpointRouteBuilder app)
    {
        var endpoint = app.ServiceProvider.GetRequiredService<CompletionsEndpoint>();
        app.MapPost($"{Root}/v1/chat/completions", endpoint.ServeAsync);
        app.MapAssistantControl(app.ServiceProvider.GetRequiredService<AssistantState>());
        return app;
    }
}
