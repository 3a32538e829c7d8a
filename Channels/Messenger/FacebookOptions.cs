using System.Text.RegularExpressions;

namespace CommerceBot.Channels.Messenger;

/// <summary>The settings of real Pages, bound by their names.</summary>
public sealed partial class FacebookOptions
{
    private const int MostConnections = 4096;

    /// <summary>The word that Meta repeats when a webhook is set up; a request with another one is refused.</summary>
    public string FacebookVerifyToken { get; set; } = "";

    /// <summary>The key that Meta signs every webhook with.</summary>
    public string FacebookAppSecret { get; set; } = "";

    /// <summary>The Page's token, which every call to Graph carries.</summary>
    public string FacebookAccessToken { get; set; } = "";

    /// <summary>Tells our own echoes from a human's; null when it is not set.</summary>
    public string? FacebookAppId { get; set; }

    /// <summary>A host, or a whole address.</summary>
    public string FacebookApiHost { get; set; } = "https://graph.facebook.com";

    /// <summary>The version of Graph that calls name in their path.</summary>
    public string FacebookApiVersion { get; set; } = "v26.0";

    /// <summary>Calls at once.</summary>
    public int FacebookMaxConnections { get; set; } = 64;

    /// <summary>Further Pages of the same app, by their ids.</summary>
    public Dictionary<string, PageOptions> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>A sentence for each setting that cannot work.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!CheckedOptions.IsAddress(
                FacebookApiHost.Contains("://", StringComparison.Ordinal) ? FacebookApiHost : $"https://{FacebookApiHost}"))
            yield return $"FacebookApiHost is '{FacebookApiHost}'. Write a host or a whole address, such as https://graph.facebook.com.";
        if (!Version().IsMatch(FacebookApiVersion))
            yield return $"FacebookApiVersion is '{FacebookApiVersion}'. Write a version of Graph, such as v26.0.";
        if (FacebookMaxConnections is < 1 or > MostConnections)
            yield return $"FacebookMaxConnections is '{FacebookMaxConnections}'. Write a number of calls from 1 to {MostConnections}.";
    }

    [GeneratedRegex(@"\Av\d{1,3}\.\d{1,2}\z")]
    private static partial Regex Version();
}

/// <summary>One further Page.</summary>
public sealed class PageOptions
{
    /// <summary>Null where this Page has none of its own: its calls carry the main Page's.</summary>
    public string? AccessToken { get; set; }
}
