using System.Net;
using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>
/// Stripe's API at the root of a port of its own (<c>Simulator:StripePort</c>): Stripe's command line and its Node library take a
/// host and a port, and no path. The same simulator answers at both addresses; pages stay where they are.
/// </summary>
internal sealed class StripePort(
    SimulatorOptions options,
    SimulatorAddresses addresses,
    ApiEndpoint endpoint,
    ILoggerFactory logs,
    ILogger<StripePort> log) : IHostedService, IAsyncDisposable
{
    private WebApplication? server;

    /// <summary>Where it listens, such as http://127.0.0.1:12111; null while it does not.</summary>
    public Uri? Address { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.StripePort is not { } port || options.Enabled is SimulatorReach.Never) return;
        server = Build(port);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException($"Simulator:StripePort {port} cannot be used: {taken.Message} Choose another port.", taken);
        }
        var listening = server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Address = new Uri($"http://127.0.0.1:{new Uri(listening.First()).Port}");
        log.ApiAtRoot(Address);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, port));
        builder.Services.AddRoutingCore();
        // Its own host says "listening" and "started" as the real one does, which tells nobody anything.
        builder.Logging.AddProvider(new Forwarding(logs)).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.None);
        var app = builder.Build();
        app.Use(AsAtHome);
        app.UseRouting();
        var api = app.MapGroup("");
        api.Guard(options);
        StripeSimulatorEndpoints.MapApi(api, endpoint);
        api.Map("/{**path}", (RequestDelegate)(http => endpoint.ServeAsync(http, null)));
        return app;
    }

    private void Listen(KestrelServerOptions kestrel, int port)
    {
        if (options.Enabled is SimulatorReach.Any) kestrel.ListenAnyIP(port);
        else if (port == 0) kestrel.Listen(IPAddress.Loopback, port);
        else kestrel.ListenLocalhost(port);
    }

    /// <summary>The API has one path whichever address a caller takes; so an idempotency key is the same at both.</summary>
    private Task AsAtHome(HttpContext http, RequestDelegate next)
    {
        http.Request.Path = StripeSimulatorEndpoints.Root + http.Request.Path;
        http.Features.Set(new HomeAddress(addresses.Home()));
        return next(http);
    }

    /// <summary>What happens at this port stands in the log of the host around it.</summary>
    private sealed class Forwarding(ILoggerFactory logs) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => logs.CreateLogger(categoryName);

        public void Dispose()
        {
        }
    }
}
