using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CommerceBot.Simulator.Messenger.People;

/// <summary>A person of the simulator's small world.</summary>
internal sealed partial record Shopper
{
    /// <summary>The name in the chat page's address: <c>/chat?user=anna</c>.</summary>
    public required string User { get; init; }

    /// <summary>What the bot knows the person by.</summary>
    public required string Psid { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Locale { get; init; }

    public bool IsItalian => Locale.StartsWith("it", StringComparison.Ordinal);

    public string Name => $"{FirstName} {LastName}".Trim();

    /// <summary>What Messenger would offer as the quick reply for the person's e-mail.</summary>
    public string Email => $"{User}@example.com";

    /// <summary>What Messenger would offer as the quick reply for the person's phone.</summary>
    public string Phone => IsItalian ? "+393331234567" : "+447400123456";

    /// <summary>
    /// The same user of the same Page has the same id for ever, also after a restart, as in Messenger: the bot keeps
    /// carts and orders under it.
    /// </summary>
    public static string PsidOf(string user, string appSecret)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), Encoding.UTF8.GetBytes("psid:" + user));
        var number = 1_000_000_000_000_000 + (BitConverter.ToUInt64(hash) % 9_000_000_000_000_000);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    public static bool IsUser(string? user) => user is not null && UserPattern().IsMatch(user);

    public static bool IsLocale(string? locale) => locale is not null && LocalePattern().IsMatch(locale);

    [GeneratedRegex("^[a-z0-9][a-z0-9_.-]{0,39}$")]
    private static partial Regex UserPattern();

    [GeneratedRegex("^[a-z]{2}_[A-Z]{2}$")]
    private static partial Regex LocalePattern();
}
