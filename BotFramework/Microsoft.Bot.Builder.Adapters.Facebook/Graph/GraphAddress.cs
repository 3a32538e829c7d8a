namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The addresses of Graph, all under one host: a token must never be sent to another.</summary>
internal sealed class GraphAddress
{
    private readonly string _base;

    public GraphAddress(string host, string version)
    {
        var address = host.Contains("://", StringComparison.Ordinal) ? host : "https://" + host;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new ArgumentException(
                $"FacebookApiHost is \"{host}\", which is neither a host nor an http(s) address. Write for example \"graph.facebook.com\" in appsettings.json.",
                nameof(host));

        _base = address.TrimEnd('/') + "/" + version.Trim('/');
        if (!_base.EndsWith('/'))
            _base += "/";
    }

    public Uri Of(string target, string? proof)
    {
        var path = target.TrimStart('/');
        if (path.Length == 0 || path.Contains("..", StringComparison.Ordinal) || path.Contains("://", StringComparison.Ordinal))
            throw new ArgumentException($"\"{target}\" is not a path under Graph.", nameof(target));

        if (proof is not null)
            path += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "appsecret_proof=" + proof;
        return new Uri(_base + path);
    }

    /// <summary>The Page that a path names, as in "123/messages"; null for "me/messages".</summary>
    public static string? PageOf(string target)
    {
        var path = target.TrimStart('/');
        var end = path.IndexOf('/', StringComparison.Ordinal);
        var first = end < 0 ? path : path[..end];
        return first is "me" or "" ? null : first;
    }
}
