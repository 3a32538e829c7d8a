using System.Text.RegularExpressions;
using CommerceBot.Desk;
using CommerceBot.Tests.Architecture.Reading;
using CommerceBot.Tests.BotFramework.Listing;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>What may stand in the sources of the desk's pages. Each rule is shown a text that breaks it, and must see it.</summary>
public sealed partial class PageSourceTests
{
    private static readonly (string Name, string Text)[] Pages =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Desk"), "*.cshtml", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path))),
    ];

    [Fact]
    public void No_page_holds_what_the_content_security_policy_forbids()
    {
        Assert.True(Pages.Length > 10);
        Assert.Empty(Forbidden(Pages));
    }

    [Theory]
    [InlineData("<button hx-on:click=\"go()\">")]
    [InlineData("<form hx-vals='js:{a: 1}'>")]
    [InlineData("<p style=\"color: red\">")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<script>go()</script>")]
    [InlineData("<script defer>go()</script>")]
    [InlineData("<a href=\"javascript:go()\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<div hx-get=\"/a\" hx-trigger=\"click[ctrlKey]\">")]
    public void What_the_policy_forbids_is_seen(string text) => Assert.Single(Forbidden([("bad.cshtml", text)]));

    [Fact]
    public void Every_form_that_does_something_carries_the_token_of_its_session() =>
        Assert.Empty(Pages.SelectMany(page => Bare().Matches(page.Text).Select(match => $"{page.Name}: {match.Value}")));

    [Fact]
    public void Raw_html_comes_of_our_own_drawings_only() =>
        Assert.Equal(
            ["Desk/Pages/Account/Account.cshtml: @Html.Raw(Model.Qr)"],
            Pages.SelectMany(page => Raw().Matches(page.Text).Select(match => $"{page.Name}: {match.Value}")));

    [Fact]
    public void Both_languages_say_the_same_things_with_the_same_placeholders()
    {
        var (one, other) = (DeskTexts.Find("it")!.Entries, DeskTexts.Find("en")!.Entries);
        Assert.Equal(one.Keys.Order(), other.Keys.Order());
        foreach (var (key, text) in one)
            Assert.Equal((key, string.Join(',', Holes(text))), (key, string.Join(',', Holes(other[key]))));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there_and_every_text_is_asked_for()
    {
        var sources = Pages.Concat(SourceTree.Product.Where(file => file.IsUnder("Desk")).Select(file => (file.Path, file.Text))).ToList();
        var asked = Found(sources, Asked()).ToHashSet();
        var said = Found(sources, Quoted()).ToHashSet();
        var begun = Found(sources, Begun()).ToHashSet();
        var texts = DeskTexts.English.Entries.Keys.ToHashSet();
        Assert.True(asked.Count > 50);
        Assert.Empty(asked.Where(key => !texts.Contains(key) && !texts.Contains(key + ".one")).Order());
        Assert.Empty(
            texts.Where(key => !said.Contains(Stem(key)) && !begun.Any(start => key.StartsWith(start, StringComparison.Ordinal))).Order());

        static string Stem(string key) => key.EndsWith(".one", StringComparison.Ordinal) || key.EndsWith(".other", StringComparison.Ordinal)
            ? key[..key.LastIndexOf('.')] : key;
    }

    private static IEnumerable<string> Found(IEnumerable<(string Name, string Text)> sources, Regex rule) =>
        sources.SelectMany(source => rule.Matches(source.Text)).SelectMany(match => match.Groups["key"].Captures.Select(key => key.Value));

    private static IEnumerable<string> Forbidden(IEnumerable<(string Name, string Text)> pages) =>
        from page in pages
        from Match found in Evil().Matches(page.Text)
        select $"{page.Name}: {found.Value}";

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(
        @"\bhx-on\b|\bjs:|\sstyle\s*=|<style\b|<script\b(?![^>]*\bsrc=)|javascript:|\son[a-z]+\s*=\s*[""']|hx-trigger=""[^""]*\[")]
    private static partial Regex Evil();

    [GeneratedRegex(@"<form\b(?=[^>]*method=""post"")(?![^>]*asp-antiforgery=""true"")[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"@Html\.Raw\([^)]*\)")]
    private static partial Regex Raw();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(
        @"\b([tT]|texts|T)(\[|\.Get\(|\.Count\()""(?<key>[a-z][A-Za-z.-]*)"""
        + @"|Message\.WriteAsync\([^""]*""(?<key>[a-z.-]+)"", ""(?<key>[a-z.-]+)"""
    )]
    private static partial Regex Asked();

    [GeneratedRegex(@"""(?<key>[a-z][A-Za-z.-]*)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\$""(?<key>[a-z-]+\.([a-z-]+\.)?)\{")]
    private static partial Regex Begun();
}
