using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Email;

/// <summary>
/// The mailbox for people: what came, and each mail as text and as HTML. A mail's own page runs no script and knows no
/// cookie.
/// </summary>
internal static class MailboxPage
{
    private const string OwnPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'self'";

    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
        + "img-src http: https: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void MapMailboxPage(this IEndpointRouteBuilder app, Mailbox mailbox)
    {
        app.MapGet(MailSimulator.Root, () => Page(mailbox.All, null, asText: false));
        app.MapGet($"{MailSimulator.Root}/{{id:long}}", (long id, bool? text) => mailbox.Find(id) is { } mail
            ? Page(mailbox.All, mail, text ?? false)
            : Results.NotFound());
        app.MapGet($"{MailSimulator.Root}/{{id:long}}/html", (long id) => mailbox.Find(id) is { } mail
            ? new MailHtml($"<base target=\"_blank\">{mail.Message.HtmlBody}", MailPolicy)
            : Results.NotFound());
        app.MapGet($"{MailSimulator.Root}/{{id:long}}/raw", (long id) => mailbox.Find(id) is { } mail
            ? Results.Text(Encoding.Latin1.GetString(mail.Raw), "text/plain; charset=iso-8859-1")
            : Results.NotFound());
    }

    private static MailHtml Page(IReadOnlyList<ReceivedMail> mails, ReceivedMail? open, bool asText)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Safe(open?.Message.Subject ?? "Mailbox")}</title>")
            .Append(CultureInfo.InvariantCulture, $"<link rel=\"stylesheet\" href=\"{MailSimulator.Root}/mail.css\"></head>")
            .Append(CultureInfo.InvariantCulture, $"<body class=\"{(open is null ? "list" : "open")}\"><header><h1>Mailbox</h1>")
            .Append(
                "<p>Every mail that the shop sent; nothing leaves this machine. <a href=\"/chat\">Chats</a></p></header><main><nav "
                + "aria-label=\"Mails\">"
            );
        if (mails.Count == 0)
            page.Append("<p class=\"none\">No mail yet. Buy something in a chat, and pay it.</p>");
        foreach (var mail in mails)
            Row(page, mail, mail.Id == open?.Id);
        page.Append("</nav>");
        if (open is not null)
            Open(page, open, asText);
        return new MailHtml(page.Append("</main></body></html>").ToString(), OwnPolicy);
    }

    private static void Row(StringBuilder page, ReceivedMail mail, bool isOpen) => page
        .Append(CultureInfo.InvariantCulture, $"<a href=\"{MailSimulator.Root}/{mail.Id}\"{(isOpen ? " aria-current=\"page\"" : "")}>")
        .Append(CultureInfo.InvariantCulture, $"<strong>{Safe(mail.Message.Subject)}</strong>")
        .Append(CultureInfo.InvariantCulture, $"<span>{Safe(string.Join(", ", mail.To))}</span>")
        .Append(CultureInfo.InvariantCulture, $"<time>{mail.At:yyyy-MM-dd HH:mm:ss}</time></a>");

    private static void Open(StringBuilder page, ReceivedMail mail, bool asText)
    {
        var here = $"{MailSimulator.Root}/{mail.Id.ToString(CultureInfo.InvariantCulture)}";
        page.Append(CultureInfo.InvariantCulture, $"<article><p class=\"back\"><a href=\"{MailSimulator.Root}\">All mails</a></p>")
            .Append(CultureInfo.InvariantCulture, $"<h2>{Safe(mail.Message.Subject)}</h2><dl>")
            .Append(CultureInfo.InvariantCulture, $"<dt>From</dt><dd>{Safe(mail.Message.From.ToString())}</dd>")
            .Append(CultureInfo.InvariantCulture, $"<dt>To</dt><dd>{Safe(string.Join(", ", mail.To))}</dd>")
            .Append(CultureInfo.InvariantCulture, $"<dt>Message-Id</dt><dd class=\"id\">{Safe(mail.Message.MessageId)}</dd></dl>")
            .Append("<p class=\"tabs\">")
            .Append(Tab(here, "HTML", !asText)).Append(Tab(here + "?text=true", "Text", asText)).Append(Tab(here + "/raw", "Source", false))
            .Append("</p>");
        if (asText)
            page.Append(CultureInfo.InvariantCulture, $"<pre>{Safe(mail.Message.TextBody)}</pre>");
        else
            page.Append(CultureInfo.InvariantCulture,
                $"<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"{here}/html\" title=\"The mail\"></iframe>");
        page.Append("</article>");
    }

    private static string Tab(string address, string title, bool isHere) =>
        $"<a href=\"{address}\"{(isHere ? " aria-current=\"true\"" : "")}>{title}</a>";

    private static string Safe(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <summary>A page with its own content security policy, never kept.</summary>
    private sealed class MailHtml(string html, string policy) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
