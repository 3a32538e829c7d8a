using System.Net;

namespace CommerceBot.Channels.Stripe;

/// <summary>The pages after Stripe's, in Italian or English.</summary>
internal static class ReturnHtml
{
    private const string Tick = """<circle cx="24" cy="24" r="22" fill="#1f9d55"/><path d="M14 25l7 7 14-15" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>""";
    private const string Arrow = """<circle cx="24" cy="24" r="22" fill="#5c677d"/><path d="M33 24H16m7-8l-8 8 8 8" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>""";

    public static string Thanks(bool italian, Uri? backToChat) => italian
        ? Page("it", "Grazie!", "Stiamo controllando il pagamento. La ricevuta arriva nella chat.", Tick, backToChat)
        : Page("en", "Thank you!", "We are checking the payment. The receipt comes in the chat.", Tick, backToChat);

    public static string Unpaid(bool italian, Uri? backToChat) => italian
        ? Page("it", "Niente di pagato",
            "Stiamo annullando l'ordine e liberando gli articoli. Nella chat puoi ordinare di nuovo con un tocco.", Arrow, backToChat)
        : Page("en", "Nothing was paid",
            "We are cancelling the order and its items are free again. In the chat one tap orders them anew.", Arrow, backToChat);

    private static string Page(string language, string title, string text, string picture, Uri? backToChat)
    {
        var (back, close) = language == "it" ? ("Torna alla chat", "Puoi chiudere questa pagina.")
            : ("Back to the chat", "You can close this page.");
        var way = backToChat is null
            ? $"<p>{close}</p>"
            : $"""<a class="button" id="back" href="{WebUtility.HtmlEncode(backToChat.AbsoluteUri)}">{back}</a>""";
        return $$"""
            <!doctype html>
            <html lang="{{language}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{{title}}</title>
            <style>
              :root { color-scheme: light dark; --ink: #14213d; --soft: #5c677d; --paper: #fff; --accent: #0866d9; }
              @media (prefers-color-scheme: dark) { :root { --ink: #f1f5f9; --soft: #a3b0c2; --paper: #11161f; } }
              body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
                     font: 1.05rem/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif; }
              main { padding: 2rem 1.5rem; max-width: 26rem; text-align: center; }
              svg { width: 5rem; height: 5rem; }
              h1 { font-size: 1.7rem; margin: 1rem 0 .5rem; }
              p { color: var(--soft); margin: 0 0 1.75rem; }
              .button { display: inline-block; background: var(--accent); color: #fff; text-decoration: none; font-weight: 600;
                        padding: .8rem 1.6rem; border-radius: 999px; }
              .button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
            </style>
            </head>
            <body>
            <main>
              <svg viewBox="0 0 48 48" aria-hidden="true">{{picture}}</svg>
              <h1>{{title}}</h1>
              <p role="status">{{text}}</p>
              {{way}}
            </main>
            <script>
              fetch(location.pathname + location.search, { method: 'POST' });
              // In a sheet over the chat the way back is to close the sheet, which only the chat can do.
              document.getElementById('back')?.addEventListener('click', event => {
                if (window.parent === window) return;
                event.preventDefault();
                window.parent.postMessage('closeWebview', '*');
              });
            </script>
            </body>
            </html>
            """;
    }
}
