using System.Globalization;
using System.Security.Claims;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommerceBot.Desk.Access;

/// <summary>Identity's sign-in, with the moment of it in the cookie, and closed to those who were disabled.</summary>
internal sealed class DeskSignIn(
    UserManager<DeskUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<DeskUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<DeskUser>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<DeskUser> confirmation,
    TimeProvider time) : SignInManager<DeskUser>(users, http, claims, options, log, schemes, confirmation)
{
    /// <summary>How somebody came in who used a passkey.</summary>
    public const string Passkey = "passkey";

    /// <summary>Identity's word for a password and a code (RFC 8176).</summary>
    private const string ManyFactors = "mfa";

    public override Task<bool> CanSignInAsync(DeskUser user) => Task.FromResult(!user.IsDisabled);

    public override Task SignInWithClaimsAsync(
        DeskUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var claims = additionalClaims.ToList();
        claims.Add(new Claim(
            DeskClaims.SignedInAt, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (claims.Exists(claim => claim.Value is Passkey or ManyFactors))
            claims.Add(new Claim(DeskClaims.SecondFactor, "1"));
        return base.SignInWithClaimsAsync(user, authenticationProperties, claims);
    }

    /// <summary>The cookie anew, for somebody who has just shown a second factor; the moment of their sign-in stays.</summary>
    public Task RenewAsync(DeskUser user, ClaimsPrincipal principal) =>
        base.SignInWithClaimsAsync(
            user, new AuthenticationProperties(),
            [.. principal.FindAll(DeskClaims.SignedInAt), new Claim(DeskClaims.SecondFactor, "1")]);
}
