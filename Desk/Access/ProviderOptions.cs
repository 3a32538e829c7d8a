using System.Net;
using Microsoft.Extensions.Configuration;

namespace CommerceBot.Desk.Access;

/// <summary>The merchant's own identity provider (OpenID Connect), under <c>Desk:Oidc</c>.</summary>
/// <param name="Authority">Where its metadata lies, under <c>/.well-known/openid-configuration</c>.</param>
/// <param name="Name">What the button says it is.</param>
internal sealed record ProviderOptions(Uri Authority, string ClientId, string ClientSecret, string Name)
{
    private static readonly string[] Needed = ["Authority", "ClientId", "ClientSecret"];

    /// <returns>Null when none is set.</returns>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be right; the message says what to write.</exception>
    public static ProviderOptions? Read(IConfiguration settings)
    {
        var oidc = settings.GetSection("Desk:Oidc");
        if (Needed.All(name => string.IsNullOrEmpty(oidc[name])))
            return null;
        var address = Address(oidc["Authority"]);
        return new ProviderOptions(
            address, Set("ClientId", oidc["ClientId"]), Set("ClientSecret", oidc["ClientSecret"]),
            oidc["Name"] is { Length: > 0 } name ? name : address.Host);
    }

    private static Uri Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || IsOnThisMachine(url))
            ? url
            : throw new InvalidOperationException(
                $"Desk:Oidc:Authority is '{text}' in appsettings.json. Write the provider's https address, such as https://id.shop.example.");

    /// <summary>Http is for a provider under development, at an address and not a name that others may give.</summary>
    private static bool IsOnThisMachine(Uri url) =>
        url.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    private static string Set(string name, string? value) => value is { Length: > 0 }
        ? value
        : throw new InvalidOperationException($"Desk:Oidc:Authority is set, and Desk:Oidc:{name} is not: the provider gave you one.");
}
