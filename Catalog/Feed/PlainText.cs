using System.Net;
using System.Text;

namespace CommerceBot.Catalog.Feed;

/// <summary>Text without markup: feeds promise it, and write HTML all the same.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text.Trim();
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = IsTag(text, i) ? text.IndexOf('>', i) : -1;
            if (end < 0)
            {
                plain.Append(text[i]);
                continue;
            }

            if (BreaksLine(text.AsSpan(i + 1, end - i - 1)) && plain.Length > 0 && !char.IsWhiteSpace(plain[^1]))
                plain.Append(' ');
            i = end;
        }

        return WebUtility.HtmlDecode(plain.ToString()).Trim();
    }

    private static bool IsTag(string text, int at) =>
        text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!');

    private static bool BreaksLine(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        foreach (var block in (ReadOnlySpan<string>)["br", "p", "div", "li", "ul", "ol", "h", "tr", "td"])
            if (name.StartsWith(block, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
