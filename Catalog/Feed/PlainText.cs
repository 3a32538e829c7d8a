using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace CommerceBot.Catalog.Feed;

/// <summary>
/// Text without markup: feeds promise it, and write HTML all the same. AngleSharp cuts it as a browser would; only its tokenizer
/// is used, which builds no tree, so that elements within elements cost neither stack nor more than their length.
/// </summary>
internal static class PlainText
{
    /// <summary>The text as a reader sees it: a space where a block begins, no scripts, styles and comments, entities as letters.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return text.Trim();
        var plain = new StringBuilder(text.Length);
        var end = EndOfMarkup(text);
        Append(text[..end], plain);
        // A browser would take an opened tag that is never closed for a tag, and lose the rest: here it is "under", as in "<5 mm".
        return plain.Append(text, end, text.Length - end).ToString().Trim();
    }

    private static int EndOfMarkup(string text)
    {
        var opened = text.IndexOf('<', text.LastIndexOf('>') + 1);
        return opened < 0 ? text.Length : opened;
    }

    private static void Append(string html, StringBuilder plain)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var isHidden = false;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token.Type == HtmlTokenType.Character && !isHidden)
                plain.Append(token.Data);
            if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag))
                continue;
            isHidden = token.Type == HtmlTokenType.StartTag && token.Name is ("script" or "style");
            if (isHidden)
                tokens.State = HtmlParseMode.Rawtext;
            else if (BreaksLine(token.Name) && plain.Length > 0 && !char.IsWhiteSpace(plain[^1]))
                plain.Append(' ');
        }
    }

    private static bool BreaksLine(string name) =>
        name is "br" or "hr" or "p" or "div" or "section" or "article" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "table" or "tr"
            or "td" or "th" or "blockquote" or "pre" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
}
