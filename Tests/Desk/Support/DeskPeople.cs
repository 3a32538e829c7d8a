using System.Security.Cryptography;
using System.Text;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Identity;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace CommerceBot.Tests.Desk.Support;

/// <summary>People of the desk who have been there before, with a password and an authenticator app.</summary>
internal static class DeskPeople
{
    public const string Password = "a long enough sentence";

    /// <summary>Hashing is slow on purpose; the same password may have the same hash here.</summary>
    private static readonly string Hash =
        new PasswordHasher<DeskUser>().HashPassword(new DeskUser { Id = "", Email = "", Name = "" }, Password);

    public static async Task<DeskUser> AddAsync(ShopHost host, DeskRole role, string name = "Nora Neri")
    {
        var users = host.Get<IDeskUsers>();
        var now = host.Time.GetUtcNow();
        var link = SHA256.HashData(Encoding.UTF8.GetBytes($"{role} {name} {RandomNumberGenerator.GetHexString(16)}"));
        await users.InviteAsync(link, new Invitation(role, now, now.AddDays(1), name, null), CancellationToken.None);
        var user = new DeskUser
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Name = name,
            Email = $"{name.Replace(' ', '.')}.{role}@shop.example".ToLowerInvariant(), Role = role, Created = now, PasswordHash = Hash,
            SecurityStamp = RandomNumberGenerator.GetHexString(32), AuthenticatorKey = AuthenticatorCodes.Secret(), TwoFactorEnabled = true,
        };
        return await users.JoinAsync(link, user, now, CancellationToken.None) == JoinResult.Joined
            ? user
            : throw new InvalidOperationException($"{name} could not join.");
    }

    /// <summary>What the person's app shows.</summary>
    public static string CodeOf(DeskUser user, DateTimeOffset now) => CodeOf(user.AuthenticatorKey!, now);

    public static string CodeOf(string key, DateTimeOffset now) => AuthenticatorCodes.Code(key, now.ToUnixTimeSeconds() / 30);

    /// <summary>A browser in which somebody of this role is signed in.</summary>
    public static async Task<DeskVisitor> EnterAsync(ShopHost host, DeskRole role, string name = "Nora Neri")
    {
        var visitor = new DeskVisitor(host);
        await visitor.SignInAsync(await AddAsync(host, role, name));
        return visitor;
    }
}
