using CommerceBot.Bots;
using CommerceBot.Channels;
using CommerceBot.Channels.Connector;
using CommerceBot.Channels.Guests;
using CommerceBot.Channels.Messenger;
using CommerceBot.Channels.Stripe;
using CommerceBot.Commands;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Payments.Stripe;
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
        var builder = NewBuilder(args);
        change?.Invoke(builder);
        var (services, settings) = (builder.Services, builder.Configuration);
        if (string.IsNullOrEmpty(settings["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        var modes = Modes.Decide(settings);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(modes);
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<DoorCounters>();
        OwnAddress? own = null;
        services.AddSingleton(ReadShop(settings, () => own!.Base(), modes));
        services.AddSingleton(SettingsException.Reading(() => new CheckoutToken(StorageRoom.SigningKey(settings))));

        services.AddMessenger(settings, modes, ProfileOf(ShopMenu.Of(settings["Shop:Name"] ?? ShopOptions.DefaultName)));
        services.AddSingleton<IChannel, GuestChannel>();
        services.AddConnector(modes);
        services.AddStripe(settings, modes);
        services.AddRuntime(Apology.SayAsync);
        services.AddRecognition(new RecognitionOptions { KeptModels = Path.Combine(StorageRoom.FolderOf(settings), "models") });
        services.AddAnswers();
        services.AddShopBot();
        services.AddStorage(settings, modes);
        services.AddStandIns(settings, modes);

        OrderTransitions.Check([.. OrderPlacing.Fires, .. OrderStateMachine.FiredByMerchant, .. PaymentDecision.Fires]);
        PaymentTransitions.Check();
        var app = builder.Build();
        own = app.Services.GetRequiredService<OwnAddress>();
        // First of all that is kept: nobody else may change it while it is opened.
        app.Services.GetRequiredService<DataFolder>();
        CrashPoints.ArmFrom(settings["Crash:At"], modes.Stamp == "simulated", StripeCallSender.AfterCall);
        app.UseMiddleware<UnhandledFaults>();
        app.MapMessenger(modes);
        app.MapConnector(modes);
        app.MapStripe(modes);
        app.MapSample(modes);
        app.MapHealth();
        app.MapStandIns();
        return app;
    }

    /// <summary>The settings of the folder that the shop is started in, or else those beside the program.</summary>
    internal static WebApplicationBuilder NewBuilder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = args.Contains("--contentRoot") || File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
    });

    internal static ShopSettings ReadShop(IConfiguration settings, Func<Uri> baseUrl, Modes modes) =>
        SettingsException.Reading(() => ShopOptions.Read(settings, baseUrl, modes.IsLive, StripeChargeLimits.Instance));

    /// <summary>What the bot wants around its conversation, in the words of the channel that shows it.</summary>
    private static MessengerProfile ProfileOf(ShopMenu menu) => new(
        menu.GetStarted,
        [.. menu.Languages.Select(texts => new MessengerTexts(texts.Locales, texts.ForOthers, texts.Greeting, ItemsOf(texts.Menu), ItemsOf(texts.IceBreakers)))]);

    private static MenuItem[] ItemsOf(IReadOnlyList<ShopMenuItem> items) => [.. items.Select(item => new MenuItem(item.Title, item.Payload))];
}
