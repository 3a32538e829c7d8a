using CommerceBot.Tests.BotFramework.Listing;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>Whoever reads a dead letter's reason finds its first word, and what to do, on the page about them.</summary>
public sealed class DeadLetterPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "dead-letters.md"));

    public static TheoryData<string> Classes =>
        [.. Enum.GetValues<FacebookErrorClass>().Where(kind => kind != FacebookErrorClass.None).Select(kind => kind.ToString())];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_class_of_Graphs_errors_has_a_row(string name) =>
        Assert.Contains(
            Page.Split('\n'),
            line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[1].Contains($"`{name}", StringComparison.Ordinal));
}
