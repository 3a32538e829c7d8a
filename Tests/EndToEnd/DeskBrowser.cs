using System.Net;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>One browser before the desk: keeps its cookies, sends forms as they stand on the page it looked at last.</summary>
#pragma warning disable CA1852 // The tests of the desk have a subtype; the torture run compiles this file too, and has none.
internal class DeskBrowser : IDisposable
#pragma warning restore CA1852
{
    private readonly SocketsHttpHandler _sockets;
    private readonly HttpClient _http;

    public DeskBrowser(Uri address)
    {
        _sockets = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = Cookies };
        _http = new HttpClient(_sockets) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The page that was looked at last.</summary>
    public DeskView View { get; private set; } = DeskView.None;

    /// <summary>Opens a page, as a tap on a link does: where it leads on to is followed.</summary>
    public async Task<DeskView> GetAsync(string path)
    {
        View = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        for (var hops = 0; View.Location is { } next && hops < 8; hops++)
            View = await SendAsync(new HttpRequestMessage(HttpMethod.Get, next));
        return View;
    }

    /// <summary>Asks for something and does not follow.</summary>
    public Task<DeskView> SendAsync(HttpMethod method, string path) => SendAsync(new HttpRequestMessage(method, path));

    public async Task<DeskView> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _http.SendAsync(request);
            return new DeskView(
                answer.RequestMessage!.RequestUri!.PathAndQuery,
                answer.StatusCode,
                await answer.Content.ReadAsStringAsync(),
                answer.Headers.Location?.ToString(),
                answer);
        }
    }

    /// <summary>Fills in the form of the page that goes to <paramref name="action"/> and sends it; follows where it leads.</summary>
    public Task<DeskView> SubmitAsync(string action, params (string Name, string Value)[] typed) =>
        PostAndFollowAsync(action, View.Filled(action, typed));

    public Task<DeskView> SubmitWithoutFollowingAsync(string action, params (string Name, string Value)[] typed) =>
        PostAsync(action, View.Filled(action, typed));

    /// <summary>Sends a form and looks at where it leads.</summary>
    public async Task<DeskView> PostAndFollowAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        View = await PostAsync(path, fields);
        return View.Location is { } next ? await GetAsync(next) : View;
    }

    /// <summary>Sends a form, whatever stands on any page.</summary>
    public Task<DeskView> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return SendAsync(request);
    }

    public void Dispose()
    {
        _http.Dispose();
        _sockets.Dispose();
        GC.SuppressFinalize(this);
    }
}
