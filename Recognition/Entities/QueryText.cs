using System.Text;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Entities;

/// <summary>What is left of a sentence to be searched for, in the shopper's own spelling: <c>candele rosse sotto i 20 euro</c>.</summary>
internal static class QueryText
{
    /// <param name="taken">Places in the clean text that say something else: the number of pieces, an order's number.</param>
    public static string Of(string clean, TextTokens tokens, Language language, IReadOnlyList<(int Start, int End)> taken)
    {
        var senders = FramePhrases.Of(language);
        var left = new StringBuilder(clean.Length);
        var items = tokens.Items;
        var end = 0;
        for (var at = 0; at < items.Count;)
        {
            if (senders.LengthAt(items, at) is > 0 and var carried)
            {
                at += carried;
                continue;
            }

            var token = items[at++];
            if (token.Start < end || IsTaken(token, taken) || token.Kind == TokenKind.Sign && !IsMeant(clean, token.Start))
                continue; // the second word of one abbreviation begins where the first did
            left.Append(left.Length == 0 || token.Start == end ? "" : clean.AsSpan(end, token.Start - end) is "'" ? "'" : " ");
            left.Append(clean, token.Start, token.Length);
            end = token.Start + token.Length;
        }

        return left.ToString();
    }

    /// <summary>Signs of money and measure, the hyphen of t-shirt, the comma of 9,90.</summary>
    private static bool IsMeant(string clean, int at) => clean[at] switch
    {
        '$' or '%' or '\u20AC' or '\u00A3' => true,
        '-' => at > 0 && at + 1 < clean.Length && char.IsLetterOrDigit(clean[at - 1]) && char.IsLetterOrDigit(clean[at + 1]),
        ',' or '.' => at > 0 && at + 1 < clean.Length && char.IsAsciiDigit(clean[at - 1]) && char.IsAsciiDigit(clean[at + 1]),
        _ => false,
    };

    private static bool IsTaken(TextToken token, IReadOnlyList<(int Start, int End)> taken)
    {
        foreach (var (start, end) in taken)
            if (token.Start >= start && token.Start < end)
                return true;
        return false;
    }
}
