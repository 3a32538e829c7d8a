namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What a bot asks of its callers' tokens beyond the rules.</summary>
public class AuthenticationConfiguration
{
    public string[] RequiredEndorsements { get; set; } = [];

    public virtual ClaimsValidator? ClaimsValidator { get; set; }

    public IEnumerable<string>? ValidTokenIssuers { get; set; }
}
