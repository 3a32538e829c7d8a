namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Positions counted from the last: "l'ultimo", "penultimate", "third from the end", "last but one".</summary>
internal sealed class LastOrdinals(List<NumberToken> tokens)
{
    /// <summary>What stands for a position, such as "second", in a pattern.</summary>
    private const string Any = "#";

    private static readonly Dictionary<string, int> Words = Forms(
        ("ultim", 1), ("penultim", 2), ("terzultim", 3), ("quartultim", 4), ("quintultim", 5), ("sestultim", 6));

    /// <summary>The longest that fits is taken. Where a pattern has no position of its own, it stands for the given one.</summary>
    private static readonly (string[] Words, int Position)[] Patterns =
    [
        (["one", "before", "the", "last"], 2), (["one", "before", "last"], 2), (["prima", "dell", "ultimo"], 2),
        (["prima", "dell", "ultima"], 2),
        (["last", "but", "one"], 2), (["last", "but", "two"], 3), (["last", "but", "three"], 4),
        (["next", "to", "the", "last"], 2), (["next", "to", "last"], 2),
        ([Any, "to", "the", "last"], 0), ([Any, "to", "last"], 0), ([Any, "from", "the", "last"], 0), ([Any, "from", "last"], 0),
        ([Any, "from", "the", "end"], 0), ([Any, "from", "the", "bottom"], 0), ([Any, "last"], 0),
        ([Any, "dalla", "fine"], 0), ([Any, "dal", "fondo"], 0), ([Any, "dall", "ultimo"], 0), ([Any, "dall", "ultima"], 0),
        (["last"], 1), (["penultimate"], 2), (["antepenultimate"], 3),
    ];

    /// <summary>How far from the end, 1 for the last; null when no such position begins here.</summary>
    public int? Read(int i, out int next)
    {
        next = i + 1;
        if (Words.TryGetValue(tokens[i].Text, out var position))
            return position;
        foreach (var (words, fixedPosition) in Patterns)
        {
            if (!Fits(words, i, out var counted))
                continue;
            next = i + words.Length;
            return fixedPosition > 0 ? fixedPosition : counted;
        }
        return null;
    }

    private bool Fits(string[] words, int i, out int counted)
    {
        counted = 0;
        if (i + words.Length > tokens.Count)
            return false;
        for (var at = 0; at < words.Length; at++)
        {
            var said = tokens[i + at].Text;
            if (words[at] == Any && Position(said) is { } position)
                counted = position;
            else if (words[at] != said)
                return false;
        }
        return true;
    }

    private static int? Position(string word) =>
        (EnglishGrammar.Instance.Ordinal(word) ?? ItalianGrammar.Instance.Ordinal(word)) is < 100 and { } position ? (int)position : null;

    private static Dictionary<string, int> Forms(params (string Stem, int Position)[] stems) =>
        stems.SelectMany(stem => "oaie", (stem, ending) => (Word: stem.Stem + ending, stem.Position))
            .ToDictionary(form => form.Word, form => form.Position);
}
