using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CommerceBot.Desk.Access;

/// <summary>Who may do what: each page names one of these.</summary>
internal static class DeskPolicies
{
    /// <summary>Signed in, perhaps without a second factor yet: to set one up, or to leave.</summary>
    public const string SignedIn = "desk.signed-in";

    /// <summary>Look at orders, goods and health.</summary>
    public const string View = "desk.view";

    /// <summary>Ship, correct, note, count.</summary>
    public const string Act = "desk.act";

    /// <summary>Give money back: staff up to the limit; signed in just now.</summary>
    public const string Refund = "desk.refund";

    /// <summary>People, exports, calls of money; signed in just now.</summary>
    public const string Own = "desk.own";

    /// <summary>How long a sign-in is fresh.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => Signed(policy));
        options.AddPolicy(
            View,
            policy => Signed(policy).AddRequirements(new SecondFactorRequirement(), new RoleRequirement(DeskRole.Viewer)));
        options.AddPolicy(
            Act,
            policy => Signed(policy).AddRequirements(new SecondFactorRequirement(), new RoleRequirement(DeskRole.Staff)));
        options.AddPolicy(
            Refund,
            policy =>
                Signed(policy).AddRequirements(new SecondFactorRequirement(), new RoleRequirement(DeskRole.Staff), new FreshRequirement()));
        options.AddPolicy(
            Own,
            policy =>
                Signed(policy).AddRequirements(new SecondFactorRequirement(), new RoleRequirement(DeskRole.Owner), new FreshRequirement()));
    }

    /// <summary>Whether somebody's role is this one or a higher one.</summary>
    public static bool Is(this ClaimsPrincipal user, DeskRole least) =>
        Enum.TryParse<DeskRole>(user.FindFirstValue(DeskClaims.Role), out var role) && role >= least;

    public static bool IsFresh(this ClaimsPrincipal user, DateTimeOffset now) =>
        long.TryParse(user.FindFirstValue(DeskClaims.SignedInAt), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && now - DateTimeOffset.FromUnixTimeSeconds(at) is var age
        && age <= Fresh
        && age >= -Fresh;

    private static AuthorizationPolicyBuilder Signed(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser();
}

/// <summary>A second factor, or a passkey, is set up.</summary>
internal sealed class SecondFactorRequirement : IAuthorizationRequirement;

internal sealed record RoleRequirement(DeskRole Least) : IAuthorizationRequirement;

/// <summary>Signed in just now.</summary>
internal sealed class FreshRequirement : IAuthorizationRequirement;

internal sealed class DeskAuthorization(TimeProvider time) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var isMet = requirement switch
            {
                SecondFactorRequirement => context.User.HasClaim(DeskClaims.SecondFactor, "1"),
                RoleRequirement role => context.User.Is(role.Least),
                FreshRequirement => context.User.IsFresh(time.GetUtcNow()),
                _ => false,
            };
            if (isMet)
                context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
