namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Whether a signing key may speak for a channel.</summary>
public static class EndorsementsValidator
{
    /// <summary>An empty expectation is always met.</summary>
    public static bool Validate(string? expectedEndorsement, HashSet<string> endorsements)
    {
        ArgumentNullException.ThrowIfNull(endorsements);
        return string.IsNullOrEmpty(expectedEndorsement) || endorsements.Contains(expectedEndorsement);
    }
}
