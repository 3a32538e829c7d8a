using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The bank's page between the checkout page and the shop: it asks whether the shopper wants to pay.</summary>
internal static class ChallengeForm
{
    public static Html Of(PageTexts texts, Session session, string shop, string token) =>
        Frame.Around(
            texts, texts["challenge.title"],
            Html.Of(
                $"""
                <main class="notice challenge">
                  <p><span class="badge">{texts["test"]}</span></p>
                  <h1>{texts["challenge.title"]}</h1>
                  <p>{texts["challenge.text", session.Challenge!.Card.Last4, texts.Money(session.Currency, session.Total), shop]}</p>
                  <form method="post" action="{CheckoutPage.Address(session.Id)}/challenge">
                    <input type="hidden" name="token" value="{token}">
                    <button type="submit" class="button" name="answer" value="complete">{texts["challenge.complete"]}</button>
                    <button type="submit" class="button other" name="answer" value="fail">{texts["challenge.fail"]}</button>
                  </form>
                  <p class="fine">{texts["challenge.note"]}</p>
                </main>
                """));
}
