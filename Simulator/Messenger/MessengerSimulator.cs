using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Simulator.Messenger;

/// <summary>The Messenger half of the stand-ins: Graph API, chat page, webhooks.</summary>
internal static class MessengerSimulator
{
    public static IServiceCollection AddMessengerSimulator(this IServiceCollection services) => services;

    public static IEndpointRouteBuilder MapMessengerSimulator(this IEndpointRouteBuilder app) => app;
}
