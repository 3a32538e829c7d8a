using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace Microsoft.Bot.Connector;

/// <summary>A Connector service at one address. Clients without handlers of their own share one pool of connections.</summary>
public class ConnectorClient : IConnectorClient
{
    private static readonly HttpClient Shared = NewClient(Pool());
    private readonly bool _ownsHttpClient;

    /// <summary>A client for a bot without an app id. With one it throws: authentication is not available yet.</summary>
    public ConnectorClient(
        Uri baseUri, string? microsoftAppId = null, string? microsoftAppPassword = null, params DelegatingHandler[] handlers)
        : this(baseUri, handlers)
    {
        if (!string.IsNullOrEmpty(microsoftAppId) || !string.IsNullOrEmpty(microsoftAppPassword))
            throw new NotSupportedException("Calling a Connector with an app id is not available yet. Leave MicrosoftAppId empty.");
    }

    internal ConnectorClient(Uri baseUri, HttpClient? httpClient)
    {
        BaseUri = baseUri;
        HttpClient = httpClient ?? Shared;
        Conversations = new Conversations(this);
    }

    protected ConnectorClient(HttpClient httpClient, bool disposeHttpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        BaseUri = new Uri("https://api.botframework.com");
        HttpClient = httpClient;
        _ownsHttpClient = disposeHttpClient;
        Conversations = new Conversations(this);
    }

    protected ConnectorClient(params DelegatingHandler[] handlers)
        : this(handlers is null or [] ? Shared : NewClient(Chain(Pool(), handlers)), handlers is { Length: > 0 })
    {
    }

    protected ConnectorClient(HttpClientHandler rootHandler, params DelegatingHandler[] handlers)
        : this(NewClient(Chain(rootHandler, handlers)), true)
    {
    }

    protected ConnectorClient(Uri baseUri, HttpClientHandler rootHandler, params DelegatingHandler[] handlers)
        : this(rootHandler, handlers)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
    }

    protected ConnectorClient(Uri baseUri, params DelegatingHandler[] handlers)
        : this(handlers)
    {
        ArgumentNullException.ThrowIfNull(baseUri);
        BaseUri = baseUri;
    }

    /// <summary>Where the service is; paths are put behind it.</summary>
    public Uri BaseUri { get; set; }

    /// <summary>The conversations of this service.</summary>
    public virtual IConversations Conversations { get; }

    /// <summary>What the calls are made with.</summary>
    public HttpClient HttpClient { get; }

    /// <summary>As .NET describes the system.</summary>
    public static string GetOsVersion() => RuntimeInformation.OSDescription;

    /// <summary>Of the process, such as <c>X64</c>.</summary>
    public static string GetArchitecture() => RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>As .NET describes itself.</summary>
    public static string GetASPNetVersion() => RuntimeInformation.FrameworkDescription;

    /// <summary>The version of the assembly that the client's type is in.</summary>
    public static string GetClientVersion<T>(T client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetType().Assembly.GetName().Version?.ToString() ?? "0.0";
    }

    /// <summary>Says who calls, and asks for JSON.</summary>
    public static void AddDefaultRequestHeaders(HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        httpClient.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("CommerceBot-Connector", "1.0"));
        httpClient.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        httpClient.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>Closes connections of its own; shared ones stay.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
            HttpClient.Dispose();
    }

    private static SocketsHttpHandler Pool() => new()
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    private static HttpClient NewClient(HttpMessageHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 4 * 1024 * 1024 };
        AddDefaultRequestHeaders(client);
        return client;
    }

    private static HttpMessageHandler Chain(HttpMessageHandler root, DelegatingHandler[] handlers)
    {
        var last = root;
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = last;
            last = handler;
        }

        return last;
    }
}
