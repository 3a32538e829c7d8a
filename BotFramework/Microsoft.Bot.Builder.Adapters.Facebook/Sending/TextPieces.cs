using System.Globalization;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Text made to fit: cut into several between words, or shortened where only a label is shown.</summary>
internal static class TextPieces
{
    private const string Ellipsis = "…";

    /// <summary>The text in pieces of at most <paramref name="limit"/> characters, cut at white space where there is any, never inside a character.</summary>
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
        // Only the neighbourhood of the cut is looked at; a character of more parts than this is cut between its code points.
        const int lookBack = 64;
        var at = Math.Max(0, limit - lookBack);
        if (at > 0 && char.IsLowSurrogate(text[at]))
            at++;

        var end = at;
        while (at < text.Length)
        {
            at += StringInfo.GetNextTextElementLength(text, at);
            if (at > limit)
                break;
            end = at;
        }

        if (end > Math.Max(0, limit - lookBack + 1))
            return end;
        return char.IsLowSurrogate(text[limit]) && limit > 1 ? limit - 1 : limit;
    }
}
