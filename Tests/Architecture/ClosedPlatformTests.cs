using CommerceBot.Recognition.Answers;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>The EU's platform for online disputes closed in July 2025: nothing of ours may send anybody there.</summary>
public sealed class ClosedPlatformTests
{
    private static readonly string[] Read = [".json", ".cshtml", ".html", ".md", ".txt", ".css", ".js"];
    private static readonly string[] Folders = ["Answers", "Cards", "Channels", "Desk", "Mails", "Recognition", "Simulator", "Catalog"];

    [Fact]
    public void No_text_page_or_mail_links_to_it()
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Here())))!;
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
            .Where(file => Read.Contains(Path.GetExtension(file)) && !file.Contains("/obj/", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 40, $"Only {files.Count} files were read.");
        Assert.All(files, file => Assert.False(OdrPlatform.IsLinkedIn(File.ReadAllText(file)), file));
    }

    [Theory]
    [InlineData("https://ec.europa.eu/consumers/odr", true)]
    [InlineData("vai su HTTP://EC.EUROPA.EU/consumers/odr/main", true)]
    [InlineData("https://ec.europa.eu/odr", true)]
    [InlineData("https://webgate.ec.europa.eu/odr/userguide", true)]
    [InlineData("https://ec.europa.eu/commission", false)]
    public void Answers_check_names_each_line_that_links_to_it(string line, bool isLinked) =>
        Assert.Equal(isLinked ? ["it.md, line 2"] : [], OdrPlatform.Find("it.md", $"# Reclami\n{line}\n")
            .Select(problem => $"{problem.File}, line {problem.Line}"));

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;
}
