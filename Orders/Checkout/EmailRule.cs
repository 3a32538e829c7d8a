using System.Globalization;
using System.Text.RegularExpressions;

namespace CommerceBot.Orders;

/// <summary>
/// An address that a receipt can be sent to: no quotes, a domain with a dot, in the letters that every mail server carries (RFC 5321
/// lengths). Stricter than MimeKit's parser, which takes "anna", "anna@localhost" and "anna@-example.com".
/// </summary>
internal static partial class EmailRule
{
    public const string Example = "anna@example.com";

    public static Entry Read(string tidy)
    {
        var text = Bare(tidy);
        var at = text.LastIndexOf('@');
        if (at < 1)
            return Entry.Wrong(EntryFault.NotAnEmail, Example);
        var local = text[..at];
        if (Ascii(text[(at + 1)..]) is not { } domain || at > 64)
            return Entry.Wrong(EntryFault.NotAnEmail, EmailDomains.Completed(text[(at + 1)..]) is { } whole && Local().IsMatch(local)
                ? $"{local}@{whole}" : Example);
        if (local.Any(sign => !char.IsAscii(sign)) && !local.Contains(' ', StringComparison.Ordinal))
            return Entry.Wrong(EntryFault.EmailNotAscii, Example);
        var address = $"{local}@{domain}";
        if (address.Length > 254 || !Shape().IsMatch(address))
            return Entry.Wrong(EntryFault.NotAnEmail, Example);
        return EmailDomains.Meant(domain) is { } meant
            ? Entry.Doubtful(address, EntryDoubt.EmailTypo, $"{local}@{meant}")
            : Entry.Right(address);
    }

    /// <summary>Without what mail programs and people put around it: "Anna &lt;anna@example.com&gt;", "mailto:", a full stop.</summary>
    private static string Bare(string tidy)
    {
        var named = Named().Match(tidy);
        if (!named.Success)
            named = Told().Match(tidy);
        var text = Spaced().Replace(named.Success ? named.Groups["address"].Value : tidy, "$1@$2");
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text["mailto:".Length..];
        return text.TrimStart('<', '(', '"', '\'').TrimEnd('>', ')', '"', '\'', '.', ',', ';', '!').Trim();
    }

    /// <summary>A domain as mail servers write it; null when it cannot be one.</summary>
    private static string? Ascii(string domain)
    {
        if (domain.Length is 0 or > 253 || !domain.Contains('.', StringComparison.Ordinal))
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

    /// <summary>"la mia mail è anna@example.com"</summary>
    [GeneratedRegex(@"^[^@]{0,100}\b(e-?mail|mail|posta|address|indirizzo|è|e'|is|scrivimi a)[ :]+(?<address>[^\s@]+@[^\s@]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    /// <summary>Keyboards put a blank beside the sign.</summary>
    [GeneratedRegex(@"^(\S+) ?@ ?(\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^[^<>@]{0,100}<(?<address>[^<>]+@[^<>]+)>[.,; ]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Local();

    [GeneratedRegex(
        @"^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|"
        + @"}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
