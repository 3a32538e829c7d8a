using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who sent a request, and how to call them back.</summary>
public class AuthenticateRequestResult
{
    public string? Audience { get; set; }

    public ClaimsIdentity ClaimsIdentity { get; set; } = null!;

    public string? CallerId { get; set; }

    public ConnectorFactory ConnectorFactory { get; set; } = null!;
}
