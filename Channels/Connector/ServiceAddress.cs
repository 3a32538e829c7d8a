using System.Text.RegularExpressions;

namespace CommerceBot.Channels.Connector;

/// <summary>
/// Where a tester's program takes the bot's replies. Without an app id anybody on this machine may name one, so it is an
/// address of this machine in the two forms that real clients use, and never one of ours: the bot would talk to itself.
/// </summary>
/// <remarks>
/// Seen 2026-11-23: the Bot Framework Emulator writes <c>http://localhost:PORT</c>, the Microsoft 365 Agents Playground
/// <c>http://localhost:PORT/_connector</c>.
/// </remarks>
internal static partial class ServiceAddress
{
    /// <summary>What is wrong with it, for whoever sent it; null when nothing is.</summary>
    /// <param name="ours">The ports that we answer at.</param>
    public static string? Fault(string? serviceUrl, IReadOnlySet<int> ours)
    {
        if (serviceUrl is null || !Written().IsMatch(serviceUrl)
            || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) || address.Port == 0)
            return "serviceUrl must be http://localhost:PORT, or that with /_connector, while there is no MicrosoftAppId.";
        return ours.Contains(address.Port) ? "serviceUrl is an address of this bot itself: it would answer its own replies." : null;
    }

    /// <summary>Whether a call may go there: looked at again when it is made, since the row may be old and the port ours by now.</summary>
    public static bool Takes(string target, IReadOnlySet<int> ours) =>
        Called().IsMatch(target) && Uri.TryCreate(target, UriKind.Absolute, out var address) && !ours.Contains(address.Port)
        // Dots in an id do not lead out of the conversations.
        && (address.AbsolutePath.StartsWith("/v3/conversations", StringComparison.Ordinal)
            || address.AbsolutePath.StartsWith("/_connector/v3/conversations", StringComparison.Ordinal));

    [GeneratedRegex(
        @"\Ahttps?://" + LoopbackHost.Names + @"(?::[0-9]{1,5})?(?:/_connector)?/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(
        @"\Ahttps?://" + LoopbackHost.Names + @"(?::[0-9]{1,5})?(?:/_connector)?/v3/conversations[^?#\s]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Called();
}
