using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Desk.Access;

/// <summary>A page that says one thing, where no page of the desk may be shown.</summary>
internal static class Message
{
    public static Task WriteAsync(HttpContext http, int status, string title, string text)
    {
        var texts = DeskLanguage.Of(http);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var css = http.RequestServices.GetRequiredService<DeskAssets>().PathOf("desk.css");
        return http.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(texts[title])}</title>
            <link rel="stylesheet" href="{css}">
            </head>
            <body class="alone">
            <main id="main" class="card narrow">
            <h1>{Encode(texts[title])}</h1>
            <p>{Encode(texts[text])}</p>
            <p><a class="button" href="/desk">{Encode(texts["back"])}</a></p>
            </main>
            </body>
            </html>
            """);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
