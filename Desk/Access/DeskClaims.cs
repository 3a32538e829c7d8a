using System.Security.Claims;
using CommerceBot.Desk.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommerceBot.Desk.Access;

/// <summary>What a person's cookie says of them.</summary>
internal sealed class DeskClaims(UserManager<DeskUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<DeskUser>(users, options)
{
    public const string Role = "desk:role";

    /// <summary>Of a session that began with more than a password; a password alone opens nothing but the way to a second factor.</summary>
    public const string SecondFactor = "desk:second-factor";

    public const string PersonName = "desk:name";

    /// <summary>When they last showed who they are, in Unix seconds.</summary>
    public const string SignedInAt = "desk:signed-in-at";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DeskUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Role, user.Role.ToString()));
        identity.AddClaim(new Claim(PersonName, user.Name));
        return identity;
    }
}
