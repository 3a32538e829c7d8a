using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A bot's own say in whom it talks to.</summary>
public abstract class ClaimsValidator
{
    /// <summary>Throws UnauthorizedAccessException for a caller whom the bot does not want.</summary>
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
