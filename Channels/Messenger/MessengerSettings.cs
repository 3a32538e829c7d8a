namespace CommerceBot.Channels.Messenger;

/// <summary>What the Messenger channel needs to know. Texts come from the bot, keys from the settings or the stand-in.</summary>
public sealed record MessengerSettings
{
    public required string VerifyToken { get; init; }

    public required string AppSecret { get; init; }

    public required string AccessToken { get; init; }

    /// <summary>Tells our own echoes from a human's; null when it is not set.</summary>
    public string? AppId { get; init; }

    /// <summary>Where Graph is, asked at the first call: the stand-in's address is known only once the host listens.</summary>
    public required Func<string> ApiHost { get; init; }

    public string ApiVersion { get; init; } = "v26.0";

    public Func<string, string?>? PageAccessToken { get; init; }

    /// <summary>Calls to Graph at once that are answered promptly; <see cref="Bulkhead"/> says what becomes of the others.</summary>
    public int MaxConnections { get; init; } = 64;
}

/// <summary>What Messenger shows around the conversation, in one language.</summary>
/// <param name="Locales">Messenger's, such as <c>it_IT</c>.</param>
/// <param name="ForOthers">Whether everybody whose language the shop does not speak reads these.</param>
public sealed record MessengerTexts(IReadOnlyList<string> Locales, bool ForOthers, string Greeting, IReadOnlyList<MenuItem> Menu, IReadOnlyList<MenuItem> IceBreakers);

/// <summary>A tap that sends a payload, or opens an address where <paramref name="Url"/> is set.</summary>
public sealed record MenuItem(string Title, string Payload, Uri? Url = null);

/// <summary>Everything that <c>messenger setup</c> writes.</summary>
public sealed record MessengerProfile(string GetStartedPayload, IReadOnlyList<MessengerTexts> Languages);
