using System.Text.RegularExpressions;

namespace CommerceBot.Recognition.Answers;

/// <summary>What the shop's settings fill into an answer. A line whose placeholder has no value is left out of the answer.</summary>
public static partial class AnswerPlaceholders
{
    /// <summary>Every name that may stand in braces.</summary>
    public static IReadOnlyList<string> All { get; } =
    ["shop", "email", "phone", "delivery", "free-from", "vat", "terms", "privacy", "hours"];

    /// <summary>The names that a text asks for.</summary>
    public static IEnumerable<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Placeholder().Matches(text).Select(match => match.Groups[1].Value);
    }

    /// <param name="values">The value of a name; null for what the shop has not set.</param>
    public static string Fill(string text, Func<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var lines = text.Split('\n').Where(line => In(line).All(name => !string.IsNullOrEmpty(values(name))));
        return string.Join('\n', lines.Select(line => Placeholder().Replace(line, match => values(match.Groups[1].Value)!))).Trim();
    }

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Placeholder();
}
