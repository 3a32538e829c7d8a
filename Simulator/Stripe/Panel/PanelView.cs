using CommerceBot.Simulator.Stripe.Page;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>The panel as a page: what happened lately, newest first, and what can be done about it.</summary>
internal static class PanelView
{
    private const int Recent = 20;

    public static Html Of(PanelState state)
    {
        var tables = state.Tables;
        return Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="robots" content="noindex">
              <meta name="color-scheme" content="light dark">
              <title>Stripe simulator</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="{PanelPageRoutes.Address}/assets/panel.css">
            </head>
            <body>
            <header>
              <h1>Stripe simulator</h1>
              <p class="fine">What banks and Stripe's dashboard would do. No money moves here.</p>
              <nav aria-label="On this page"><a href="#sessions">Sessions</a> <a href="#payments">Payments</a>
                <a href="#refunds">Refunds</a> <a href="#disputes">Disputes</a> <a href="#webhooks">Webhooks</a>
                <a href="#faults">Faults</a> <a href="{PanelPageRoutes.Address}">Refresh</a></nav>
            </header>
            <main>
              {Html.If(state.Trouble is not null, () => Html.Of($"""<p class="alert" role="alert">{state.Trouble}</p>"""))}
              {Section(
                "sessions", "Sessions",
                tables.Sessions.All.Reverse().Take(Recent).Select(session => PanelTiles.Session(state, session)),
                tables.Sessions.All.Count)}
              {Section(
                "payments", "Payments",
                tables.Charges.All.Reverse().Take(Recent).Select(charge => PanelTiles.Charge(state, charge)),
                tables.Charges.All.Count)}
              {Section(
                "refunds", "Refunds",
                tables.Refunds.All.Reverse().Take(Recent).Select(refund => PanelTiles.Refund(state, refund)),
                tables.Refunds.All.Count)}
              {Section(
                "disputes", "Disputes",
                tables.Disputes.All.Reverse().Take(Recent).Select(dispute => PanelTiles.Dispute(state, dispute)),
                tables.Disputes.All.Count)}
              {Webhooks(state)}
              <section id="faults" aria-labelledby="faults-title">
                <h2 id="faults-title">Faults</h2>
                <p class="fine">Shares of all webhooks, API calls and refunds, drawn from dice of the seed. {Html.If(
                state.Plan.Next.Count > 0,
                () => Html.Of($"{state.Plan.Next.Count} ordered for the next calls."))} They are off after a restart.</p>
                {FaultForm.Of(state)}
              </section>
            </main>
            </body>
            </html>
            """);
    }

    private static Html Section(string id, string title, IEnumerable<Html> cards, int all) => Html.Of($"""
        <section id="{id}" aria-labelledby="{id}-title">
          <h2 id="{id}-title">{title} <span class="fine">{all}</span></h2>
          {Html.If(all == 0, () => new Html("<p class=\"fine\">None yet.</p>"))}
          <div class="cards">{Html.Each(cards, card => card)}</div>
          {Html.If(all > Recent, () => Html.Of($"""<p class="fine">The newest {Recent} of {all}; the ledger has them all.</p>"""))}
        </section>
        """);

    private static Html Webhooks(PanelState state) =>
        Html.Of(
            $"""
            <section id="webhooks" aria-labelledby="webhooks-title">
              <h2 id="webhooks-title">Webhooks</h2>
              <p>{(
                state.WebhooksStopped ? "Held back." : "Delivered as they come."
            )} {state.Tables.Undelivered.Count()} of {state.Tables.Events.All.Count} not delivered.</p>
              {PanelTiles.Buttons(
                state, "", state.WebhooksStopped ? [new("webhooks-resume", "Let them go")] : [new("webhooks-stop", "Hold them back")])}
            </section>
            """);
}
