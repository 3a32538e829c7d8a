using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>Long tests run where somebody asks for them, and nowhere else.</summary>
public sealed class LongTestsTests
{
    [Fact]
    public void A_long_test_that_nobody_asked_for_says_how_to_run_it() =>
        Assert.Equal(LongTests.HowToRun, LongTests.Obstacle("chromium", _ => null));

    [Fact]
    public void A_long_test_that_is_asked_for_runs() =>
        Assert.Null(LongTests.Obstacle(null, name => name == LongTests.Variable ? "1" : null));

    [Fact]
    public void A_long_test_without_its_tool_names_it()
    {
        var asked = (string name) => name == LongTests.Variable ? "1" : Environment.GetEnvironmentVariable(name);
        Assert.Null(LongTests.Obstacle("dotnet", asked));
        Assert.Equal("Needs no-such-tool on the PATH (.ci/run installs it on Debian).", LongTests.Obstacle("dotnet, no-such-tool", asked));
    }

    [Fact]
    public void A_long_test_is_of_the_category_Long()
    {
        Assert.Contains(new KeyValuePair<string, string>("Category", "Long"), new LongFactAttribute { Needs = "no-such-tool" }.GetTraits());
        Assert.Contains(new KeyValuePair<string, string>("Category", "Long"), new LongTheoryAttribute().GetTraits());
        Assert.NotNull(new LongFactAttribute { Needs = "no-such-tool" }.Skip);
    }

    [Fact]
    public void Tests_that_drive_a_browser_or_kill_processes_are_long() => Findings.None(HastyTests(SourceTree.Tests));

    [Fact]
    public void A_browser_test_that_is_not_long_is_seen()
    {
        Assert.Single(HastyTests([new("A.cs", "using Microsoft.Playwright;\nclass A { [Fact] public void Buys() { } }")]));
        Assert.Single(HastyTests([new("A.cs", "class A { [Theory, InlineData(1)] "
            + "public Task Buys(int a) => CrashTestEnvironment.OpenAsync(); }")]));
        Assert.Empty(
            HastyTests([new("A.cs", "using Microsoft.Playwright;\nclass A { [LongFact(Needs = \"chromium\")] public void Buys() { } }")]));
    }

    private static IEnumerable<string> HastyTests(IEnumerable<SourceFile> tests) =>
        from file in tests
        where
            file.Code.Contains("using Microsoft.Playwright", StringComparison.Ordinal)
            || file.Code.Contains("CrashTestEnvironment", StringComparison.Ordinal)
        where file.Code.Contains("[Fact", StringComparison.Ordinal) || file.Code.Contains("[Theory", StringComparison.Ordinal)
        select $"{file.Path}: make its tests [LongFact] or [LongTheory]";
}
