using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Support;

/// <summary>The simulators alone, on a port and in a folder of their own: no shop is there.</summary>
internal sealed class SimulatorApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private SimulatorApp(WebApplication app, string folder)
    {
        _app = app;
        _folder = folder;
        Http = Loopback.Client(new Uri(app.Urls.First()));
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<SimulatorApp> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("simulator-").FullName;
        var app = SimulatorHost.Build(
            ["--urls", "http://127.0.0.1:0", $"--Data:Folder={folder}"], builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        return new SimulatorApp(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        Folders.Delete(_folder);
    }
}
