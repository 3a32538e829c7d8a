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
        if (!claims.Exists(claim => claim.Type == DeskClaims.SignedInAt))
            claims.Add(At(time.GetUtcNow()));
        if (claims.Exists(claim => claim.Value is Passkey or ManyFactors))
            claims.Add(new Claim(DeskClaims.SecondFactor, "1"));
        return base.SignInWithClaimsAsync(user, authenticationProperties, claims);
    }

    /// <summary>
    /// Somebody whom the identity provider knows. A second factor counts when the provider says that it asked for one (RFC 8176,
    /// <c>mfa</c>); else the desk asks for its own.
    /// </summary>
    /// <param name="at">When they last showed the provider who they are; null when nobody knows, which is never fresh.</param>
    public async Task<SignInResult> SignInByProviderAsync(DeskUser user, DateTimeOffset? at, bool manyFactors)
    {
        if (await PreSignInCheck(user) is { } refused)
            return refused;
        if (!manyFactors && await IsTwoFactorEnabledAsync(user))
            return await SignInOrTwoFactorAsync(user, isPersistent: false);
        var method = new Claim(ClaimTypes.AuthenticationMethod, manyFactors ? ManyFactors : ProviderSignIn.Scheme);
        await SignInWithClaimsAsync(user, new AuthenticationProperties(), [method, At(at ?? DateTimeOffset.UnixEpoch)]);
        return SignInResult.Success;
    }

    /// <summary>The cookie anew, for somebody who has just shown a second factor; the moment of their sign-in stays.</summary>
    public Task RenewAsync(DeskUser user, ClaimsPrincipal principal) =>
        base.SignInWithClaimsAsync(
            user, new AuthenticationProperties(),
            [.. principal.FindAll(DeskClaims.SignedInAt), new Claim(DeskClaims.SecondFactor, "1")]);

    private static Claim At(DateTimeOffset moment) =>
        new(DeskClaims.SignedInAt, moment.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
}
