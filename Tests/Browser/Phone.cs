using System.Text.RegularExpressions;
using CommerceBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace CommerceBot.Tests.Browser;

/// <summary>One open chat page and the hand that holds it. After each act it looks whether everything still fits on the screen.</summary>
internal sealed class Phone
{
    public const int Width = 390;

    private readonly int _width;
    private readonly TestLogProvider _log;
    private readonly List<string> _errors = [];

    public Phone(IPage page, string locale, int width, TestLogProvider log)
    {
        (Page, Words, _width, _log) = (
            page, locale.StartsWith("it", StringComparison.Ordinal) ? PageWords.Italian : PageWords.English, width, log);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, line) => Note(line);
    }

    public IPage Page { get; }

    public PageWords Words { get; }

    public ILocator Log => Page.GetByRole(AriaRole.Log, new() { Name = Words.Conversation, Exact = true });

    public ILocator Composer => Page.GetByRole(AriaRole.Textbox, new() { Name = Words.Message, Exact = true });

    public ILocator QuickReplies => Page.GetByRole(AriaRole.Group, new() { Name = Words.QuickReplies, Exact = true });

    public ILocator Receipt => Log.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($"^{Words.Receipt}, ") });

    /// <summary>The simulator's checkout page, in the sheet over the chat.</summary>
    public IFrameLocator CheckoutPage => Page.FrameLocator("#web-frame");

    /// <summary>A button of a card, by its name: what it does and to what.</summary>
    public ILocator Button(string name) => Log.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    public ILocator Sheet(string name) => Page.GetByRole(AriaRole.Dialog, new() { Name = name, Exact = true });

    public async Task GetStartedAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = Words.GetStarted, Exact = true }).ClickAsync();
        await HearAsync(Words.Automated);
    }

    public async Task SayAsync(string text, string answer)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
        await HearAsync(answer);
    }

    public async Task TapAsync(string button, string answer)
    {
        await Button(button).ClickAsync();
        await HearAsync(answer);
    }

    /// <summary>Taps a quick reply, which goes away with its neighbours.</summary>
    public async Task ChooseAsync(string reply, string answer)
    {
        var chip = QuickReplies.GetByRole(AriaRole.Button, new() { Name = reply, Exact = true });
        var before = await chip.ElementHandleAsync();
        await chip.ClickAsync();
        await HearAsync(answer);
        Assert.False(await before.EvaluateAsync<bool>("chip => chip.isConnected"), $"The quick reply {reply} is still there.");
    }

    /// <summary>Waits until the shop's last words hold <paramref name="words"/>.</summary>
    public async Task HearAsync(string words)
    {
        await Assertions.Expect(Log.Locator("article.page").Filter(new() { HasText = words }).Last).ToBeInViewportAsync();
        await LookAsync();
    }

    /// <summary>Nothing is wider than the screen, and the page has complained of nothing.</summary>
    public async Task LookAsync()
    {
        Assert.Equal(_width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(
            0,
            await Page.EvaluateAsync<int>("(log => log ? log.scrollWidth - log.clientWidth : 0)(document.getElementById('conversation'))"));
        Assert.True(_errors.Count == 0, string.Join('\n', _errors));
        Assert.Empty(_log.Troubles);
    }

    /// <summary>What the page has complained of since this was asked last, and whether it is wider than the screen.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync()
    {
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        string[] complaints = [.. _errors, .. width == _width ? [] : new[] { $"it is {width} points wide" }];
        _errors.Clear();
        return complaints;
    }

    /// <summary>Waits for the page in the sheet that has this heading; it is no wider than the sheet.</summary>
    public async Task LookAtCheckoutPageAsync(string heading)
    {
        try
        {
            await Assertions.Expect(CheckoutPage.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"The sheet shows no {heading}, but: {await CheckoutPage.Locator("body").InnerTextAsync()}");
        }

        await LookAsync();
        Assert.Equal(
            0,
            await CheckoutPage.Locator("html").EvaluateAsync<int>("page => page.scrollWidth - page.ownerDocument.defaultView.innerWidth"));
    }

    /// <summary>Stripe's page of a declined card is answered with 402, which a browser tells of as an error.</summary>
    private void Note(IConsoleMessage line)
    {
        if (line.Type == "error" && !line.Text.Contains("status of 402", StringComparison.Ordinal))
            _errors.Add($"{line.Text} {line.Location}");
    }
}
