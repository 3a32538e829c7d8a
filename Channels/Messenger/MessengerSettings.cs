namespace CommerceBot.Channels.Messenger;

/// <summary>What the Messenger channel needs to know. Texts come from the bot, keys from the settings or the simulator.</summary>
public sealed record MessengerSettings
{
    /// <summary>The word that Meta repeats when a webhook is set up; a request with another one is refused.</summary>
    public required string VerifyToken { get; init; }

    /// <summary>The key that Meta signs every webhook with.</summary>
    public required string AppSecret { get; init; }

    /// <summary>The Page's token, which every call to Graph carries.</summary>
    public required string AccessToken { get; init; }

    /// <summary>Tells our own echoes from a human's; null when it is not set.</summary>
    public string? AppId { get; init; }

    /// <summary>Where Graph is, asked at the first call: the simulator's address is known only once the host listens.</summary>
    public required Func<string> ApiHost { get; init; }

    /// <summary>The version of Graph that calls name in their path.</summary>
    public string ApiVersion { get; init; } = "v26.0";

    /// <summary>The token of a further Page by its id, null for one that has none; null where there are no further Pages.</summary>
    public Func<string, string?>? PageAccessToken { get; init; }

    /// <summary>Calls to Graph at once that are answered promptly; <see cref="Bulkhead"/> says what becomes of the others.</summary>
    public int MaxConnections { get; init; } = 64;
}

/// <summary>What Messenger shows around the conversation, in one language.</summary>
/// <param name="Locales">Messenger's, such as <c>it_IT</c>.</param>
/// <param name="ForOthers">Whether everybody whose language the shop does not speak reads these.</param>
public sealed record MessengerTexts(
    IReadOnlyList<string> Locales, bool ForOthers, string Greeting, IReadOnlyList<MenuItem> Menu, IReadOnlyList<MenuItem> IceBreakers);

/// <summary>A tap that sends a payload, or opens an address where <paramref name="Url"/> is set.</summary>
public sealed record MenuItem(string Title, string Payload, Uri? Url = null);

/// <summary>Everything that <c>messenger setup</c> writes.</summary>
public sealed record MessengerProfile(string GetStartedPayload, IReadOnlyList<MessengerTexts> Languages);
