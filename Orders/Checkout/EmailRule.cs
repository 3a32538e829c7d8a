using System.Globalization;
using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>An address that a receipt can be sent to: no display name, no quotes, a domain with a dot (RFC 5321 lengths).</summary>
internal static partial class EmailRule
{
    public const string Example = "anna@example.com";

    public static Entry Read(string tidy)
    {
        var text = tidy.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? tidy["mailto:".Length..] : tidy;
        text = text.TrimStart('<').TrimEnd('>', '.', ',', ';');
        var at = text.LastIndexOf('@');
        if (at is < 1 or > 64 || Ascii(text[(at + 1)..]) is not { } domain)
            return Entry.Wrong(EntryFault.NotAnEmail, Example);
        var address = $"{text[..at]}@{domain}";
        return address.Length <= 254 && Shape().IsMatch(address) ? Entry.Right(address) : Entry.Wrong(EntryFault.NotAnEmail, Example);
    }

    /// <summary>A domain as mail servers write it; null when it cannot be one.</summary>
    private static string? Ascii(string domain)
    {
        if (domain.Length is 0 or > 253)
            return null;
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
