using Microsoft.AspNetCore.Identity;

namespace CommerceBot.Desk.Identity;

/// <summary>
/// The people of the desk as Identity asks for them: password, lockout, authenticator app, recovery codes, security
/// stamp.
/// </summary>
internal sealed partial class DeskUserStore(IDeskUsers users)
    : IUserPasswordStore<DeskUser>,
        IUserSecurityStampStore<DeskUser>,
        IUserLockoutStore<DeskUser>,
        IUserTwoFactorStore<DeskUser>,
        IUserAuthenticatorKeyStore<DeskUser>
{
    public void Dispose()
    {
        // Nothing is held open between two questions.
    }

    public Task<string> GetUserIdAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    public Task<string?> GetUserNameAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(DeskUser user, string? userName, CancellationToken cancellationToken) =>
        Set(() => user.Email = userName ?? throw new ArgumentNullException(nameof(userName)));

    public Task<string?> GetNormalizedUserNameAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(Normal(user.Email));

    /// <summary>It follows from the e-mail, and is not kept.</summary>
    public Task SetNormalizedUserNameAsync(DeskUser user, string? normalizedName, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>People come in by an invitation only, which is used up in the same transaction.</summary>
    public Task<IdentityResult> CreateAsync(DeskUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A person joins by an invitation.");

    public async Task<IdentityResult> UpdateAsync(DeskUser user, CancellationToken cancellationToken) =>
        await users.TrySaveAsync(user, cancellationToken)
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());

    public Task<IdentityResult> DeleteAsync(DeskUser user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The audit speaks of everybody who ever was here: disable them.");

    public Task<DeskUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) => users.FindAsync(userId, cancellationToken);

    public async Task<DeskUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        (await users.AllAsync(cancellationToken)).FirstOrDefault(user => Normal(user.Email) == normalizedUserName);

    public Task SetPasswordHashAsync(DeskUser user, string? passwordHash, CancellationToken cancellationToken) =>
        Set(() => user.PasswordHash = passwordHash);

    public Task<string?> GetPasswordHashAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(DeskUser user, string stamp, CancellationToken cancellationToken) =>
        Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(DeskUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) =>
        Set(() => user.LockedUntil = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult(++user.FailedSignIns);

    public Task ResetAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) => Set(() => user.FailedSignIns = 0);

    public Task<int> GetAccessFailedCountAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.FailedSignIns);

    public Task<bool> GetLockoutEnabledAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(DeskUser user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetTwoFactorEnabledAsync(DeskUser user, bool enabled, CancellationToken cancellationToken) =>
        Set(() => user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.TwoFactorEnabled);

    public Task SetAuthenticatorKeyAsync(DeskUser user, string key, CancellationToken cancellationToken) =>
        Set(() => user.AuthenticatorKey = key);

    public Task<string?> GetAuthenticatorKeyAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult(user.AuthenticatorKey);

    /// <summary>As Identity folds names.</summary>
    public static string Normal(string email) => email.Trim().Normalize().ToUpperInvariant();

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
