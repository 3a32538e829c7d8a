using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>An app id with a password.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    public PasswordServiceClientCredentialFactory()
    {
    }

    public PasswordServiceClientCredentialFactory(string? appId, string? password, string? tenantId, HttpClient? httpClient, ILogger? logger)
    {
        AppId = appId;
        Password = password;
        TenantId = tenantId;
    }

    public string? AppId { get; set; }

    public string? Password { get; set; }

    public string? TenantId { get; }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(!string.IsNullOrEmpty(AppId) && appId == AppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(AppId));
}
