using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The page around everything, and the pages that only say something.</summary>
internal static class Frame
{
    public static Html Around(Words words, string title, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="{words.Language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="robots" content="noindex">
          <meta name="color-scheme" content="light dark">
          <title>{title}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="{StripeSimulator.Root}/checkout/assets/checkout.css">
          <script src="{StripeSimulator.Root}/checkout/assets/checkout.js" defer></script>
        </head>
        <body>
        {body}
        </body>
        </html>
        """);

    public static Html Complete(Words words, Session session, string shop, string onward) => Notice(
        words, "complete", words[End(session) + ".title"], words[End(session) + ".text", shop, words.Money(session.Currency, session.Total)],
        onward, words["complete.go", shop]);

    public static Html Expired(Words words, Session session, string shop) => Notice(
        words, "expired", words["expired.title"], words["expired.text", shop], session.Asked.Text("cancel_url"), words["back", shop]);

    public static Html Missing(Words words) => Notice(words, "expired", words["missing.title"], words["missing.text"], null, "");

    private static string End(Session session) => session.Paid ? "complete" : "processing";

    private static Html Notice(Words words, string kind, string title, string text, string? link, string linkText) => Around(words, title, Html.Of($"""
        <main class="notice">
          <p><span class="badge">{words["test"]}</span></p>
          <div class="mark {kind}" aria-hidden="true"></div>
          <h1>{title}</h1>
          <p>{text}</p>
          {Html.If(link is not null, () => Html.Of($"""<p><a class="button" href="{link}">{linkText}</a></p>"""))}
        </main>
        """));
}
