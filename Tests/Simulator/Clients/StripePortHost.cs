using System.Text.Json;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Simulator.Clients;

/// <summary>
/// The simulators as a developer starts them for Stripe's own clients: over real time, with the API at the root of a port, and a
/// shop that keeps its webhooks.
/// </summary>
internal sealed class StripePortHost : IAsyncDisposable
{
    private readonly WebApplication simulator;
    private readonly WebApplication shop;

    private StripePortHost(string folder, WebApplication simulator, WebApplication shop) =>
        (Folder, this.simulator, this.shop) = (folder, simulator, shop);

    public string Folder { get; }

    public string Hooks => Path.Combine(Folder, "hooks.jsonl");

    public Uri Home => new(simulator.Urls.First());

    public Uri Api => simulator.Services.GetRequiredService<StripePort>().Address!;

    public SimulatorSecrets Secrets => simulator.Services.GetRequiredService<SimulatorSecrets>();

    public static async Task<StripePortHost> StartAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("stripe-port-").FullName;
        var hooks = Path.Combine(folder, "hooks.jsonl");
        await File.WriteAllTextAsync(hooks, "", cancel);
        var shop = Shop(hooks);
        await shop.StartAsync(cancel);
        string[] args =
        [
            "--urls", "http://127.0.0.1:0", $"--Data:Folder={folder}", $"--Simulator:BotUrl={shop.Urls.First()}",
                "--Simulator:StripePort=0",
        ];
        var simulator = SimulatorHost.Build(args, builder => builder.Logging.ClearProviders());
        await simulator.StartAsync(cancel);
        return new StripePortHost(folder, simulator, shop);
    }

    public async ValueTask DisposeAsync()
    {
        await simulator.StopAsync();
        await simulator.DisposeAsync();
        await shop.StopAsync();
        await shop.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static WebApplication Shop(string hooks)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var gate = new Lock();
        app.MapPost("/api/stripe", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            var line = JsonSerializer.Serialize(new { body, signature = request.Headers["Stripe-Signature"].ToString() });
            lock (gate) File.AppendAllText(hooks, line + "\n");
        });
        return app;
    }
}
