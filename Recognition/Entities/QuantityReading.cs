using CommerceBot.Catalog;
using CommerceBot.Recognition.Text;
using Microsoft.Bot.Builder.Dialogs.Recognition;

namespace CommerceBot.Recognition.Entities;

/// <summary>How many pieces a sentence speaks of.</summary>
/// <param name="Direction">1 on top, -1 away, 0 the number itself.</param>
/// <param name="Places">Where the numbers stand, which are then no part of what is searched.</param>
internal sealed record FoundQuantity(int Value, int Direction, IReadOnlyList<(int Start, int End)> Places);

internal static class QuantityReading
{
    private const int Most = 999;

    /// <summary>What behind a number makes it a measure or a price.</summary>
    private static readonly WordSet Units =
    [
        "cm",
        "mm",
        "m",
        "ml",
        "cl",
        "l",
        "lt",
        "litro",
        "litri",
        "litre",
        "litres",
        "liter",
        "liters",
        "g",
        "gr",
        "kg",
        "grammi",
        "grams",
        "chilo",
        "chili",
        "kilo",
        "kilos",
        "euro",
        "eur",
        "euros",
        "pound",
        "pounds",
        "quid",
        "dollar",
        "dollars",
        "centesimi",
        "cents",
        "percento",
        "percent",
        "anni",
        "anno",
        "years",
        "year",
        "giorni",
        "giorno",
        "days",
        "day",
        "settimane",
        "settimana",
        "weeks",
        "week",
        "ore",
        "ora",
        "hours",
        "hour",
        "mesi",
        "mese",
        "months",
        "month",
        "pollici",
        "inch",
        "inches",
    ];

    private static readonly WordSet More =
    [
        "altro",
        "altra",
        "altri",
        "altre",
        "piu",
        "ancora",
        "another",
        "more",
        "extra",
        "additional",
        "further",
    ];
    private static readonly WordSet Less = ["meno", "less", "fewer"];

    /// <summary>Words that are a number for people who count things.</summary>
    private static readonly Dictionary<string, int> Counts = new()
    {
        ["paio"] = 2,
        ["coppia"] = 2,
        ["couple"] = 2,
        ["pair"] = 2,
        ["dozzina"] = 12,
        ["dozen"] = 12,
        ["another"] = 1,
        ["entrambi"] = 2,
        ["entrambe"] = 2,
        ["both"] = 2,
    };

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> CountsLookup =
        Counts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Articles and pronouns that are a number beside "more" and "less" alone.</summary>
    private static readonly WordSet Ones = ["un", "uno", "una", "one", "a"];
    private static readonly WordSet Halves = ["mezza", "mezzo", "half"];

    /// <param name="taken">Places that are something else already.</param>
    public static FoundQuantity? In(string clean, TextTokens tokens, Language language, IReadOnlyList<(int Start, int End)> taken)
    {
        var found = new List<(int Value, int Start, int End)>();
        foreach (var number in NumberWords.MayBeIn(tokens) ? NumberRecognizer.Recognize(clean, language.Code) : [])
            if (number.Value is >= 1 and <= Most
                && number.Value == decimal.Truncate(number.Value)
                && IsPieces(clean, tokens, number.Start, number.End, taken))
                found.Add(((int)number.Value, number.Start, number.End));
        foreach (var token in tokens.Items)
            if (token.Kind == TokenKind.Word && CountsLookup.TryGetValue(token.Folded.Span, out var count))
                Count(found, tokens, token, count);
        var direction = Direction(tokens);
        if (found.Count == 0)
            return direction != 0 && tokens.Items.Exists(token => Ones.Contains(token.Folded.Span))
                ? new FoundQuantity(1, direction, [])
                : null;
        var last = found.MaxBy(one => one.Start);
        return new FoundQuantity(last.Value, direction, [.. found.Select(one => (one.Start, one.End))]);
    }

    // "Two dozen" and "half a dozen": the words before are part of the number.
    private static void Count(List<(int Value, int Start, int End)> found, TextTokens tokens, TextToken token, int count)
    {
        var (start, end) = (token.Start, token.Start + token.Length);
        var times = 1;
        if (found.FindIndex(one => one.Start < end && one.End > start) is >= 0 and var read)
            (count, start) = Take(found, read);
        else if (found.FindIndex(one => one.End <= start && start - one.End <= " a ".Length) is >= 0 and var before)
            (times, start) = Take(found, before);
        var half = tokens.Items.FindLast(other =>
            other.Start < start && start - other.Start <= "mezza a ".Length && Halves.Contains(other.Folded.Span));
        var isHalf = half.Length > 0 && count % 2 == 0;
        found.Add((isHalf ? count / 2 : count * times, isHalf ? half.Start : start, end));
    }

    private static (int Value, int Start) Take(List<(int Value, int Start, int End)> found, int at)
    {
        var (value, start, _) = found[at];
        found.RemoveAt(at);
        return (value, start);
    }

    private static bool IsPieces(string clean, TextTokens tokens, int start, int end, IReadOnlyList<(int Start, int End)> taken)
    {
        if (taken.Any(place => start >= place.Start && start < place.End))
            return false;
        var next = tokens.Items.FindIndex(token => token.Start >= end);
        var before = clean.AsSpan(0, start).TrimEnd();
        if (before.EndsWith("\u20AC") || before.EndsWith("$") || before.EndsWith("\u00A3"))
            return false;
        return next < 0
            || !(
                Units.Contains(tokens.Items[next].Folded.Span)
                || clean[tokens.Items[next].Start] is '%' or '\u20AC' or '$' or '\u00A3');
    }

    private static int Direction(TextTokens tokens)
    {
        foreach (var token in tokens.Items)
            if (token.Kind == TokenKind.Word && More.Contains(token.Folded.Span))
                return 1;
            else if (token.Kind == TokenKind.Word && Less.Contains(token.Folded.Span))
                return -1;
        return 0;
    }
}
