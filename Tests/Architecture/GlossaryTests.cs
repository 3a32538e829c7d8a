using System.Text.RegularExpressions;
using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.Architecture.Style;
using CommerceBot.Tests.BotFramework.Listing;
using Xunit;

namespace CommerceBot.Tests.Architecture;

/// <summary>Holds names, comments and pages to the field's terms, as docs/glossary.md lists them.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Glossary = File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md"));

    private static readonly IReadOnlyList<GivenUpWord> GivenUp = GivenUpWord.Read(Glossary);

    [Fact]
    public void A_word_that_was_given_up_is_in_no_name() => Findings.None(SourceTree.Files.Where(IsOurs).SelectMany(InNames));

    [Fact]
    public void A_word_that_was_given_up_is_in_no_comment() => Findings.None(SourceTree.Files.Where(IsOurs).SelectMany(InComments));

    [Fact]
    public void A_word_that_was_given_up_is_on_no_page() => Findings.None(SourceTree.Written(".md").Where(IsOurs).SelectMany(InPage));

    [Fact]
    public void Every_place_that_the_glossary_names_is_there() => Findings.None(
        from Match place in Place().Matches(Glossary[..Glossary.IndexOf("## Words that are not used", StringComparison.Ordinal)])
        let path = place.Groups["path"].Value
        where !Path.Exists(Path.Combine(Repository.Root, path))
        select $"docs/glossary.md names {path}, which is not there");

    [Theory]
    [InlineData("internal sealed class OrderCashier;")]
    [InlineData("private readonly Shelf _kept;")]
    [InlineData("private readonly Shop _shelves;")]
    [InlineData("void Somebody_knocks_at_doors() { }")]
    [InlineData("void Read(BlackBox journal) { }")]
    [InlineData("// The Door closes behind it.")]
    [InlineData("/// <summary>What the house knows.</summary>")]
    [InlineData("class A; // read after a black box was found")]
    [InlineData("// a stand-in for Stripe")]
    public void A_word_that_comes_back_is_seen(string text) => Assert.NotEmpty(All(new SourceFile("Runtime/A.cs", text)));

    [Theory]
    [InlineData("string indoors = \"a door mat\";")]
    [InlineData("class Doorstep;")]
    [InlineData("// a warehouse whose newsletter is not talkative")]
    [InlineData("// the house number, and input hints")]
    [InlineData("var inputHint = InputHints.ExpectingInput;")]
    [InlineData("// It may talk to the bot.")]
    public void What_only_sounds_alike_is_nobodys_fault(string text) => Assert.Empty(All(new SourceFile("Runtime/A.cs", text)));

    [Fact]
    public void A_word_may_stay_where_the_glossary_says_so()
    {
        const string text = "class Town; // a courier of the town";
        Assert.Empty(All(new SourceFile("Orders/Checkout/A.cs", text)));
        Assert.Equal(3, All(new SourceFile("Runtime/A.cs", text)).Count());
    }

    [Fact]
    public void A_file_called_by_a_word_that_was_given_up_is_seen() =>
        Assert.NotEmpty(All(new SourceFile("Runtime/FrontDoor.cs", "")));

    [Fact]
    public void A_page_that_says_such_a_word_is_seen() =>
        Assert.NotEmpty(InPage(new SourceFile("README.md", "Each folder is a room, and its doors are shut.")));

    private static IEnumerable<string> All(SourceFile file) => InNames(file).Concat(InComments(file));

    /// <summary>The glossary and this test must name such words.</summary>
    private static bool IsOurs(SourceFile file) =>
        file.Name is not ("glossary.md" or nameof(GlossaryTests) + ".cs") && !file.IsUnder("Answers", "Catalog/Sample");

    private static IEnumerable<string> InNames(SourceFile file) =>
        from name in Identifier().Matches(file.Path + "\n" + file.Code).Select(match => match.Value).Distinct()
        from word in GivenUp
        where word.IsIn(file, name)
        select $"{file.Path}: the name {name}: the field says {word.Instead}";

    private static IEnumerable<string> InComments(SourceFile file) =>
        from Match comment in Comment().Matches(file.Text)
        where file.Code.AsSpan(comment.Index, comment.Length).IsWhiteSpace()
        from word in GivenUp
        from said in word.In(file, comment.Value)
        select $"{file.At(comment.Index)}: '{said.Value}' in a comment: the field says {word.Instead}";

    private static IEnumerable<string> InPage(SourceFile file) =>
        from word in GivenUp
        from said in word.In(file, file.Text)
        select $"{file.At(said.Index)}: '{said.Value}': the field says {word.Instead}";

    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"`(?<path>[\w.]+/[\w./]*|Cards|Channels|Dialogs|Simulator)`")]
    private static partial Regex Place();
}
