using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CommerceBot.Bench.Children;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Bench.Desk;

/// A merchant at work in a browser with four tabs: one on the lists, three on chats. Does what the desk's script does: one tab hears the
/// server's events, and each of the four fetches its page anew when something changed.
internal sealed partial class Merchant : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly string[] Lists = ["/desk", "/desk/orders", "/desk/chats", "/desk/products", "/desk/health"];

    private readonly DeskBrowser _browser;
    private readonly HttpClient _events;
    private IReadOnlyList<string> _chats = [];
    private string _list = Lists[0];
    private int _pages;

    private Merchant(Uri shop)
    {
        _browser = new DeskBrowser(shop);
        _events = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = _browser.Cookies })
        {
            BaseAddress = shop, Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// Pages that the desk has given so far.
    public int Pages => Volatile.Read(ref _pages);

    /// Joins as the first owner by a link, and sets up an app for codes.
    public static async Task<Merchant> JoinAsync(Uri shop, string link)
    {
        var merchant = new Merchant(shop);
        await merchant._browser.GetAsync(link);
        var account = await merchant._browser.SubmitAsync(
            link, ("Name", "Bench"), ("Email", "bench@shop.example"), ("Password", "four tabs and no coffee"));
        var key = Key().Match(account.Html).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal);
        var code = AuthenticatorCodes.Code(key, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
        var codes = await merchant._browser.SubmitAsync("/desk/account?handler=App", ("Code", code));
        return codes.Status == HttpStatusCode.OK && codes.Path.EndsWith("/codes", StringComparison.Ordinal)
            ? merchant
            : throw new ChildFailedException($"nobody could join the desk: {codes.Path} ({codes.Status}): {codes.Words}");
    }

    /// Opens the chats that wait, one in each tab, and takes them.
    /// <returns>How many there are.</returns>
    public async Task<int> TakeAsync()
    {
        var waiting = await _browser.GetAsync("/desk/chats");
        _chats = [.. ChatLink().Matches(waiting.Html).Select(match => match.Value).Distinct()];
        foreach (var chat in _chats)
        {
            await _browser.GetAsync(chat);
            await _browser.SubmitAsync(chat + "?handler=Take");
        }

        return _chats.Count;
    }

    /// Works until it is told to go home.
    public async Task WorkAsync(CancellationToken goesHome)
    {
        try
        {
            await Task.WhenAll(HearAsync(goesHome), TurnPagesAsync(goesHome), AnswerAsync(goesHome));
        }
        catch (OperationCanceledException) when (goesHome.IsCancellationRequested)
        {
            // It is evening.
        }
    }

    public void Dispose()
    {
        _browser.Dispose();
        _events.Dispose();
    }

    private async Task HearAsync(CancellationToken goesHome)
    {
        using var reader = new StreamReader(await _events.GetStreamAsync("/desk/live", goesHome));
        while (await reader.ReadLineAsync(goesHome) is { } line)
            if (line.StartsWith("data:", StringComparison.Ordinal))
                foreach (var tab in _chats.Prepend(_list))
                    await OpenAsync(tab);
    }

    private async Task TurnPagesAsync(CancellationToken goesHome)
    {
        for (var at = 1; ; at++)
        {
            await Task.Delay(Every, goesHome);
            _list = Lists[at % Lists.Length];
            await OpenAsync(_list);
        }
    }

    private async Task AnswerAsync(CancellationToken goesHome)
    {
        for (var at = 0; ; at++)
        {
            await Task.Delay(Every, goesHome);
            var chat = _chats[at % _chats.Count];
            var page = await OpenAsync(chat);
            var text = string.Create(CultureInfo.InvariantCulture, $"Guardo subito, un momento ({at})");
            await _browser.PostAsync(chat + "?handler=Answer", page.Filled(chat + "?handler=Answer", ("Text", text)));
        }
    }

    private async Task<DeskView> OpenAsync(string path)
    {
        var page = await _browser.SendAsync(HttpMethod.Get, path);
        if (page.Status != HttpStatusCode.OK)
            throw new ChildFailedException($"the desk answered {path} with {page.Status}: {page.Location}");
        Interlocked.Increment(ref _pages);
        return page;
    }

    [GeneratedRegex("<code class=\"key\">(?<key>[A-Z2-7 ]+)</code>")]
    private static partial Regex Key();

    [GeneratedRegex("/desk/chats/[0-9A-Za-z_-]+(?=\")")]
    private static partial Regex ChatLink();
}
