using CommerceBot.Tests.Support;
using Microsoft.Playwright;

namespace CommerceBot.Tests.Browser;

/// <summary>The machine's own chromium, cut off from everything but the shop. Playwright is never asked for one of its own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>How long anything may take: a page, an answer of the bot, a payment.</summary>
    public const float Patience = 30_000;

    private static readonly string[] Quiet =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly CancellationTokenRegistration _end;

    private Chromium(IPlaywright playwright, IBrowser browser, CancellationToken cancellationToken)
    {
        _playwright = playwright;
        _browser = browser;
        // Whatever still waits for a page hears that there is no browser any more.
        _end = cancellationToken.Register(playwright.Dispose);
    }

    public static async Task<Chromium> LaunchAsync(CancellationToken cancellationToken)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Path(), Args = Quiet });
        return new Chromium(playwright, browser, cancellationToken);
    }

    /// <summary>A phone of 390 points, or with <paramref name="screen"/> a window of that size and a mouse.</summary>
    public Task<Phone> OpenAsync(
        LiveShop shop, string path, string locale, ViewportSize? screen = null, ColorScheme colours = ColorScheme.Light) =>
        OpenAsync(shop.Address, shop.Log, path, locale, screen, colours);

    public async Task<Phone> OpenAsync(
        string address, TestLogProvider log, string path, string locale, ViewportSize? screen = null,
        ColorScheme colours = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = locale,
            ColorScheme = colours,
            ViewportSize = screen ?? new ViewportSize { Width = Phone.Width, Height = 844 },
            DeviceScaleFactor = 2,
            IsMobile = screen is null,
            HasTouch = screen is null,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var phone = new Phone(page, locale, screen?.Width ?? Phone.Width, log);
        await page.GotoAsync(path);
        return phone;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.DisposeAsync();
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string Path() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, "chromium"))
        .First(File.Exists);
}
