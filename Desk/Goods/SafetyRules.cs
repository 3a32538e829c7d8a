using System.Buffers;
using System.Globalization;
using System.Text;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Desk.Goods;

/// <summary>What a merchant may write of maker and safety, and what the law still misses of it.</summary>
internal static class SafetyRules
{
    /// <summary>What mail programs put around an address: it is kept as it is read, so none of it belongs there.</summary>
    private static readonly SearchValues<char> Around = SearchValues.Create(" <>()\":,;");

    /// <summary>
    /// One line as it was typed, without control and invisible characters; lines become one. Whatever its length: that is looked at
    /// after.
    /// </summary>
    public static string Line(string? typed) => string.Join(' ', Text(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same with its line breaks.</summary>
    public static string Text(string? typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value == '\n' || !IsInvisible(rune))
                clean.Append(rune.ToString());
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
                clean.Append(' ');
        return clean.ToString().Trim();
    }

    /// <summary>An e-mail address, or a web address with or without https://.</summary>
    public static bool IsElectronic(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal))
            return EmailRule.Read(text).Value is not null && !text.AsSpan().ContainsAny(Around);
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return !text.Contains(' ', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.UserInfo.Length == 0
            && uri.HostNameType == UriHostNameType.Dns && uri.Host.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>
    /// Names of the fields that art. 19 of Regulation (EU) 2023/988 asks for and nobody filled in: all three of the maker, and all of
    /// the responsible person where one is named. Whether one must be, only the merchant knows.
    /// </summary>
    public static IEnumerable<string> Missing(ProductSafety read) =>
        Missing("Maker", read.Maker).Concat(read.ResponsibleInEu == SafetyContact.None ? [] : Missing("Eu", read.ResponsibleInEu));

    private static IEnumerable<string> Missing(string who, SafetyContact contact)
    {
        if (contact.Name.Length == 0)
            yield return $"{who}Name";
        if (contact.Address.Length == 0)
            yield return $"{who}Address";
        if (contact.Electronic.Length == 0)
            yield return $"{who}Electronic";
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
