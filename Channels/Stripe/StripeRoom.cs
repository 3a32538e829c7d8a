using CommerceBot.Channels.Messenger;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Channels.Stripe;

internal static class StripeRoom
{
    public static IServiceCollection AddStripe(this IServiceCollection services, IConfiguration settings, Modes modes)
    {
        if (modes.Stripe == Mode.Off)
            return services;
        services.AddSingleton(all => modes.Stripe == Mode.Real ? Real(settings) : Simulated(all, settings));
        services.AddSingleton(all => new StripeDoorSettings(all.GetRequiredService<StripeOptions>().WebhookSecrets, modes.IsLive));
        services.AddSingleton<HintDesk>();
        services.AddSingleton<StripeDoor>();
        services.AddSingleton<ICarryOut>(all => new StripeCarrier(
            () => new StripeGateway(StripeGateway.NewHttpClient(), all.GetRequiredService<StripeOptions>(), all.GetRequiredService<TimeProvider>()),
            all.GetRequiredService<ILogger<StripeCarrier>>()));
        services.AddSingleton<ICarryOut, AlertCarrier>();
        services.AddSingleton(all => new StripeEvents(StripeGateway.NewHttpClient(), all.GetRequiredService<StripeOptions>()));
        // What a stand-in's address is, is known only once the host listens.
        services.AddHostedService(all => new EventSweep(
            all.GetRequiredService<StripeEvents>, all.GetRequiredService<HintDesk>,
            all.GetRequiredService<ISweepMark>(), all.GetRequiredService<Pulse>(),
            all.GetRequiredService<WallClock>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<EventSweep>>()));
        services.AddSingleton(all => new ThanksPage(
            all.GetRequiredService<ThanksToken>(),
            all.GetRequiredService<IPaymentIndex>(),
            all.GetRequiredService<InboxDoor>(),
            lane => BackToChat(lane, all, settings, modes),
            FramedBy(settings, modes),
            all.GetRequiredService<TimeProvider>()));
        return services;
    }

    public static void MapStripe(this WebApplication app, Modes modes)
    {
        if (modes.Stripe == Mode.Off)
            return;
        app.MapPost("/api/stripe", (HttpRequest request, StripeDoor door) => door.ReceiveAsync(request));
        app.MapMethods("/thanks/{token}", [HttpMethods.Get, HttpMethods.Head], (string token, HttpRequest request, ThanksPage page) => page.ShowAsync(token, request));
        app.MapPost("/thanks/{token}", (string token, HttpRequest request, ThanksPage page) => page.CheckAsync(token, request));
    }

    private static StripeOptions Real(IConfiguration settings) => new()
    {
        ApiKey = settings["Stripe:ApiKey"]!,
        WebhookSecret = settings["Stripe:WebhookSecret"]!,
        ApiBase = settings["Stripe:ApiBase"] is { Length: > 0 } address ? address : "https://api.stripe.com",
    };

    private static StripeOptions Simulated(IServiceProvider all, IConfiguration settings)
    {
        var secrets = all.GetRequiredService<SimulatorSecrets>();
        return new()
        {
            ApiKey = secrets.StripeApiKey,
            WebhookSecret = secrets.StripeWebhookSecret,
            ApiBase = new Uri(StandIns.Address(all, settings), "/simulator/stripe").AbsoluteUri,
        };
    }

    /// <summary>Messenger opens its own conversation by an m.me link; elsewhere the page can only be closed.</summary>
    private static Uri? BackToChat(LaneId lane, IServiceProvider all, IConfiguration settings, Modes modes)
    {
        if (!lane.Value.StartsWith(MessengerChannel.LanePrefix, StringComparison.Ordinal))
            return null;
        return modes.Messenger == Mode.Simulated
            ? StandIns.ChatPage(all, settings)
            : new Uri($"https://m.me/{lane.Value.Split(':')[1]}");
    }

    /// <summary>The stand-in's chat page shows the page in a frame, under whichever name of this machine it was opened.</summary>
    private static string FramedBy(IConfiguration settings, Modes modes) => (modes.Messenger, settings["Simulator:Url"]) switch
    {
        (Mode.Simulated, { Length: > 0 } elsewhere) => $"'self' http://localhost:* http://127.0.0.1:* {new Uri(elsewhere).GetLeftPart(UriPartial.Authority)}",
        (Mode.Simulated, _) => "'self' http://localhost:* http://127.0.0.1:*",
        _ => "'self'",
    };
}
