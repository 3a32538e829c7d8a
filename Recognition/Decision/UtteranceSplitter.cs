using System.Collections.Frozen;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Decision;

/// <summary>
/// Finds the places where a sentence may go on with another intent: after a full stop, a comma, <c>e poi</c>, <c>and
/// then</c>.
/// </summary>
internal static class UtteranceSplitter
{
    private const int MostPlaces = 5;

    /// <summary>Words that may begin the next intent, and are no part of it.</summary>
    private static readonly FrozenSet<string> Joins = FrozenSet.Create(
        "e",
        "ed",
        "poi",
        "dopo",
        "anche",
        "inoltre",
        "ma",
        "pero",
        "quindi",
        "infine",
        "and",
        "then",
        "also",
        "but",
        "plus",
        "after",
        "so");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> JoinsLookup = Joins.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>For each place the tokens before it, and those after it without the words that join them.</summary>
    public static IEnumerable<(Range First, Range Next)> Split(string clean, TextTokens tokens)
    {
        var items = tokens.Items;
        var places = 0;
        for (var at = 1; at < items.Count - 1 && places < MostPlaces; at++)
        {
            if (!IsPlace(clean, items, at))
                continue;
            var next = at;
            while (next < items.Count && (items[next].Kind == TokenKind.Sign || IsJoin(items[next]) && !IsHyphened(clean, items[next])))
                next++;
            if (next >= items.Count)
                yield break;
            places++;
            yield return (..at, next..);
            at = next;
        }
    }

    /// <summary>Whether the words between two parts say that one comes after the other.</summary>
    public static bool SaysOrder(TextTokens tokens, Range first, Range next)
    {
        for (var at = first.End.GetOffset(tokens.Items.Count); at < next.Start.GetOffset(tokens.Items.Count); at++)
            if (tokens.Items[at].Folded.Span is "poi" or "dopo" or "infine" or "then" or "after")
                return true;
        return false;
    }

    /// <summary>The words of some tokens as they were written.</summary>
    public static string TextOf(string clean, TextTokens tokens, Range part)
    {
        var (first, count) = part.GetOffsetAndLength(tokens.Items.Count);
        var (begin, last) = (tokens.Items[first], tokens.Items[first + count - 1]);
        return clean[begin.Start..(last.Start + last.Length)];
    }

    private static bool IsPlace(string clean, List<TextToken> items, int at) =>
        IsJoin(items[at]) && !IsHyphened(clean, items[at]) || IsStop(items[at]) && !IsInNumber(items, at)
        || BeginsLine(clean, items[at - 1], items[at]);

    private static bool IsStop(TextToken token) => token is { Kind: TokenKind.Sign, Length: 1 } && ".,;!?:".Contains(token.Folded.Span[0]);

    private static bool BeginsLine(string clean, TextToken before, TextToken token) =>
        token.Start > before.Start + before.Length
        && clean.AsSpan(before.Start + before.Length, token.Start - before.Start - before.Length).Contains('\n');

    private static bool IsJoin(TextToken token) => token.Kind == TokenKind.Word && JoinsLookup.Contains(token.Folded.Span);

    /// <summary>The e of e-mail joins nothing.</summary>
    private static bool IsHyphened(string clean, TextToken token) =>
        token.Start + token.Length < clean.Length && clean[token.Start + token.Length] == '-'
        || token.Start > 0 && clean[token.Start - 1] == '-';

    /// <summary>The comma of 9,90.</summary>
    private static bool IsInNumber(List<TextToken> items, int at) =>
        items[at - 1] is { Kind: TokenKind.Number } before && items[at + 1] is { Kind: TokenKind.Number } after
        && before.Start + before.Length == items[at].Start && after.Start == items[at].Start + 1;
}
