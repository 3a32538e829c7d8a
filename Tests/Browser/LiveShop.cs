using CommerceBot.Channels.Messenger;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Browser;

/// <summary>The real host on a port of its own, over real time as a browser lives in it, with the sample shop and the simulators.</summary>
internal sealed class LiveShop : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private LiveShop(WebApplication app, string folder, TestLogProvider log)
    {
        _app = app;
        _folder = folder;
        Log = log;
        Address = app.Urls.First();
    }

    public string Address { get; }

    public TestLogProvider Log { get; }

    /// <summary>The key of the Stripe simulator.</summary>
    public string StripeApiKey => SimulatorSecrets.ReadOrCreate(_folder).StripeApiKey;

    public static async Task<LiveShop> OpenAsync(CancellationToken cancellationToken)
    {
        var (folder, log) = (Directory.CreateTempSubdirectory("shop-").FullName, new TestLogProvider());
        string[] args =
        [
            "--urls",
            "http://127.0.0.1:0",
            "--contentRoot",
            AppContext.BaseDirectory,
            "--environment",
            "Production",
            $"--Data:Folder={folder}",
        ];
        var app = Program.Build(args, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(log);
        });
        await app.StartAsync(cancellationToken);
        // Get Started is on the page only once the bot has written it.
        await app.Services.GetRequiredService<MessengerSetup>().WriteAsync(cancellationToken);
        return new LiveShop(app, folder, log);
    }

    public async ValueTask DisposeAsync()
    {
        // Pages hold streams open; nobody waits for them.
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
        Folders.Delete(_folder);
    }
}
