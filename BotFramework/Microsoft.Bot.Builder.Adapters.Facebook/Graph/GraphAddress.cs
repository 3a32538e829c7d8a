using System.Buffers;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The addresses of Graph, all under one host: a token must never be sent to another.</summary>
internal sealed class GraphAddress
{
    private const int LongestSegment = 300;

    private static readonly SearchValues<char> InSegments =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz-.:~");

    private readonly string _base;

    public GraphAddress(string host, string version)
    {
        var address = host.Contains("://", StringComparison.Ordinal) ? host : "https://" + host;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new ArgumentException(
                $"FacebookApiHost is \"{host}\", which is neither a host nor an http(s) address. Write for example \"graph.facebook.com\" "
                + "in appsettings.json.",
                nameof(host));

        _base = address.TrimEnd('/') + "/" + version.Trim('/');
        if (!_base.EndsWith('/'))
            _base += "/";
    }

    /// <exception cref="ArgumentException">The target is no path under Graph, or what it names cannot be part of one.</exception>
    public Uri Of(string target, string? proof)
    {
        var path = target.TrimStart('/');
        var end = path.IndexOf('?', StringComparison.Ordinal);
        var segments = (end < 0 ? path : path[..end]).Split('/');
        if (!segments.All(IsSegment) || (end >= 0 && path.AsSpan(end).ContainsAnyExceptInRange('!', '~')))
            throw new ArgumentException("The target is not a path under Graph.", nameof(target));

        if (proof is not null)
            path += (end < 0 ? "?" : "&") + "appsecret_proof=" + proof;
        return new Uri(_base + path);
    }

    /// <summary>
    /// Ids and names of Graph. Anything else could lead elsewhere: dots climb, and of a percent, a slash or a backslash
    /// everybody on the way makes something else.
    /// </summary>
    private static bool IsSegment(string segment) =>
        segment.Length is > 0 and <= LongestSegment
        && !segment.AsSpan().ContainsAnyExcept(InSegments)
        && !segment.All(letter => letter == '.');

    /// <summary>The Page that a path names, as in "123/messages"; null for "me/messages".</summary>
    public static string? PageOf(string target)
    {
        var path = target.TrimStart('/');
        var end = path.IndexOf('/', StringComparison.Ordinal);
        var first = end < 0 ? path : path[..end];
        return first is "me" or "" ? null : first;
    }
}
