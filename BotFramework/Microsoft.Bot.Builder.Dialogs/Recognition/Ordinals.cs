using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Positions in a list, in both languages at once: "il secondo", "la 2ª", "the last one", "second to last".</summary>
internal static class Ordinals
{
    private static readonly string[][] FromFirst =
    [
        ["primo", "prima", "first"], ["secondo", "seconda", "second"], ["terzo", "terza", "third"], ["quarto", "quarta", "fourth"],
        ["quinto", "quinta", "fifth"], ["sesto", "sesta", "sixth"], ["settimo", "settima", "seventh"], ["ottavo", "ottava", "eighth"],
        ["nono", "nona", "ninth"], ["decimo", "decima", "tenth"], ["undicesimo", "undicesima", "eleventh"],
        ["dodicesimo", "dodicesima", "twelfth"], ["tredicesimo", "tredicesima", "thirteenth"],
    ];

    private static readonly string[][] FromLast =
        [["ultimo", "ultima", "last"], ["penultimo", "penultima", "penultimate"], ["terzultimo", "terzultima"]];

    private static readonly Dictionary<string, int> First = Index(FromFirst);
    private static readonly Dictionary<string, int> Last = Index(FromLast);

    /// <summary>A position after these is none: "un secondo" is a while, "second" of "one second" too.</summary>
    private static readonly HashSet<string> NotAfter = ["un", "a", "one", "due", "just"];

    /// <summary>Nor is it before these: "secondo me", "prima di pagare", "first of all".</summary>
    private static readonly HashSet<string> NotBefore = ["me", "te", "lui", "lei", "noi", "voi", "di", "che", "of"];

    /// <summary>The positions named, from 1; <paramref name="count"/> is that of the last.</summary>
    public static List<FoundNumber> In(string text, int count)
    {
        var words = Words.In(text);
        var found = new List<FoundNumber>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (Last.TryGetValue(word.Folded, out var fromLast))
            {
                found.Add(new FoundNumber(count + 1 - fromLast, word.Start, word.End));
            }
            else if (CountedFromLast(words, i) is { } position)
            {
                found.Add(new FoundNumber(count + 1 - position, word.Start, words[i += 2].End));
            }
            else if (Position(text, words, i) is { } fromFirst)
            {
                found.Add(new FoundNumber(fromFirst, word.Start, word.End));
            }
        }
        return found;
    }

    /// <summary>"Second to last", "next to last", "third from last".</summary>
    private static int? CountedFromLast(List<Word> words, int i)
    {
        if (i + 2 >= words.Count || words[i + 1].Folded is not ("to" or "from") || words[i + 2].Folded != "last")
            return null;
        if (words[i].Folded == "next")
            return 2;
        return First.TryGetValue(words[i].Folded, out var position) ? position : null;
    }

    private static int? Position(string text, List<Word> words, int i)
    {
        var word = words[i];
        if (First.TryGetValue(word.Folded, out var position))
            return IsPosition(words, i) ? position : null;
        if (!char.IsAsciiDigit(text[word.Start]))
            return null;
        var digits = word.Folded.AsSpan().TrimEnd("stndrhoaªº");
        var suffix = word.Folded.AsSpan(digits.Length);
        var hasSign = i + 1 < words.Count && words[i + 1].Folded == "°" && words[i + 1].Start == word.End;
        var isOrdinal = suffix is "st" or "nd" or "rd" or "th" or "o" or "a" or "ª" or "º" || (suffix.IsEmpty && hasSign);
        return isOrdinal && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool IsPosition(List<Word> words, int i)
    {
        if (i > 0 && NotAfter.Contains(words[i - 1].Folded))
            return false;
        if (i + 1 < words.Count && NotBefore.Contains(words[i + 1].Folded))
            return false;
        // "Prima" alone is a position; in a sentence it mostly means before.
        return words[i].Folded != "prima" || i == 0 && words.Count == 1 || i > 0 && words[i - 1].Folded is "la";
    }

    private static Dictionary<string, int> Index(string[][] names) => names
        .SelectMany((same, index) => same.Select(name => (name, Position: index + 1)))
        .ToDictionary(entry => entry.name, entry => entry.Position, StringComparer.Ordinal);
}
