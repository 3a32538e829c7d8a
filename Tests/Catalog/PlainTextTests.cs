using CommerceBot.Catalog.Feed;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>What shoppers read of a title or a description that a feed gives as HTML.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  Tazza  ", "Tazza")]
    [InlineData("Salt &amp; Pepper <3", "Salt & Pepper <3")]
    [InlineData("5 < 6 and 7 > 6", "5 < 6 and 7 > 6")]
    [InlineData("Spessore <5 mm", "Spessore <5 mm")]
    [InlineData("Taglia <XL", "Taglia <XL")]
    [InlineData("<b>Taglia</b> <XL", "Taglia <XL")]
    [InlineData("<p>Two <b>mills</b>.</p><ul><li>Oak</li><li>5 &lt; 6</li></ul> of wood", "Two mills. Oak 5 < 6  of wood")]
    [InlineData("uno<br>due<BR/>tre<hr>quattro", "uno due tre quattro")]
    [InlineData("<table><tr><th>Peso</th><td>2 kg</td></tr></table>", "Peso 2 kg")]
    [InlineData("&lt;b&gt;", "<b>")]
    public void Markup_is_left_out_and_words_stay_apart(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    [Theory]
    [InlineData("<script>alert(1 < 2)</script>Tazza", "Tazza")]
    [InlineData("<style>p { color: red }</style>Tazza", "Tazza")]
    [InlineData("<STYLE media=\"a>b\">p > b { }</STYLE>Tazza", "Tazza")]
    [InlineData("<a title=\"a > b\">Tazza</a>", "Tazza")]
    [InlineData("<a title='1 > 0' href=x>Tazza</a> blu", "Tazza blu")]
    [InlineData("<!-- a > b <i> -->Tazza", "Tazza")]
    [InlineData("<![CDATA[x]]>Tazza", "Tazza")]
    public void What_a_browser_does_not_show_is_not_shown(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    [Theory]
    [InlineData("<b>Caff&egrave</b>", "Caffè")]
    [InlineData("Caff&#232; e t&#xE8;", "Caffè e tè")]
    [InlineData("Fish &chips; and &thing", "Fish &chips; and &thing")]
    public void Entities_are_letters_as_in_a_browser(string html, string text) => Assert.Equal(text, PlainText.Of(html));

    [Theory]
    [InlineData("<b>")]
    [InlineData("<p><ul><li>")]
    [InlineData("<a b=\"")]
    [InlineData("<!--")]
    [InlineData("&#x1F600;")]
    [InlineData("<script>")]
    public void However_deep_and_long_it_is_read_to_its_end(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 200_000)) + "> end";
        Assert.NotNull(PlainText.Of(html));
    }
}
