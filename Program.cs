using CommerceBot.Bots;
using CommerceBot.Channels;
using CommerceBot.Channels.Connector;
using CommerceBot.Channels.Messenger;
using CommerceBot.Channels.Stripe;
using CommerceBot.Commands;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CommerceBot;

/// <summary>What the shop is made of: one line a room, in the order in which a message meets them.</summary>
public static class Program
{
    public const string DefaultUrl = "http://localhost:3978";

    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <summary>The host, ready to run. <paramref name="change"/> may put another clock or bot in first.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        change?.Invoke(builder);
        var (services, settings) = (builder.Services, builder.Configuration);
        if (string.IsNullOrEmpty(settings["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        var modes = Modes.Decide(settings);
        OrderMoves.Check();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modes);
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<DoorCounters>();
        services.AddSingleton(all => ShopOptions.Read(settings, all.GetRequiredService<OwnAddress>().Base, modes.IsLive));
        services.AddSingleton(_ => new ThanksToken(StorageRoom.SigningKey(settings)));

        services.AddMessenger(settings, modes, new MessengerProfile("x:start", [new MessengerTexts("it_IT", "Ciao", [new MenuItem("Menu", "x:menu")], [new MenuItem("Cosa vendete?", "x:q")])]));
        services.AddConnector(modes);
        services.AddStripe(settings, modes);
        services.AddRuntime(Apology.SayAsync);
        services.AddShopBot();
        services.AddStorage(settings, modes);
        services.AddStandIns(settings, modes);

        var app = builder.Build();
        app.Services.GetRequiredService<DataFolder>();
        CrashPoints.ArmFrom(settings["Crash:At"], modes.Stamp == "simulated");
        app.MapMessenger(modes);
        app.MapConnector(modes);
        app.MapStripe(modes);
        app.MapSample(settings, modes);
        app.MapHealth();
        app.MapStandIns();
        return app;
    }
}
