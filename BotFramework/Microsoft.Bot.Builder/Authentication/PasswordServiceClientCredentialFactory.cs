using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app id with a password.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    /// <summary>Without an app id: authentication is off.</summary>
    public PasswordServiceClientCredentialFactory()
    {
    }

    /// <param name="httpClient">Kept from Microsoft's API, and not used.</param>
    /// <param name="logger">Kept from Microsoft's API, and not used.</param>
    public PasswordServiceClientCredentialFactory(
        string? appId, string? password, string? tenantId, HttpClient? httpClient, ILogger? logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
    }

    /// <summary>Null or empty while authentication is off.</summary>
    public string? AppId { get; set; }

    /// <summary>Proves the app id; null while authentication is off.</summary>
    public string? Password { get; set; }

    /// <summary>The one tenant that the bot is for; null for any.</summary>
    public string? TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(AppId) && appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(AppId));
}
