using System.Security.Cryptography;
using System.Text;
using CommerceBot.Desk.Access;

namespace CommerceBot.Desk.Identity;

/// <summary>Links by which a person comes in: good once, for a day. Only a hash of each is kept.</summary>
internal sealed class Invitations(IDeskUsers users, TimeProvider time)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    /// <summary>Makes a link.</summary>
    /// <returns>Its path, with the secret in it: shown once, and kept nowhere.</returns>
    public async Task<string> CreateAsync(DeskRole role, string? whom, string? by, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var now = time.GetUtcNow();
        await users.InviteAsync(HashOf(secret), new Invitation(role, now, now + GoodFor, whom, by), cancellationToken);
        await users.AuditAsync(by, "desk.invited", $"{role}{(whom is null ? "" : $": {whom}")}", cancellationToken);
        return $"/desk/join/{secret}";
    }

    public Task<Invitation?> FindAsync(string secret, CancellationToken cancellationToken) =>
        users.FindInvitationAsync(HashOf(secret), time.GetUtcNow(), cancellationToken);

    public async Task<JoinResult> JoinAsync(string secret, DeskUser user, CancellationToken cancellationToken)
    {
        var joined = await users.JoinAsync(HashOf(secret), user, time.GetUtcNow(), cancellationToken);
        if (joined == JoinResult.Joined)
            await users.AuditAsync(user.Id, "desk.joined", user.Role.ToString(), cancellationToken);
        return joined;
    }

    /// <summary>Whether somebody can still let others in.</summary>
    public async Task<bool> HasOwnerAsync(CancellationToken cancellationToken) =>
        (await users.AllAsync(cancellationToken)).Any(user => user is { Role: DeskRole.Owner, IsDisabled: false });

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
