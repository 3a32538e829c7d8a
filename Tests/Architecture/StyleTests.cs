using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.Architecture.Style;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>How the sources are written. Each rule is shown a text that breaks it, and must see it.</summary>
public sealed class StyleTests
{
    private static readonly Dictionary<string, string> Nobody = [];

    [Fact]
    public void A_file_is_short_enough_to_be_read_at_once() => Findings.None(StyleRules.TooLong(SourceTree.Files, Allowed.Long));

    [Fact]
    public void A_file_past_the_limit_is_seen_and_so_is_an_idle_exception()
    {
        SourceFile full = new("Cards/Full.cs", new string('\n', StyleRules.LongestFile));
        SourceFile over = new("Cards/Over.cs", new string('\n', StyleRules.LongestFile + 1));
        Assert.Equal("Cards/Over.cs: 301 lines", Assert.Single(StyleRules.TooLong([full, over], Nobody)));
        Assert.Empty(StyleRules.TooLong([over], new Dictionary<string, string> { ["Cards/Over.cs"] = "a reason" }));
        Assert.Single(StyleRules.TooLong([full], new Dictionary<string, string> { ["Cards/Full.cs"] = "a reason" }));
    }

    [Fact]
    public void A_line_fits_on_a_screen() => Findings.None(StyleRules.LongLines([.. SourceTree.Files, .. SourceTree.Written(".cshtml")]));

    [Fact]
    public void A_line_past_the_limit_is_seen_unless_it_is_data()
    {
        var over = new string('x', StyleRules.LongestLine + 1);
        Assert.Empty(StyleRules.LongLines([Code(over[1..])]));
        Assert.Equal("A.cs:2: 141 characters", Assert.Single(StyleRules.LongLines([Code($"a\n{over}\nb")])));
        Assert.Single(StyleRules.LongLines([Code($"// {over}")]));
        Assert.Single(StyleRules.LongLines([Code($"\"{over}\"")]));
        Assert.Empty(StyleRules.LongLines([Code($"\"\"\"\n{over}\n\"\"\"")]));
    }

    [Fact]
    public void No_region_hides_anything() => Findings.None(StyleRules.Regions(SourceTree.Files));

    [Fact]
    public void A_region_is_seen() =>
        Assert.Equal("A.cs:2: #region hides a file that is too long", Assert.Single(StyleRules.Regions([Code("\n#region Fields")])));

    [Fact]
    public void No_exception_is_swallowed() => Findings.None(StyleRules.SwallowedExceptions(SourceTree.Files));

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (Exception) { /* never mind */ }")]
    [InlineData("try { } catch (IOException e) when (Is(e)) { }")]
    public void A_swallowed_exception_is_seen(string text) => Assert.Single(StyleRules.SwallowedExceptions([Code(text)]));

    [Theory]
    [InlineData("try { } catch (IOException e) { log.Lost(e); }")]
    [InlineData("try { } catch when (stop.IsCancellationRequested) {\n // The row stays; the next start finds it.\n}")]
    [InlineData("try { } catch (IOException e) when (Is(e)) {\n // The row stays; the next start finds it.\n}")]
    public void A_caught_exception_that_is_looked_at_or_expected_is_nobodys_fault(string text) =>
        Assert.Empty(StyleRules.SwallowedExceptions([Code(text)]));

    [Fact]
    public void No_test_sleeps() => Findings.None(StyleRules.Waits(SourceTree.Tests));

    [Fact]
    public void A_sleeping_test_is_seen()
    {
        Assert.Equal(2, StyleRules.Waits([Code("Thread.Sleep(5); await Task.Delay(5);")]).Count());
        Assert.Single(StyleRules.Waits([Code("while (true)\n    Thread.Sleep(5);")]));
        Assert.Empty(StyleRules.Waits([Code("while (!isThere())\n    await Task.Delay(5);")]));
        Assert.Empty(StyleRules.Waits([Code("// Thread.Sleep would be wrong")]));
        Assert.Empty(StyleRules.Waits([Code("await Task.Delay(Timeout.Infinite, patience.Token);")]));
    }

    [Fact]
    public void A_types_name_says_what_it_does() => Findings.None(StyleRules.EmptyNames(SourceTree.Files));

    [Theory]
    [InlineData("internal sealed class OrderManager")]
    [InlineData("public static class StringHelpers { }")]
    [InlineData("record struct CartUtil(int A);")]
    [InlineData("class StoreImpl;")]
    [InlineData("abstract class DialogBase { }")]
    public void A_name_that_says_nothing_is_seen(string text) => Assert.Single(StyleRules.EmptyNames([Code(text)]));

    [Theory]
    [InlineData("class Basket;")]
    [InlineData("class OrderImplies;")]
    public void A_name_that_only_sounds_alike_is_nobodys_fault(string text) => Assert.Empty(StyleRules.EmptyNames([Code(text)]));

    [Fact]
    public void A_folder_is_a_noun_of_the_shop() => Findings.None(StyleRules.KindFolders(SourceTree.Product));

    [Fact]
    public void A_folder_by_kind_is_seen() =>
        Assert.Equal(
            2, StyleRules.KindFolders([new("Orders/Services/A.cs", ""), new("Cards/Helpers/B.cs", ""), new("Cards/C.cs", "")]).Count());

    [Fact]
    public void Nothing_is_left_to_do() => Findings.None(StyleRules.Unfinished(Everything()));

    [Fact]
    public void Something_left_to_do_is_seen() =>
        Assert.Equal(2, StyleRules.Unfinished([Code("// TO" + "DO: the rest"), Code("throw new NotImplemented" + "Exception();")]).Count());

    [Fact]
    public void No_package_registry_is_named() => Findings.None(StyleRules.RegistryHosts(Everything()));

    [Fact]
    public void The_name_of_a_package_registry_is_seen() =>
        Assert.Single(StyleRules.RegistryHosts([Code("// from https://api.nu" + "get.org/v3/index.json")]));

    private static IEnumerable<SourceFile> Everything() =>
        SourceTree
            .Written(
                ".cs", ".md", ".csproj", ".props", ".slnx", ".json", ".sh", ".js", ".mjs", ".css", ".html", ".sql", ".svg", ".config", "run"
            )
            .Where(file => !file.IsUnder("Tests/Architecture") && !file.Path.StartsWith("Tests/Samples/", StringComparison.Ordinal));

    private static SourceFile Code(string text) => new("A.cs", text);
}
