using CommerceBot.Bots;
using CommerceBot.Channels;
using CommerceBot.Channels.Assistant;
using CommerceBot.Channels.Connector;
using CommerceBot.Channels.Email;
using CommerceBot.Channels.Guests;
using CommerceBot.Channels.Messenger;
using CommerceBot.Channels.Stripe;
using CommerceBot.Channels.Guarantee;
using CommerceBot.Channels.Withdrawals;
using CommerceBot.Chats;
using CommerceBot.Commands;
using CommerceBot.Desk;
using CommerceBot.Desk.Health;
using CommerceBot.Desk.Settings;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Recognition;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CommerceBot;

/// <summary>What the shop is made of: one line a module, in the order in which a message meets them.</summary>
public static class Program
{
    /// <summary>Where the shop listens when no <c>urls</c> are set.</summary>
    public const string DefaultUrl = "http://localhost:3978";

    /// <summary>Runs the shop, or the command that the arguments name; the result is the exit code of the process.</summary>
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
        services.AddSingleton<ServerAddress>();
        services.AddSingleton<EndpointMetrics>();
        ServerAddress? own = null;
        var current = OpenShop(settings, () => own!.Base(), modes);
        var shop = current.Shop;
        services.AddSingleton(current);
        services.AddSingleton(shop);
        services.AddSingleton(SettingsException.Reading(() => new CheckoutToken(SigningKey.ReadOrCreate(settings))));

        services.AddMessenger(settings, modes, ProfileOf(ShopMenu.Of(settings["Shop:Name"] ?? ShopOptions.DefaultName)));
        services.AddSingleton<IChannel, GuestChannel>();
        services.AddConnector(modes);
        services.AddStripe(settings, modes);
        services.AddWithdrawals();
        var desk = SettingsException.Reading(() => DeskOptions.Read(settings, shop.Currency));
        services.AddEmail(settings, modes, shop, () => desk.PublicUrl ?? shop.BaseUrl());
        services.AddRuntime(ErrorReply.SendAsync);
        var recognition = new RecognitionOptions
        {
            KeptModels = Path.Combine(StorageSettings.FolderOf(settings), "models"),
            AddedUtterances = Path.Combine(StorageSettings.FolderOf(settings), "utterances"),
        };
        services.AddRecognition(recognition);
        services.AddAssistant(settings, recognition);
        services.AddAnswers(StorageSettings.FolderOf(settings));
        services.AddSingleton(SettingsException.Reading(() => ChatSettings.Read(settings)));
        services.AddShopBot();
        services.AddStorage(settings, modes);
        services.AddSingleton(new ServiceStates(
            [
                ("Messenger", $"{modes.Messenger}"), ("Stripe", $"{modes.Stripe}"), ("E-mail", $"{modes.Email}"),
                ("Connector", $"{modes.Connector}"),
            ],
            modes.IsLive));
        services.AddDesk(settings, desk);
        services.AddSimulators(settings, modes);

        OrderTransitions.Check(
            [
                .. OrderCreation.Fires, .. OrderStateMachine.FiredByMerchant, .. OrderWithdrawal.Fires, .. OrderReturns.Fires,
                .. PaymentDecision.Fires,
            ]);
        PaymentTransitions.Check();
        var app = builder.Build();
        own = app.Services.GetRequiredService<ServerAddress>();
        // All of it at once, and before any service that needs a part of it is made or anything is kept.
        app.Services.GetService<IStartupValidator>()?.Validate();
        // First of all that is kept: nobody else may change it while it is opened.
        app.Services.GetRequiredService<DataFolder>();
        CrashPoints.ArmFrom(settings["Crash:At"], modes.Stamp == "simulated", StripeCallSender.AfterCall, MailSender.AfterMail);
        app.UseMiddleware<UnhandledExceptions>();
        app.UseDesk();
        app.MapMessenger(modes);
        app.MapConnector(modes);
        app.MapStripe(modes);
        app.MapWithdrawals();
        app.MapGuarantee();
        app.MapSample(modes);
        app.MapDesk();
        app.MapHealth();
        app.MapSimulators();
        return app;
    }

    /// <summary>The settings of the folder that the shop is started in, or else those beside the program.</summary>
    internal static WebApplicationBuilder NewBuilder(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ContentRootPath = args.Contains("--contentRoot") || File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
    });

    /// <summary>The settings of the shop, with what was changed in the desk.</summary>
    internal static CurrentShop OpenShop(IConfiguration settings, Func<Uri> baseUrl, Modes modes) =>
        SettingsException.Reading(() => new CurrentShop(
            settings, new SavedSettings(StorageSettings.FolderOf(settings)),
            all => ShopOptions.Read(all, baseUrl, modes.IsLive, StripeChargeLimits.Instance)));

    /// <summary>What the bot wants around its conversation, in the words of the channel that shows it.</summary>
    private static MessengerProfile ProfileOf(ShopMenu menu) =>
        new(
            menu.GetStarted,
            [
                .. menu.Languages.Select(texts => new MessengerTexts(
                    texts.Locales, texts.ForOthers, texts.Greeting, ItemsOf(texts.Menu), ItemsOf(texts.IceBreakers))),
            ]);

    private static MenuItem[] ItemsOf(IReadOnlyList<ShopMenuItem> items) =>
        [.. items.Select(item => new MenuItem(item.Title, item.Payload))];
}
