using System.Text.RegularExpressions;
using CommerceBot.Tests.BotFramework.Listing;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>The ways through the code that the README tells: each file is there, and there are not too many.</summary>
public sealed partial class TraceTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Theory]
    [InlineData("Trace one message", 70)]
    [InlineData("Trace one payment", 45)]
    public void A_way_through_the_code_is_short_and_every_file_of_it_is_there(string section, int most)
    {
        var files = Files(Section(Readme, section)).ToList();
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{file} is not there"));
        Assert.InRange(files.Distinct().Count(), most / 2, most);
    }

    [Fact]
    public void A_name_without_a_folder_lies_beside_the_one_before() =>
        Assert.Equal(
            ["Runtime/Lanes/A.cs", "Runtime/Lanes/B.cs", "Channels/C.cs", "Channels/D/E.cs", "Channels/F.cs"],
            Files("| one | `Runtime/Lanes/A.cs`, `B.cs`; `Channels/C.cs`, `D/E.cs`, `F.cs` |"));

    private static string Section(string page, string title)
    {
        var start = page.IndexOf($"### {title}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The README has no section '{title}'.");
        return page[start..page.IndexOf("\n#", start + 1, StringComparison.Ordinal)];
    }

    /// <summary>Within a group, which ends at a semicolon or a row's end, names are told from the folder of its first.</summary>
    private static IEnumerable<string> Files(string table) =>
        from row in table.Split('\n')
        where row.StartsWith('|')
        from part in row.Split(';', '|')
        let names = Name().Matches(part).Select(match => match.Groups["name"].Value).ToList()
        where names.Count > 0
        let folder = names[0][..(names[0].LastIndexOf('/') + 1)]
        from file in names.Select((name, at) => at == 0 ? name : folder + name)
        select file;

    [GeneratedRegex(@"`(?<name>[\w./]+\.cs)`")]
    private static partial Regex Name();
}
