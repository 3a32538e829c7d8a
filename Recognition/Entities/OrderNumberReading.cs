using System.Text.RegularExpressions;

namespace CommerceBot.Recognition.Entities;

/// <summary>
/// What may be an order's number: a letter and six signs, with or without dashes (<c>K4T-7MQ-3</c>), as the shop writes them. A word of
/// seven letters is one only with dashes in it. The check sign is looked at by those who keep the orders.
/// </summary>
internal static partial class OrderNumberReading
{
    public static List<(int Start, int End)> In(string clean)
    {
        var found = new List<(int Start, int End)>();
        foreach (var match in Number().EnumerateMatches(clean))
            if (IsLikely(clean.AsSpan(match.Index, match.Length)))
                found.Add((match.Index, match.Index + match.Length));
        return found;
    }

    private static bool IsLikely(ReadOnlySpan<char> text) => text.Count('-') == 2 || text.IndexOfAnyInRange('0', '9') >= 0;

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}-])[A-Z][A-Z0-9]{2}(?<mark>[-. ]?)[A-Z0-9]{3}\k<mark>[A-Z0-9](?![\p{L}\p{N}-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
