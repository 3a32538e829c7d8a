using System.Text;

namespace CommerceBot.Channels.Connector;

/// <summary>
/// Plain text for a client that reads Markdown: every sign shows as it is
/// (https://spec.commonmark.org/0.31.2/#backslash-escapes, read 2026-11-27).
/// </summary>
internal static class MarkdownText
{
    private const string HardBreak = "  \n";

    private const string Special = "\\`*_[]~|";

    /// <summary>A line break stays one: behind two spaces, or as a paragraph where a line is empty.</summary>
    public static string? Of(string? plain) => plain is null
        ? null
        : string.Join(HardBreak, Lines(plain)).Replace(HardBreak + HardBreak, "\n\n", StringComparison.Ordinal);

    /// <summary>Each line by itself.</summary>
    public static IEnumerable<string> Lines(string plain) => plain.ReplaceLineEndings("\n").Split('\n').Select(Line);

    private static string Line(string line)
    {
        var text = line.Trim();
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
            Append(escaped, text, i);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, int i)
    {
        var sign = text[i];
        // Entities for what could be HTML: the Playground takes tags away even behind a backslash.
        if (sign is '<' or '>' or '&')
            escaped.Append(sign switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
        else if (Special.Contains(sign, StringComparison.Ordinal) || BeginsBlock(text, i))
            escaped.Append('\\').Append(sign);
        else
            escaped.Append(sign);
    }

    /// <summary>A mark first in a line, or a number with a point, would make a heading or a list: "2019. A great year".</summary>
    private static bool BeginsBlock(string text, int i)
    {
        var before = text.AsSpan(0, i);
        return before.IsEmpty
            ? text[i] is '#' or '+' or '-' or '='
            : text[i] is '.' or ')' && !before.ContainsAnyExceptInRange('0', '9');
    }
}
