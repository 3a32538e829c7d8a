using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who sent a request, and how to call them back.</summary>
public class AuthenticateRequestResult
{
    /// <summary>Whom the bot's own tokens are for; null while there are none.</summary>
    public string? Audience { get; set; }

    /// <summary>Who sent it, as far as it was proved.</summary>
    public ClaimsIdentity ClaimsIdentity { get; set; } = null!;

    /// <summary>What the activity is stamped with; null while authentication is off.</summary>
    public string? CallerId { get; set; }

    /// <summary>Makes clients with which this caller is answered.</summary>
    public ConnectorFactory ConnectorFactory { get; set; } = null!;
}
