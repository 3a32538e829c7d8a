using System.Text.RegularExpressions;

namespace CommerceBot.Channels;

/// <summary>
/// The names of this machine: <c>localhost</c>, 127.0.0.0/8 and <c>[::1]</c>, spelt as every program spells them. A name that
/// somebody's DNS may lead here (DNS rebinding), a number in hexadecimal, a dot at the end: none of these is one.
/// </summary>
internal static partial class LoopbackHost
{
    /// <summary>As a pattern: the one place where it is written.</summary>
    public const string Names = @"(?:localhost|127(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}|\[::1\])";

    /// <param name="host">Without its port; IPv6 in brackets.</param>
    public static bool IsNamed(string? host) => host is not null && Name().IsMatch(host);

    /// <summary>Whether a page's origin is of this machine.</summary>
    public static bool IsOrigin(string? origin) => origin is not null && Origin().IsMatch(origin);

    [GeneratedRegex(@"\A" + Names + @"\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\Ahttps?://" + Names + @"(?::[0-9]{1,5})?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
