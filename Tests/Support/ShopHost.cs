using CommerceBot.Channels.Messenger;
using CommerceBot.Runtime;
using CommerceBot.Storage;
using CommerceBot.Tests.Payments.StripeNet;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Tests.Support;

/// <summary>What a test wants of its host.</summary>
internal sealed record ShopHostOptions
{
    /// <summary>Another bot than the shop's own; it gets the host's services.</summary>
    public Func<IServiceProvider, IBot>? Bot { get; init; }

    /// <summary>
    /// Settings such as <c>Shop:Country=FR</c>; <c>{simulators}</c> is where the simulators are, when they are apart.
    /// </summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Further services, put in before the modules'.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Put in after the modules' services, so that these have the last word.</summary>
    public Action<IServiceCollection>? LastWord { get; init; }

    /// <summary>The simulators in a host of their own, which lives on while the shop is down.</summary>
    public bool SimulatorsApart { get; init; }
}

/// <summary>
/// The real host on a real port, with a clock that stands still until a test moves it, a data folder of its own and the
/// simulators beside it.
/// </summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Opening = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly ShopHostOptions _options;
    private readonly TestSimulators? _simulators;
    private CrashingHost _breath = new();
    private WebApplication? _app;
    private int _port;

    private ShopHost(ShopHostOptions options, string folder, TestSimulators? simulators)
    {
        _options = options;
        Folder = folder;
        _simulators = simulators;
        _port = simulators?.BotPort ?? 0;
        Time = simulators?.Time ?? new SettableClock(Opening);
        Settling = new Settling(this, Log);
    }

    public SettableClock Time { get; }

    public string Folder { get; private set; }

    public TestLogProvider Log { get; } = new();

    /// <summary>Reads every call to the Stripe simulator with Stripe.net's own types.</summary>
    public StripeNetWitness StripeNet { get; } = new();

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Where the simulators answer.</summary>
    public HttpClient Simulators => _simulators?.Http ?? Http;

    public IServiceProvider Services => (_app ?? throw new InvalidOperationException("The shop is closed.")).Services;

    public bool IsOpen => _app is not null;

    public Settling Settling { get; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<ShopHost> StartAsync(ShopHostOptions? options = null)
    {
        options ??= new ShopHostOptions();
        var folder = Directory.CreateTempSubdirectory("shop-").FullName;
        var host = new ShopHost(options, folder, options.SimulatorsApart ? await Support.TestSimulators.StartAsync(folder) : null);
        await host.OpenAsync();
        return host;
    }

    public static Task<ShopHost> WithBotAsync(Func<ITurnContext, CancellationToken, Task> onTurn) =>
        StartAsync(new ShopHostOptions { Bot = _ => new DelegateBot(onTurn) });

    public static Task<ShopHost> WithEchoAsync() =>
        StartAsync(new ShopHostOptions { Bot = all => new EchoBot(all.GetRequiredService<ConversationState>()) });

    /// <summary>Opens the shop on its data folder; again after it was closed, at the same address.</summary>
    public async Task OpenAsync(bool settle = true)
    {
        var simulators = _simulators?.Http.BaseAddress?.GetLeftPart(UriPartial.Authority);
        string[] args =
        [
            "--urls", $"http://127.0.0.1:{_port}", "--contentRoot", AppContext.BaseDirectory, "--environment", "Production",
            $"--Data:Folder={Folder}", .. _simulators is null ? [] : new[] { $"--Simulator:Url={_simulators.Http.BaseAddress}" },
            .. _options.Settings.Select(setting => "--" + setting.Replace("{simulators}", simulators, StringComparison.Ordinal)),
        ];
        var app = Program.Build(args, Change);
        await app.StartAsync();
        _app = app;
        var address = new Uri(app.Urls.First());
        _port = address.Port;
        Http = Loopback.Client(address);
        if (app.Services.GetService<MessengerSetup>() is { } setup)
            await setup.WriteAsync(CancellationToken.None);
        if (settle)
            await SettleAsync();
    }

    /// <summary>Closes the shop as an operator does: what is under way may end, unless the operator has no patience.</summary>
    public Task CloseAsync(bool patient = true) => StopAsync(new CancellationToken(!patient));

    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>
    /// The process dies here and now: the shop opens again on the folder as it lay at this moment, and whatever the old
    /// process still does is lost with it.
    /// </summary>
    public async Task CrashAsync(bool settle = true)
    {
        var left = Folder;
        _breath.Draw();
        Folder = Folders.CopyAsFound(left);
        await StopAsync(new CancellationToken(canceled: true));
        Folders.Delete(left);
        await OpenAsync(settle);
    }

    /// <summary>Waits until nothing is under way but what waits for the clock.</summary>
    public Task SettleAsync() => Settling.SettleAsync();

    /// <summary>Lets time pass in small steps, and all that comes due with it happen.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        var step = TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, span.Ticks / 60));
        for (var left = span; left > TimeSpan.Zero; left -= step)
            await StepAsync(left < step ? left : step);
    }

    /// <summary>
    /// Moves the clock on, step by step, until something is done that needs its time. The shop does what it can before each step, so
    /// on a slow machine no wait of its ends earlier than on a quick one.
    /// </summary>
    public async Task StepUntilAsync(Task done, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (!done.IsCompleted)
        {
            patience.Token.ThrowIfCancellationRequested();
            await StepAsync(step);
        }

        await done;
    }

    /// <summary>Moves the clock once.</summary>
    public async Task StepAsync(TimeSpan step)
    {
        await JumpAsync(step);
        await SettleAsync();
    }

    /// <summary>Moves the clock and does not wait for what comes of it.</summary>
    public Task JumpAsync(TimeSpan step) =>
        // On a thread without a context of its own, so that whoever waited for the clock has begun when this ends.
        Task.Run(() => Time.Advance(step));

    /// <summary>
    /// Sets the wall clock, or lets the machine sleep for so long; no timer moves with it. Ends when the shop may have noticed.
    /// </summary>
    public Task SetClockAsync(TimeSpan by)
    {
        Time.Set(by);
        return StepAsync(TimeSpan.FromMilliseconds(250));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true));
        if (_simulators is not null)
            await _simulators.DisposeAsync();
        Folders.Delete(Folder);
        StripeNet.ThrowIfWrong();
    }

    private void Change(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IStartupFilter>(StripeNet);
        builder.Services.AddSingleton<IStartupFilter>(_breath = new CrashingHost());
        _options.Services?.Invoke(builder.Services);
        if (_options.Bot is { } bot)
            builder.Services.AddSingleton(bot);
        builder.Host.ConfigureContainer<IServiceCollection>(services =>
        {
            if (_options.Bot is not null)
                WithoutProducts(services);
            _options.LastWord?.Invoke(services);
        });
    }

    /// <summary>A bot of a test's own sells nothing, and the sample shop takes a while to put on sale.</summary>
    private static void WithoutProducts(IServiceCollection services)
    {
        foreach (var loader in services.Where(each => each.ImplementationFactory?.Method.ReturnType == typeof(CatalogLoader)).ToArray())
            services.Remove(loader);
    }

    private async Task StopAsync(CancellationToken patience)
    {
        if (_app is not { } app)
            return;
        _app = null;
        try
        {
            await app.StopAsync(patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // Nobody waits for a process that dies.
        }

        await app.DisposeAsync();
        Http.Dispose();
    }
}
