using System.Text;
using CommerceBot.Recognition.Text;

namespace CommerceBot.Recognition.Answers;

/// <summary>Changes one answer in the text of a file; every other line stays as somebody wrote it.</summary>
public static class AnswerEditing
{
    /// <summary>The section as it stands in a file, checked by the same rules; what is wrong is told and nothing is written.</summary>
    public static (string Section, IReadOnlyList<AnswerProblem> Problems) Write(MerchantAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var text = new StringBuilder().Append("# ").Append(answer.Title).Append('\n');
        if (answer.Intents.Count > 0)
            text.Append("Intent: ").AppendJoin(", ", answer.Intents.Select(IntentNames.Of)).Append('\n');
        if (answer.Buttons.Count > 0)
            text.Append("Buttons: ").AppendJoin(", ", answer.Buttons).Append('\n');
        foreach (var example in answer.Examples)
            text.Append("- ").Append(example).Append('\n');
        var section = text.Append('\n').Append(answer.Text.ReplaceLineEndings("\n").Trim()).Append('\n').ToString();
        var (read, problems) = AnswerFile.Read("", section);
        return problems.Count > 0 || (read is [var one] && IsSame(one, answer))
            ? (section, problems)
            // A heading within the answer would end it.
            : (section, [new AnswerProblem("", 1, "a line of the answer begins with \"# \".") { Fault = AnswerFault.Line, Value = "# " }]);
    }

    /// <summary>The file with another section in the place of the one with this heading.</summary>
    /// <param name="title">Null puts the section behind all others.</param>
    /// <param name="section">Null takes the section out.</param>
    /// <returns>Null when no section has this heading.</returns>
    public static string? Replace(string text, string? title, string? section)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = title is null ? lines.Length : Array.FindIndex(lines, line => IsHeading(line) && TitleOf(line) == title);
        if (start < 0)
            return null;
        var end = start < lines.Length ? Array.FindIndex(lines, start + 1, IsHeading) : lines.Length;
        if (end < 0)
            end = lines.Length;
        string?[] parts = [string.Join('\n', lines[..start]).TrimEnd(), section?.Trim(), string.Join('\n', lines[end..]).Trim()];
        return string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))) + "\n";
    }

    private static bool IsHeading(string line) => line.StartsWith("# ", StringComparison.Ordinal);

    private static string TitleOf(string line) => TextNormalizer.Clean(line[2..]).Trim();

    private static bool IsSame(MerchantAnswer one, MerchantAnswer other) =>
        one.Title == other.Title && one.Text == other.Text.ReplaceLineEndings("\n").Trim() && one.Examples.SequenceEqual(other.Examples)
        && one.Buttons.SequenceEqual(other.Buttons) && one.Intents.SequenceEqual(other.Intents);
}
