using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommerceBot.Tests.Desk.Support;

/// <summary>
/// An identity provider (OpenID Connect Core 1.0): one client, the code flow with PKCE. Checks what real ones check, and says of the person
/// before it what a test wants.
/// </summary>
internal sealed class TestIdentityProvider : IAsyncDisposable
{
    public const string ClientId = "desk";
    public const string ClientSecret = "a secret of the desk";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _otherKey = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> _codes = [];
    private readonly WebApplication _app;

    private TestIdentityProvider(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>What the token says beside the usual.</summary>
    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>What is wrong with the next token: <c>key</c>, <c>audience</c>, <c>issuer</c>, <c>nonce</c>, <c>late</c>; null for nothing.</summary>
    public string? Fault { get; set; }

    public Func<DateTimeOffset> Now { get; set; } = TimeProvider.System.GetUtcNow;

    /// <summary>What browsers were sent with, the newest last.</summary>
    public List<IQueryCollection> Requests { get; } = [];

    public static async Task<TestIdentityProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new TestIdentityProvider(app);
        app.Run(provider.AnswerAsync);
        await app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _otherKey.Dispose();
    }

    private Task AnswerAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => http.Response.WriteAsJsonAsync(new
        {
            issuer = Address, authorization_endpoint = $"{Address}/authorize", token_endpoint = $"{Address}/token", jwks_uri = $"{Address}/keys",
            response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        }),
        "/keys" => http.Response.WriteAsJsonAsync(new { keys = new[] { Public(_key) } }),
        "/authorize" => AuthorizeAsync(http),
        "/token" => TokenAsync(http),
        _ => RefuseAsync(http, "there is nothing here"),
    };

    private Task AuthorizeAsync(HttpContext http)
    {
        var query = http.Request.Query;
        Requests.Add(query);
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256"
            || !query["scope"].ToString().Split(' ').Contains("openid") || query["nonce"].Count != 1)
            return RefuseAsync(http, "invalid_request");
        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = new Asked(query["redirect_uri"]!, query["nonce"]!, query["code_challenge"]!);
        http.Response.Redirect(QueryHelpers.AddQueryString(
            query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret || form["grant_type"] != "authorization_code"
            || !_codes.TryRemove(form["code"].ToString(), out var asked) || asked.RedirectUri != form["redirect_uri"]
            || asked.Challenge != challenge)
        {
            await RefuseAsync(http, "invalid_grant");
            return;
        }

        await http.Response.WriteAsJsonAsync(new { access_token = "none", token_type = "Bearer", expires_in = 60, id_token = Token(asked) });
    }

    private string Token(Asked asked)
    {
        var now = Now().UtcDateTime;
        var issued = Fault == "late" ? now.AddHours(-2) : now;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Fault == "issuer" ? "https://elsewhere.example" : Address,
            Audience = Fault == "audience" ? "another" : ClientId,
            IssuedAt = issued, NotBefore = issued, Expires = issued.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims)
            {
                ["sub"] = "248289761001", ["nonce"] = Fault == "nonce" ? "of another" : asked.Nonce,
            },
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(Fault == "key" ? _otherKey : _key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }

    private static object Public(RSA key)
    {
        var parts = key.ExportParameters(includePrivateParameters: false);
        return new
        {
            kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = WebEncoders.Base64UrlEncode(parts.Modulus!),
            e = WebEncoders.Base64UrlEncode(parts.Exponent!),
        };
    }

    private static Task RefuseAsync(HttpContext http, string why)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsJsonAsync(new { error = why });
    }

    private sealed record Asked(string RedirectUri, string Nonce, string Challenge);
}
