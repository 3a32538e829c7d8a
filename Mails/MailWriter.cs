using System.Text.Encodings.Web;
using System.Text.Unicode;
using PreMailer.Net;
using RazorSlices;

namespace CommerceBot.Mails;

/// <summary>
/// Gives a mail its two forms: plain text, and HTML whose styles stand on the elements, since many mail programs read
/// no others.
/// </summary>
internal static class MailWriter
{
    /// <summary>Letters stay as they are; only what means something in HTML is escaped.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<WrittenMail> WriteAsync(MailContent content, CancellationToken cancellationToken)
    {
        await using var html = new StringWriter();
        using var page = MailPage.Create(content);
        await page.RenderAsync(html, Encoder, cancellationToken);
        var inlined = PreMailer.Net.PreMailer.MoveCssInline(
            html.ToString(), removeStyleElements: true, preserveMediaQueries: true, removeComments: true);
        return new WrittenMail(content.Subject, MailText.Of(content), inlined.Html);
    }
}
