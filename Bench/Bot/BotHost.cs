namespace CommerceBot.Bench.Bot;

/// The one place where the bench meets the real host.
internal static class BotHost
{
    public static bool IsBuilt => false;

    /// FILL IN HERE: build the real host with these settings, listening on http://127.0.0.1:0, with EchoBot registered as IBot in
    /// place of ShopBot (and EchoBot's ConversationState as the host registers it), start it and return its address.
    public static Task<RunningBot> StartAsync(IReadOnlyDictionary<string, string?> settings) =>
        throw new NotSupportedException($"no host to build from {settings.Count} settings");
}

/// A host under way; disposing it stops it.
internal sealed class RunningBot(Uri address, IAsyncDisposable host) : IAsyncDisposable
{
    public Uri Address => address;

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
