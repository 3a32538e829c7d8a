using System.Globalization;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The left half: who is paid, for what, and how much.</summary>
internal static class Summary
{
    public static Html Of(PageTexts texts, Session session, string shop) =>
        Html.Of(
            $"""
            <section class="summary" aria-labelledby="pay-to">
              <header class="top">
                {Back(texts, session, shop)}
                <span class="badge">{texts["test"]}</span>
              </header>
              <h1 id="pay-to">{texts["title", shop]}</h1>
              <p class="amount" data-total>{texts.Money(session.Currency, session.Total)}</p>
              <details open>
                <summary>{texts["details"]}</summary>
                <ul class="lines">{Html.Each(session.Lines, line => Row(texts, session, line))}</ul>
                <dl class="sums">
                  <div><dt>{texts["subtotal"]}</dt><dd>{texts.Money(session.Currency, session.Subtotal)}</dd></div>
                  {Html.If(
                session.Delivery is not null,
                () =>
                    Html.Of(
                        $"""
                        <div><dt data-delivery-name>{session.Delivery!.Name}</dt>
                        <dd data-delivery-amount>{texts.Money(session.Currency, session.Delivery.Amount)}</dd></div>
                        """
                    ))}
                  <div class="total"><dt>{texts["total"]}</dt><dd data-total>{texts.Money(session.Currency, session.Total)}</dd></div>
                </dl>
              </details>
            </section>
            """);

    private static Html Back(PageTexts texts, Session session, string shop) => session.Asked.Text("cancel_url") is { } back
        ? Html.Of($"""<a class="back" href="{back}"><span aria-hidden="true">←</span> {texts["back", shop]}</a>""")
        : Html.Of($"""<span class="back">{shop}</span>""");

    private static Html Row(PageTexts texts, Session session, Line line) =>
        Html.Of(
            $"""
            <li>
              {Picture(line)}
              <div class="what">
                <p class="item">{line.Name}</p>
                {Html.If(line.Description is not null, () => Html.Of($"""<p class="fine">{line.Description}</p>"""))}
                <p class="fine">{texts["quantity", line.Quantity.ToString(CultureInfo.InvariantCulture)]}</p>
              </div>
              <div class="price">
                <p>{texts.Money(session.Currency, line.Total)}</p>
                {Html.If(
                line.Quantity > 1,
                () => Html.Of($"""<p class="fine">{texts["each", texts.Price(session.Currency, line.Unit)]}</p>"""))}
              </div>
            </li>
            """);

    private static Html Picture(Line line) => line.Image is { } image
        ? Html.Of($"""<img src="{image}" alt="" width="64" height="64" loading="lazy" referrerpolicy="no-referrer">""")
        : Html.Of($"""<span class="picture" aria-hidden="true"></span>""");
}
