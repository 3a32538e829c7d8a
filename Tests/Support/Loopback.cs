namespace CommerceBot.Tests.Support;

internal static class Loopback
{
    /// <summary>A client that goes straight to this machine.</summary>
    public static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TestTimeouts.Hang,
        };
}
