namespace CommerceBot.Catalog.Feed;

/// <summary>Web addresses that may be shown to a shopper: absolute, http or https, no password inside.</summary>
internal static class FeedLink
{
    private const int Longest = 2_000;

    public static bool TryRead(string text, out Uri? link)
    {
        link = null;
        if (text.Length == 0)
            return true;
        if (text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var read))
            return false;
        link = read;
        return (read.Scheme == Uri.UriSchemeHttp || read.Scheme == Uri.UriSchemeHttps) && read.Host.Length > 0 && read.UserInfo.Length == 0;
    }
}
