using System.Globalization;
using System.Security.Claims;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CommerceBot.Desk.Access;

/// <summary>
/// Signing in by the merchant's identity provider: authorization code with PKCE (OpenID Connect Core 1.0, 3.1; RFC 7636). The provider
/// says who somebody is; whether they may enter, and as what, stays the desk's: nobody comes in who was not invited here.
/// </summary>
internal static class ProviderSignIn
{
    /// <summary>The name of the scheme, and of the provider in what the desk notes.</summary>
    public const string Scheme = "oidc";

    /// <summary>Where a browser begins; <c>return</c> is where it goes on in the desk, <c>again</c> asks who they are once more.</summary>
    public const string Path = "/desk/sign-in/provider";

    private const string Callback = "/desk/sign-in/provider/callback";
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);

    public static void AddProviderSignIn(this IServiceCollection services, ProviderOptions provider)
    {
        services.AddAuthentication().AddOpenIdConnect(Scheme, oidc => SetUp(oidc, provider));
        // Whether a token is in time is asked of the shop's clock.
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<TimeProvider>((oidc, time) =>
            oidc.TokenValidationParameters.LifetimeValidator = (from, until, _, rules) => IsInTime(from, until, rules.ClockSkew, time));
    }

    public static void MapProviderSignIn(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, (string? @return, bool? again) =>
        {
            var asked = new OpenIdConnectChallengeProperties { RedirectUri = InDesk(@return) };
            if (again == true)
                (asked.Prompt, asked.MaxAge) = (OpenIdConnectPrompt.Login, TimeSpan.Zero);
            return Results.Challenge(asked, [Scheme]);
        });

    private static void SetUp(OpenIdConnectOptions oidc, ProviderOptions provider)
    {
        oidc.Authority = provider.Authority.AbsoluteUri;
        (oidc.ClientId, oidc.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        oidc.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        oidc.CallbackPath = Callback;
        oidc.SignInScheme = IdentityConstants.ExternalScheme;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by a link, which brings cookies that are Lax; a form of another origin would not.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.MapInboundClaims = false;
        oidc.BackchannelTimeout = LongestAnswer;
        oidc.Scope.Clear();
        foreach (var scope in new[] { "openid", "email" })
            oidc.Scope.Add(scope);
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy, cookie.Path) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest, Callback);
        oidc.Events.OnTicketReceived = ReceiveAsync;
        oidc.Events.OnRemoteFailure = context => FailAsync(context, context.Failure?.GetType().Name ?? "no reason");
    }

    private static bool IsInTime(DateTime? from, DateTime? until, TimeSpan skew, TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is { } end && end + skew > now && (from is null || from - skew <= now);
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (!services.GetRequiredService<SignInAttempts>().TryCount(context.HttpContext.Connection.RemoteIpAddress))
        {
            await FailAsync(context, "too many tries");
            return;
        }

        var said = context.Principal ?? new ClaimsPrincipal();
        if (await FindAsync(services.GetRequiredService<UserManager<DeskUser>>(), said) is not { } user)
        {
            await FailAsync(context, "nobody here has the e-mail that the provider vouches for");
            return;
        }

        var signIn = services.GetRequiredService<DeskSignIn>();
        var result = await signIn.SignInByProviderAsync(user, SignedInAt(said), said.HasClaim("amr", "mfa"));
        if (result.RequiresTwoFactor)
        {
            Send(context, $"/desk/sign-in/code?return={Uri.EscapeDataString(InDesk(context.ReturnUri))}");
        }
        else if (result.Succeeded)
        {
            await services.GetRequiredService<IDeskUsers>().AuditAsync(user.Id, "desk.signed-in", Scheme, context.HttpContext.RequestAborted);
            Send(context, InDesk(context.ReturnUri));
        }
        else
        {
            await FailAsync(context, result.IsLockedOut ? "locked out" : "disabled");
        }
    }

    /// <summary>By the e-mail, and only when the provider says that it is theirs.</summary>
    private static async Task<DeskUser?> FindAsync(UserManager<DeskUser> users, ClaimsPrincipal said) =>
        said.FindFirst("email")?.Value is { Length: > 0 and <= 254 } email
        && string.Equals(said.FindFirst("email_verified")?.Value, "true", StringComparison.OrdinalIgnoreCase)
            ? await users.FindByNameAsync(email)
            : null;

    /// <summary>When they last showed the provider who they are; nobody knows when it does not say.</summary>
    private static DateTimeOffset? SignedInAt(ClaimsPrincipal said) =>
        long.TryParse(said.FindFirst("auth_time")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static Task FailAsync(HandleRequestContext<RemoteAuthenticationOptions> context, string why)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignIn));
        log.SignInFailed($"by {Scheme}: {why}");
        Send(context, "/desk/sign-in?refused=true");
        return Task.CompletedTask;
    }

    private static void Send(HandleRequestContext<RemoteAuthenticationOptions> context, string to)
    {
        context.Response.Redirect(to);
        context.HandleResponse();
    }

    /// <summary>A way within the desk, and nowhere else.</summary>
    private static string InDesk(string? path) =>
        path is not null && (path == "/desk" || path.StartsWith("/desk/", StringComparison.Ordinal)
            || path.StartsWith("/desk?", StringComparison.Ordinal)) && !path.Contains('\\', StringComparison.Ordinal)
            ? path
            : "/desk";
}
