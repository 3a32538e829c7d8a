namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What a bot asks of its callers' tokens beyond the rules.</summary>
public class AuthenticationConfiguration
{
    /// <summary>What a channel's token must be endorsed for; none by default.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    /// <summary>The bot's own say after the rules; null for none.</summary>
    public virtual ClaimsValidator? ClaimsValidator { get; set; }

    /// <summary>Issuers beside the well-known ones; null for none.</summary>
    public IEnumerable<string>? ValidTokenIssuers { get; set; }
}
