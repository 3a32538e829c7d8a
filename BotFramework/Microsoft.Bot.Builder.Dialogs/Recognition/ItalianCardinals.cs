namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Italian number words, written as one: "duemilatrecentoventuno", "unmilioneduecentomila".</summary>
internal static class ItalianCardinals
{
    private static readonly Dictionary<string, int> Small = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["uno"] = 1, ["due"] = 2, ["tre"] = 3, ["quattro"] = 4, ["cinque"] = 5, ["sei"] = 6, ["sette"] = 7, ["otto"] = 8,
        ["nove"] = 9, ["dieci"] = 10, ["undici"] = 11, ["dodici"] = 12, ["tredici"] = 13, ["quattordici"] = 14, ["quindici"] = 15,
        ["sedici"] = 16, ["diciassette"] = 17, ["diciotto"] = 18, ["diciannove"] = 19,
    };

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> SmallBySpan =
        Small.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Word, int Value)[] Tens =
    [
        ("venti", 20), ("trenta", 30), ("quaranta", 40), ("cinquanta", 50), ("sessanta", 60), ("settanta", 70),
        ("ottanta", 80), ("novanta", 90),
    ];

    private static readonly (string Word, decimal Value)[] Great =
        [("bilioni", 1e12m), ("bilione", 1e12m), ("miliardi", 1e9m), ("miliardo", 1e9m), ("milioni", 1e6m), ("milione", 1e6m)];

    public static decimal? Value(string word) => Value(word.AsSpan());

    /// <summary>Asked for every word of an answer, of which most are no number: nothing is copied.</summary>
    private static decimal? Value(ReadOnlySpan<char> word)
    {
        foreach (var (scale, value) in Great)
        {
            var at = word.IndexOf(scale);
            if (at > 0)
                return (Count(word[..at]) * value) + Below(word[(at + scale.Length)..], value);
        }
        return BelowMillion(word);
    }

    private static decimal? Count(ReadOnlySpan<char> word) => word is "un" ? 1 : BelowMillion(word);

    private static decimal? Below(ReadOnlySpan<char> word, decimal scale) =>
        word.Length == 0 ? 0 : Value(word) is { } value && value < scale ? value : null;

    private static decimal? BelowMillion(ReadOnlySpan<char> word)
    {
        var thousands = word.IndexOf("mila");
        if (thousands > 0)
            return BelowThousand(word[..thousands]) is > 1 and var count ? (count * 1000) + Rest(word[(thousands + 4)..]) : null;
        if (word.StartsWith("mille"))
            return Rest(word[5..]) is { } more ? 1000 + more : null;
        return BelowThousand(word);
    }

    private static int? Rest(ReadOnlySpan<char> word) =>
        word.Length == 0 ? 0 : BelowThousand(word) ?? (word[0] == 'e' ? BelowThousand(word[1..]) : null);

    private static int? BelowThousand(ReadOnlySpan<char> word)
    {
        var hundred = word.IndexOf("cent");
        if (hundred < 0)
            return BelowHundred(word);
        int? hundreds = hundred == 0 ? 1 : SmallBySpan.TryGetValue(word[..hundred], out var digit) && digit is >= 2 and <= 9 ? digit : null;
        if (hundreds is null)
            return null;
        var rest = word[(hundred + 4)..];
        // "centotto" drops the o that "centotre" keeps.
        var below = rest is "o" ? 0 : BelowHundred(rest) ?? (rest.StartsWith('o') ? BelowHundred(rest[1..]) : null);
        return (hundreds * 100) + below;
    }

    private static int? BelowHundred(ReadOnlySpan<char> word)
    {
        if (SmallBySpan.TryGetValue(word, out var small))
            return small;
        foreach (var (tens, value) in Tens)
        {
            if (word.SequenceEqual(tens))
                return value;
            // "ventuno" and "ventotto" drop the vowel that "ventidue" keeps; "ventun" loses the last one too.
            var stem = tens.AsSpan(0, tens.Length - 1);
            if (word.StartsWith(stem))
                return WithUnit(value, tens[^1], word[stem.Length..]);
        }
        return null;
    }

    private static int? WithUnit(int tens, char vowel, ReadOnlySpan<char> rest) => rest switch
    {
        "uno" or "un" => tens + 1,
        "otto" => tens + 8,
        [var first, .. var unit] when first == vowel && SmallBySpan.TryGetValue(unit, out var digit) && digit is >= 1 and <= 9 =>
            tens + digit,
        _ => null,
    };
}
