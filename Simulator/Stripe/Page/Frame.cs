using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The page around everything, and the pages that only say something.</summary>
internal static class Frame
{
    public static Html Around(PageTexts texts, string title, Html body) => Html.Of($"""
        <!doctype html>
        <html lang="{texts.Language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="robots" content="noindex">
          <meta name="color-scheme" content="light dark">
          <title>{title}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="{StripeSimulatorEndpoints.Root}/checkout/assets/checkout.css">
          <script src="{StripeSimulatorEndpoints.Root}/checkout/assets/checkout.js" defer></script>
        </head>
        <body>
        {body}
        </body>
        </html>
        """);

    public static Html Complete(PageTexts texts, Session session, string shop, string onward) =>
        Notice(
            texts, "complete", texts[End(session) + ".title"],
            texts[End(session) + ".text", shop, texts.Money(session.Currency, session.Total)], onward, texts["complete.go", shop]);

    public static Html Expired(PageTexts texts, Session session, string shop) => Notice(
        texts, "expired", texts["expired.title"], texts["expired.text", shop], session.Asked.Text("cancel_url"), texts["back", shop]);

    public static Html Missing(PageTexts texts) => Notice(texts, "expired", texts["missing.title"], texts["missing.text"], null, "");

    private static string End(Session session) => session.Paid ? "complete" : "processing";

    private static Html Notice(PageTexts texts, string kind, string title, string text, string? link, string linkText) =>
        Around(
            texts, title,
            Html.Of(
                $"""
                <main class="notice">
                  <p><span class="badge">{texts["test"]}</span></p>
                  <div class="mark {kind}" aria-hidden="true"></div>
                  <h1>{title}</h1>
                  <p>{text}</p>
                  {Html.If(link is not null, () => Html.Of($"""<p><a class="button" href="{link}">{linkText}</a></p>"""))}
                </main>
                """));
}
