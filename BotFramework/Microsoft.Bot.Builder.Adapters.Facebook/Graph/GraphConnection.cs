using System.Net.Http.Headers;
using System.Text;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>One call, one answer: no retries, no redirects, the token in a header and nowhere else.</summary>
internal sealed class GraphConnection(FacebookClientWrapperOptions options, HttpClient http)
{
    private const int LargestAnswer = 1024 * 1024;
    private readonly GraphAddress _address = new(options.FacebookApiHost, options.FacebookApiVersion);

    public static HttpClient Open(FacebookClientWrapperOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = options.MaxConnectionsPerServer,
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        // The time-out is ours, so that it can be told from a caller who gave up.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswer };
    }

    public async Task<FacebookAnswer> CallAsync(
        HttpMethod method, string target, ReadOnlyMemory<byte> body, string? accessToken, CancellationToken cancellationToken)
    {
        using var request = Request(method, target, body, accessToken);
        using var timer = new CancellationTokenSource(options.Timeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, both.Token).ConfigureAwait(false);
            // Bytes, for a gateway's page may name a character set that does not exist.
            var answer = await response.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false);
            return FacebookAnswer.From((int)response.StatusCode, Encoding.UTF8.GetString(answer), response.Headers.RetryAfter, options.Time.GetUtcNow());
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
        var proof = token is not null && !string.IsNullOrEmpty(options.FacebookAppSecret)
            ? FacebookSignature.Proof(token, options.FacebookAppSecret)
            : null;
        var request = new HttpRequestMessage(method, _address.Of(target, proof));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (!body.IsEmpty)
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    private string? TokenFor(string target)
    {
        var own = GraphAddress.PageOf(target) is { } page ? options.PageAccessToken?.Invoke(page) : null;
        return own ?? (string.IsNullOrEmpty(options.FacebookAccessToken) ? null : options.FacebookAccessToken);
    }

    private static bool NeverLeft(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
