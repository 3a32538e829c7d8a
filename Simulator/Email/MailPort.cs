using System.Net;
using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommerceBot.Simulator.Email;

/// <summary>A port of the mail server, on this machine whatever else the simulators are open to.</summary>
/// <param name="wanted">0 for any that is free.</param>
/// <param name="setting">Which setting chose it.</param>
internal abstract class MailPort(SimulatorOptions options, int wanted, string setting) : IHostedService, IAsyncDisposable
{
    private WebApplication? _server;

    /// <summary>0 while it does not listen.</summary>
    public int Port { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Enabled is SimulatorReach.Never)
            return;
        _server = Build();
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new InvalidOperationException($"{setting} {wanted} cannot be used: {taken.Message} Choose another port.", taken);
        }

        var listening = _server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Port = new Uri(listening.First()).Port;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>One connection, until either side ends it.</summary>
    protected abstract Task SpeakAsync(ConnectionContext connection);

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, wanted, Speak));
        return builder.Build();
    }

    private void Speak(ListenOptions listen) => listen.Run(SpeakAsync);
}
