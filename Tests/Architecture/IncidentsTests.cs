using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.BotFramework.Listing;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>
/// What broke once is held by a test, and what is promised is proved by one: the last cell of each row names it, by its class, or by
/// class and method.
/// </summary>
public sealed partial class IncidentsTests
{
    [Theory]
    [InlineData("docs/incidents.md")]
    [InlineData("docs/promises.md")]
    public void Every_test_that_holds_an_incident_or_proves_a_promise_is_there(string document) =>
        Findings.None(
            Rows(File.ReadAllText(Path.Combine(Repository.Root, document))).SelectMany(row => Missing(row, SourceTree.Tests))
                .Select(fault => $"{document}: {fault}"));

    [Theory]
    [InlineData("| a | b | `IncidentsTests` |")]
    [InlineData("| a `NoSuchTests` | b | `IncidentsTests.A_name_that_is_no_test_and_a_row_without_one_are_found`, scene \"c\" |", 0)]
    [InlineData("| a | b | `NoSuchTests` |", 1)]
    [InlineData("| a | b | `IncidentsTests.No_such_test` |", 1)]
    [InlineData("| a | b | somebody looks after it |", 1)]
    [InlineData("| a | `IncidentsTests` |")]
    [InlineData("| `IncidentsTests` |", 1)]
    public void A_name_that_is_no_test_and_a_row_without_one_are_found(string row, int found = 0)
    {
        var (title, line) = ("| what broke | how | which test |", "|---|---|---|");
        Assert.Equal(found, Rows($"{title}\n{line}\n{row}").SelectMany(each => Missing(each, SourceTree.Tests)).Count());
    }

    /// <summary>The rows of every table, without its title and the line below that.</summary>
    private static IEnumerable<string> Rows(string text)
    {
        var lines = text.Split('\n');
        return lines.Where((line, at) => at > 0 && IsRow(line) && IsRow(lines[at - 1]) && !IsRule(line));

        static bool IsRow(string line) => line.StartsWith('|');
        static bool IsRule(string line) => line.StartsWith("|--", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Missing(string row, IReadOnlyList<SourceFile> tests)
    {
        var cells = row.Trim().Trim('|').Split(" | ");
        var names = cells.Length > 1 ? Name().Matches(cells[^1]).Select(match => match.Groups["name"].Value).ToList() : [];
        return names.Count == 0
            ? [$"no test in: {row}"]
            : names.Where(name => !Exists(name, tests)).Select(name => $"there is no test {name}");
    }

    private static bool Exists(string name, IReadOnlyList<SourceFile> tests)
    {
        var (type, method) = name.Split('.') is [var first, var second] ? (first, second) : (name, null);
        return tests.Any(file => file.Text.Contains($" class {type}", StringComparison.Ordinal)
            && (method is null || file.Text.Contains($" {method}(", StringComparison.Ordinal)));
    }

    [GeneratedRegex("`(?<name>[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)?)`")]
    private static partial Regex Name();
}
