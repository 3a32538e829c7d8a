using CommerceBot.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CommerceBot.Simulator.Messenger.Chat;

/// <summary><c>/chat</c>: the page that looks like Messenger. Without a user it lets one choose.</summary>
internal static class ChatEndpoints
{
    /// <summary>Pictures may come from anywhere, as the bot sent them; scripts and styles from here alone.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src http: https: data:; "
        + "media-src http: https:; frame-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapGet("/chat", (string? user, HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return EmbeddedPages.Page("chat", string.IsNullOrEmpty(user) ? "index.html" : "chat.html");
        });
        app.MapEmbeddedFiles("/chat", "chat");
    }
}
