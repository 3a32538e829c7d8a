using CommerceBot.Channels.Messenger;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Channels.Stripe;

/// <summary>Puts Stripe into a host: the gateway, its webhook, its list of events, the pages that its page leads back to.</summary>
internal static class StripeServiceCollectionExtensions
{
    public static IServiceCollection AddStripe(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (modes.Stripe == Mode.Off)
            return services;
        if (modes.Stripe == Mode.Real)
            services.AddChecked<StripeOptions>(settings.GetSection("Stripe"), Faults);
        else
            services.AddSingleton(all => Simulated(all, settings));
        services.AddSingleton(all => new StripeWebhookSettings(all.GetRequiredService<StripeOptions>().WebhookSecrets, modes.IsLive));
        services.AddSingleton(all => new StripeObjects(StripeGateway.NewHttpClient(), all.GetRequiredService<StripeOptions>()));
        services.AddSingleton(all => new StripeNotificationHandler(
            all.GetRequiredService<StripeWebhookSettings>(),
            all.GetRequiredService<MessageInbox>(),
            all.GetRequiredService<IPaymentIndex>(),
            all.GetRequiredService<StripeObjects>,
            all.GetRequiredService<ILogger<StripeNotificationHandler>>()));
        services.AddSingleton<StripeWebhookEndpoint>();
        services.AddSingleton<IOutboxSender>(all => new StripeCallSender(
            () =>
                new StripeGateway(
                    StripeGateway.NewHttpClient(), all.GetRequiredService<StripeOptions>(), all.GetRequiredService<TimeProvider>()),
            all.GetRequiredService<ILogger<StripeCallSender>>()));
        services.AddSingleton<IOutboxSender, MerchantAlertSender>();
        services.AddSingleton(all => new StripeEvents(StripeGateway.NewHttpClient(), all.GetRequiredService<StripeOptions>()));
        // What a simulator's address is, is known only once the host listens.
        services.AddHostedService(all => new StripeEventPoller(
            all.GetRequiredService<StripeEvents>,
            all.GetRequiredService<StripeNotificationHandler>,
            all.GetRequiredService<IEventPollPosition>(),
            all.GetRequiredService<IdleTracker>(),
            all.GetRequiredService<WallClock>(),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<StripeEventPoller>>()));
        services.AddSingleton(all => new ReturnPages(
            all.GetRequiredService<CheckoutToken>(),
            all.GetRequiredService<IOrderSummaries>(),
            all.GetRequiredService<MessageInbox>(),
            new ReturnPageShop(
                all.GetRequiredService<ShopSettings>().Name, lane => BackToChat(lane, all, settings, modes), FramedBy(settings, modes)),
            all.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IEnumerable<string> Faults(StripeOptions options)
    {
        if (!CheckedOptions.IsAddress(options.ApiBase))
            yield return $"Stripe:ApiBase is '{options.ApiBase}'. Write a whole address, such as https://api.stripe.com.";
        if (options.WebhookSecrets.Count == 0)
            yield return "Stripe:WebhookSecret holds no secret. Write whsec_..., or two with a comma between while one replaces the other.";
    }

    private static StripeOptions Simulated(IServiceProvider all, IConfiguration settings)
    {
        var secrets = all.GetRequiredService<SimulatorSecrets>();
        return new()
        {
            ApiKey = secrets.StripeApiKey,
            WebhookSecret = secrets.StripeWebhookSecret,
            ApiBase = new Uri(SimulatorSettings.Address(all, settings), "/simulator/stripe").AbsoluteUri,
        };
    }

    /// <summary>Messenger opens its own conversation by an m.me link; elsewhere the page can only be closed.</summary>
    private static Uri? BackToChat(LaneId lane, IServiceProvider all, IConfiguration settings, Modes modes)
    {
        if (!lane.Value.StartsWith(MessengerChannel.LanePrefix, StringComparison.Ordinal))
            return null;
        return modes.Messenger == Mode.Simulated
            ? SimulatorSettings.ChatPage(all, settings)
            : new Uri($"https://m.me/{lane.Value.Split(':')[1]}");
    }

    /// <summary>The simulator's chat page shows the page in a frame, under whichever name of this machine it was opened.</summary>
    private static string FramedBy(IConfiguration settings, Modes modes) =>
        (modes.Messenger, settings["Simulator:Url"]) switch
        {
            (Mode.Simulated, { Length: > 0 } elsewhere) =>
                $"'self' http://localhost:* http://127.0.0.1:* {new Uri(elsewhere).GetLeftPart(UriPartial.Authority)}",
            (Mode.Simulated, _) => "'self' http://localhost:* http://127.0.0.1:*",
            _ => "'self'",
        };
}
