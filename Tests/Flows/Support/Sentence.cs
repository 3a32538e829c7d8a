using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>
/// What somebody wrote to a shop, where in the conversation it was said, and what a right answer may and must not show: a line of
/// <c>Samples/sentences.jsonl</c>.
/// </summary>
/// <param name="Want">Such as <c>order_status</c>, or <c>search(pen)</c>.</param>
/// <param name="Accept">Products of which one must be shown; none means that it is not about one of ours.</param>
/// <param name="Also">Wants that answer it as well.</param>
/// <param name="Fact">What the answer must say, as a pattern.</param>
/// <param name="Avoid">Products that must not be shown.</param>
/// <param name="None">Whether the shop has nothing of the kind, and must show nothing.</param>
internal sealed record Sentence(
    string Id, string Lang, string Text, string State, string Want, IReadOnlyList<string>? Accept, IReadOnlyList<string>? Also,
    string? Fact, IReadOnlyList<string>? Avoid, bool None)
{
    /// <summary>How the worst of what can be wrong begins.</summary>
    public const string AnsweredWithGoods = "is answered with goods:";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Sentence> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Samples", "sentences.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Sentence>(line, Form)!)];

    /// <summary>The wants without what stands behind them in brackets.</summary>
    public IEnumerable<string> Wants => (Also ?? []).Prepend(Want.Split('(')[0]);

    public bool IsItalian => Lang == "it";

    /// <summary>What is wrong with an answer; null for nothing.</summary>
    public string? Misses(IReadOnlyList<BotReply> replies, IReadOnlyDictionary<string, string> titles)
    {
        var words = string.Join('\n', replies.Select(reply => reply.Words));
        var cards = replies.SelectMany(reply => reply.Cards).Select(card => card.Title).ToList();
        var goods = cards.Where(titles.Values.Contains).ToList();
        if (SentenceAnswers.NeverGoods.Contains(Want) && goods.Count > 0)
            return $"{AnsweredWithGoods} {goods[0]}: {words}";
        if (Avoid?.FirstOrDefault(product => goods.Contains(titles[product])) is { } shown)
            return $"shows {shown}";
        if (None)
            return goods.Count > 0 ? $"shows {goods[0]}, and the shop has nothing of the kind" : null;
        if (Accept is { Count: > 0 } && !Accept.Any(product => words.Contains(titles[product], StringComparison.Ordinal)))
            return $"shows none of {string.Join(", ", Accept)}: {words}";
        if (Fact is { } fact && !Regex.IsMatch(words, fact, RegexOptions.IgnoreCase))
            return $"does not say {fact}: {words}";
        return Wants.Any(want => SentenceAnswers.Answers(want, IsItalian, words)) ? null : $"is not answered as {Want}: {words}";
    }
}
