using System.Collections.Concurrent;
using CommerceBot.Catalog;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Entities;

/// <summary>
/// What people say around the thing they talk about (<c>fammi vedere</c>, <c>add to my basket</c>), from <c>CarrierPhrases/LANGUAGE.txt</c>
/// beside the program. A language without a file has none.
/// </summary>
internal sealed class FramePhrases
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recognition", "CarrierPhrases");
    private static readonly ConcurrentDictionary<Language, FramePhrases> Read = new();

    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    private FramePhrases(IEnumerable<string> lines)
    {
        var phrases = lines
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        foreach (var words in phrases.Select(phrase => TextNormalizer.Words(phrase).ToArray()).Where(words => words.Length > 0))
            (_byFirst.TryGetValue(words[0], out var known) ? known : _byFirst[words[0]] = []).Add(words);
        foreach (var known in _byFirst.Values)
            known.Sort((one, other) => other.Length.CompareTo(one.Length));
    }

    public static FramePhrases Of(Language language) =>
        Read.GetOrAdd(
            language,
            static code =>
                Path.Combine(Folder, $"{code}.txt") is var path && code.Code is { Length: 2 } && File.Exists(path)
                    ? new FramePhrases(File.ReadLines(path))
                    : new FramePhrases([]));

    /// <summary>How many tokens from here on are a phrase of the list, the longest that fits; 0 for none.</summary>
    public int LengthAt(IReadOnlyList<TextToken> tokens, int at)
    {
        var lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        if (tokens[at].Kind != TokenKind.Word || !lookup.TryGetValue(tokens[at].Folded.Span, out var phrases))
            return 0;
        foreach (var words in phrases)
            if (Fits(tokens, at, words))
                return words.Length;
        return 0;
    }

    private static bool Fits(IReadOnlyList<TextToken> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 1; i < words.Length; i++)
            if (!tokens[at + i].Folded.Span.SequenceEqual(words[i]))
                return false;
        return true;
    }
}
