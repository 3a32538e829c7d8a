using System.Net;
using System.Net.Sockets;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Payments.StripeNet;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Support;

/// <summary>The simulators in a host of their own: a shop may come and go while they stay.</summary>
internal sealed class TestSimulators : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestSimulators(WebApplication app, SettableClock time, int botPort)
    {
        _app = app;
        Time = time;
        BotPort = botPort;
        Http = Loopback.Client(new Uri(app.Urls.First()));
    }

    public SettableClock Time { get; }

    /// <summary>Where the shop has to listen.</summary>
    public int BotPort { get; }

    public HttpClient Http { get; }

    public required StripeNetWitness StripeNet { get; init; }

    public static async Task<TestSimulators> StartAsync(string folder)
    {
        var (time, port) = (new SettableClock(ShopHost.Opening), FreePort());
        var witness = new StripeNetWitness();
        string[] args = ["--urls", "http://127.0.0.1:0", $"--Data:Folder={folder}", $"--Simulator:BotUrl=http://127.0.0.1:{port}"];
        var app = SimulatorHost.Build(args, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddSingleton<IStartupFilter>(witness);
        });
        await app.StartAsync();
        return new TestSimulators(app, time, port) { StripeNet = witness };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
        StripeNet.ThrowIfWrong();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
