using System.Globalization;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Text made to fit: cut into several between words, or shortened where only a label is shown.</summary>
internal static class TextPieces
{
    private const string Ellipsis = "…";

    /// <summary>
    /// The text in pieces of at most <paramref name="limit"/> characters, cut at white space where there is any, never
    /// inside a character.
    /// </summary>
    public static List<string> Split(string? text, int limit)
    {
        var pieces = new List<string>();
        var rest = (text ?? string.Empty).Trim();
        while (rest.Length > limit)
        {
            var end = LastGap(rest, limit);
            pieces.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
            pieces.Add(rest);
        return pieces;
    }

    /// <summary>A label of at most <paramref name="limit"/> characters; what was left off shows as an ellipsis.</summary>
    public static string Shorten(string text, int limit) =>
        text.Length <= limit ? text : text[..WholeCharacters(text, limit - Ellipsis.Length)].TrimEnd() + Ellipsis;

    private static int LastGap(string text, int limit)
    {
        for (var at = limit; at > limit / 2; at--)
            if (char.IsWhiteSpace(text[at]))
                return at;
        return WholeCharacters(text, limit);
    }

    /// <summary>The longest start of the text within the limit that ends between what a reader sees as characters.</summary>
    private static int WholeCharacters(string text, int limit)
    {
        var end = 0;
        for (var at = 0; at <= limit && at < text.Length; at += StringInfo.GetNextTextElementLength(text, at))
            end = at;
        if (end > 0)
            return end;

        // One character of more parts than the limit: it is cut, though not inside a code point.
        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }
}
