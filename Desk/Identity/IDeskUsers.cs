using CommerceBot.Desk.Access;

namespace CommerceBot.Desk.Identity;

/// <summary>The people of the desk, where they are kept. Nobody is ever deleted: the audit speaks of them.</summary>
internal interface IDeskUsers
{
    /// <summary>All of them, the oldest first; there are few.</summary>
    Task<IReadOnlyList<DeskUser>> AllAsync(CancellationToken cancellationToken);

    Task<DeskUser?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps a change. False when somebody else changed them since they were read, or another has that e-mail.</summary>
    Task<bool> TrySaveAsync(DeskUser user, CancellationToken cancellationToken);

    /// <summary>Makes a link good, once, until it expires.</summary>
    /// <param name="hash">SHA-256 of what stands in the link.</param>
    Task InviteAsync(byte[] hash, Invitation invitation, CancellationToken cancellationToken);

    /// <summary>An invitation that is good at <paramref name="now"/>; null when it was used, has expired or never was.</summary>
    Task<Invitation?> FindInvitationAsync(byte[] hash, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Uses the link up and keeps its person, or does neither: a second one who uses it is refused, as is an e-mail
    /// that another has.
    /// </summary>
    Task<JoinResult> JoinAsync(byte[] hash, DeskUser user, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Adds to the audit.</summary>
    /// <param name="actor">Who did it; null for the command line.</param>
    /// <param name="action">A word such as <c>desk.signed-in</c>.</param>
    Task AuditAsync(string? actor, string action, string? detail, CancellationToken cancellationToken);
}

/// <param name="For">For whom, in the inviter's words; null for the first owner.</param>
/// <param name="By">Who invited; null for the command line.</param>
internal sealed record Invitation(DeskRole Role, DateTimeOffset Created, DateTimeOffset Expires, string? For, string? By);

internal enum JoinResult
{
    Joined,

    /// <summary>It was used before, has expired, or never was.</summary>
    LinkIsDead,
    EmailIsTaken,
}
