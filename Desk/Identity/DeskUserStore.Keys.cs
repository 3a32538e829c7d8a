using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace CommerceBot.Desk.Identity;

/// <summary>Recovery codes, of which only hashes are kept, and passkeys.</summary>
internal sealed partial class DeskUserStore : IUserTwoFactorRecoveryCodeStore<DeskUser>, IUserPasskeyStore<DeskUser>
{
    public Task ReplaceCodesAsync(DeskUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        Set(() => user.RecoveryCodes = [.. recoveryCodes.Select(HashOf)]);

    public async Task<bool> RedeemCodeAsync(DeskUser user, string code, CancellationToken cancellationToken) =>
        user.RecoveryCodes.Remove(HashOf(code)) && await users.TrySaveAsync(user, cancellationToken);

    public Task<int> CountCodesAsync(DeskUser user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    public Task AddOrUpdatePasskeyAsync(DeskUser user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Set(() =>
    {
        user.Passkeys.RemoveAll(one => one.CredentialId.AsSpan().SequenceEqual(passkey.CredentialId));
        user.Passkeys.Add(new DeskPasskey(
            passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports, passkey.IsUserVerified,
            passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson, passkey.Name));
    });

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(DeskUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. user.Passkeys.Select(InfoOf)]);

    public async Task<DeskUser?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        (await users.AllAsync(cancellationToken)).FirstOrDefault(user => Find(user, credentialId) is not null);

    public Task<UserPasskeyInfo?> FindPasskeyAsync(DeskUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(Find(user, credentialId) is { } found ? InfoOf(found) : null);

    public Task RemovePasskeyAsync(DeskUser user, byte[] credentialId, CancellationToken cancellationToken) =>
        Set(() => user.Passkeys.RemoveAll(one => one.CredentialId.AsSpan().SequenceEqual(credentialId)));

    private static DeskPasskey? Find(DeskUser user, byte[] credentialId) =>
        user.Passkeys.FirstOrDefault(one => one.CredentialId.AsSpan().SequenceEqual(credentialId));

    private static UserPasskeyInfo InfoOf(DeskPasskey kept) =>
        new(
            kept.CredentialId, kept.PublicKey, kept.Created, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible,
            kept.IsBackedUp, kept.AttestationObject, kept.ClientDataJson)
        {
            Name = kept.Name,
        };

    /// <summary>Codes are random enough that their hash cannot be searched for.</summary>
    private static string HashOf(string code) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())));
}
