using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One call, one answer: no retries, no redirects, the token in a header and nowhere else.</summary>
internal sealed class GraphConnection(FacebookClientWrapperOptions options, HttpClient http)
{
    private const int LargestAnswer = 1024 * 1024;
    private const int MostPages = 1000;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly ConcurrentDictionary<string, Credentials> _credentials = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Target, string? Token), Uri> _addresses = new();
    private readonly GraphAddress _address = new(options.FacebookApiHost, options.FacebookApiVersion);

    public static HttpClient Open(FacebookClientWrapperOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = options.MaxConnectionsPerServer,
            AllowAutoRedirect = false,
            UseCookies = false,
            // Meta takes part in no trace of ours.
            ActivityHeadersPropagator = null,
        };
        // The time-out is ours, so that it can be told from a caller who gave up.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }

    public async Task<FacebookAnswer> CallAsync(
        HttpMethod method, string target, ReadOnlyMemory<byte> body, string? accessToken, CancellationToken cancellationToken)
    {
        using var request = Request(method, target, body, accessToken);
        using var patience = new CancellationTokenSource(options.Timeout, options.Time);
        using var givenUp = cancellationToken.UnsafeRegister(static wait => ((CancellationTokenSource)wait!).Cancel(), patience);
        try
        {
            using var response = await http.SendAsync(request, patience.Token).ConfigureAwait(false);
            // Bytes, for a gateway's page may name a character set that does not exist.
            var answer = await response.Content.ReadAsByteArrayAsync(patience.Token).ConfigureAwait(false);
            return FacebookAnswer.From((int)response.StatusCode, answer, response.Headers.RetryAfter, options.Time.GetUtcNow());
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            return FacebookAnswer.None(
                FacebookErrorClass.UnknownOutcome,
                new TimeoutException($"Graph gave no answer within {options.Timeout.TotalSeconds:0.#} s.", late));
        }
        catch (HttpRequestException broken)
        {
            return FacebookAnswer.None(
                NeverLeft(broken.HttpRequestError) ? FacebookErrorClass.NotSent : FacebookErrorClass.UnknownOutcome, broken);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string target, ReadOnlyMemory<byte> body, string? accessToken)
    {
        var token = accessToken ?? TokenFor(target);
        var credentials = token is null ? null : _credentials.GetOrAdd(token, Prove);
        var request = new HttpRequestMessage(method, AddressOf(target, token, credentials?.Proof));
        request.Headers.Authorization = credentials?.Header;
        if (!body.IsEmpty)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } };
        return request;
    }

    private Credentials Prove(string token) => new(
        new AuthenticationHeaderValue("Bearer", token),
        string.IsNullOrEmpty(options.FacebookAppSecret) ? null : FacebookSignature.Proof(token, options.FacebookAppSecret));

    /// <summary>Nearly every call goes to a Page's messages: their addresses are made once.</summary>
    private Uri AddressOf(string target, string? token, string? proof)
    {
        if (_addresses.TryGetValue((target, token), out var known))
            return known;
        var address = _address.Of(target, proof);
        if (target.EndsWith("/messages", StringComparison.Ordinal) && _addresses.Count < MostPages)
            _addresses.TryAdd((target, token), address);
        return address;
    }

    private string? TokenFor(string target)
    {
        var own = GraphAddress.PageOf(target) is { } page ? options.PageAccessToken?.Invoke(page) : null;
        return own ?? (string.IsNullOrEmpty(options.FacebookAccessToken) ? null : options.FacebookAccessToken);
    }

    /// <summary>What a token is sent as, and the proof that goes with it.</summary>
    private sealed record Credentials(AuthenticationHeaderValue Header, string? Proof);

    private static bool NeverLeft(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
