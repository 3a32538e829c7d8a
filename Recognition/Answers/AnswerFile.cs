using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Answers;

/// <summary>
/// Reads a file of answers, a small kind of Markdown that a merchant edits:
/// <code>
/// # Delivery
/// Intent: delivery-info
/// Buttons: categories, person
/// - how much is delivery?
/// - do you ship to France?
///
/// We deliver with these couriers:
/// {delivery}
/// </code>
/// A heading begins an answer; <c>Intent:</c> and <c>Buttons:</c> are optional, lines with a dash before the first empty line are examples,
/// and what follows the empty line is the answer. A section that is not as it must be is left out and told.
/// </summary>
public static class AnswerFile
{
    /// <summary>Messenger takes 2,000 signs in a message, its Send API reference says; the rest is room for what is filled in.</summary>
    public const int LongestText = 1500;

    /// <summary>What may stand behind <c>Buttons:</c>.</summary>
    public static IReadOnlyList<string> ButtonNames { get; } = ["categories", "search", "cart", "orders", "checkout", "person", "menu"];

    /// <summary>Every answer that is as it must be, and what is wrong with the rest, by line.</summary>
    /// <param name="name">Of the file, for the problems.</param>
    public static (IReadOnlyList<MerchantAnswer> Answers, IReadOnlyList<AnswerProblem> Problems) Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var answers = new List<MerchantAnswer>();
        var problems = new List<AnswerProblem>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length;)
        {
            if (!lines[at].StartsWith("# ", StringComparison.Ordinal))
            {
                if (answers.Count == 0 && problems.Count == 0 && lines[at].Trim().Length > 0)
                    problems.Add(new AnswerProblem(name, at + 1, "an answer begins with a heading, such as \"# Delivery\"."));
                at++;
                continue;
            }

            var end = at + 1;
            while (end < lines.Length && !lines[end].StartsWith("# ", StringComparison.Ordinal))
                end++;
            var section = new Section(name, at, lines[at..end]);
            if (section.Read() is { } answer)
                answers.Add(answer);
            problems.AddRange(section.Problems);
            at = end;
        }

        problems.AddRange(Twice(name, answers));
        return (answers, problems);
    }

    private static IEnumerable<AnswerProblem> Twice(string name, List<MerchantAnswer> answers) =>
        from answer in answers
        from intent in answer.Intents
        group answer.Title by intent into titles
        where titles.Count() > 1
        select new AnswerProblem(
            name, 1, $"\"{titles.First()}\" and \"{titles.Last()}\" both answer {IntentNames.Of(titles.Key)}: the first one is used.")
        {
            Fault = AnswerFault.Twice, Value = titles.Last(),
        };

    private sealed class Section(string file, int start, string[] lines)
    {
        public List<AnswerProblem> Problems { get; } = [];

        public MerchantAnswer? Read()
        {
            var title = TextNormalizer.Clean(lines[0][2..]).Trim();
            var head = lines.Skip(1).TakeWhile(line => line.Trim().Length > 0).Select(line => line.Trim()).ToList();
            var text = string.Join('\n', lines.Skip(1 + head.Count)).Trim();
            var examples = head.Where(line => line[0] == '-').Select(line => line[1..].Trim()).Where(line => line.Length > 0).ToList();
            var intents = Values(head, "Intent:", value => IntentNames.TryParse(value, out var intent)
                ? intent
                : Wrong<Intent>(
                    AnswerFault.Intent, value, $"no intent is called '{value}': use one of {string.Join(", ", IntentNames.All)}."));
            var buttons = Values(head, "Buttons:", value => ButtonNames.Contains(value)
                ? value
                : Wrong<string>(
                    AnswerFault.Button, value, $"no button is called '{value}': use some of {string.Join(", ", ButtonNames)}."));
            Check(title, head, text, examples, intents);
            return Problems.Count == 0 ? new MerchantAnswer(title, intents, examples, text, buttons) : null;
        }

        private void Check(string title, List<string> head, string text, List<string> examples, IReadOnlyList<Intent> intents)
        {
            if (title.Length is 0 or > 60)
                Wrong<string>(AnswerFault.Heading, title, "a heading has 1 to 60 signs.");
            foreach (
                var line in head.Where(line =>
                    line[0] != '-'
                    && !line.StartsWith("Intent:", StringComparison.Ordinal)
                    && !line.StartsWith("Buttons:", StringComparison.Ordinal)))
                Wrong<string>(
                    AnswerFault.Line, line,
                    $"\"{line}\" is neither Intent:, Buttons: nor an example with a dash; the answer begins after an empty line.");
            if (text.Length == 0)
                Wrong<string>(AnswerFault.NoText, "", $"\"{title}\" has no answer: write it after an empty line.");
            if (text.Length > LongestText)
                Wrong<string>(
                    AnswerFault.TooLong, $"{text.Length}",
                    $"the answer of \"{title}\" has {text.Length} signs; {LongestText} is the most.");
            if (examples.Count == 0 && intents.Count == 0)
                Wrong<string>(
                    AnswerFault.NobodyAsks, "", $"nobody can ask for \"{title}\": give it an Intent: or examples.");
            foreach (var name in AnswerPlaceholders.In(text).Where(name => !AnswerPlaceholders.All.Contains(name)))
                Wrong<string>(
                    AnswerFault.Placeholder, name,
                    $"nothing is called {{{name}}}: use {string.Join(", ", AnswerPlaceholders.All.Select(one => $"{{{one}}}"))}.");
        }

        private static IReadOnlyList<T> Values<T>(IEnumerable<string> head, string name, Func<string, T?> read) =>
        [
            .. head.Where(line => line.StartsWith(name, StringComparison.Ordinal))
                .SelectMany(line => line[name.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Select(read).OfType<T>(),
        ];

        private T? Wrong<T>(AnswerFault fault, string value, string problem)
        {
            Problems.Add(new AnswerProblem(file, start + 1, problem) { Fault = fault, Value = value });
            return default;
        }
    }
}
