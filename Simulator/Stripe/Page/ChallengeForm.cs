using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>The bank's page between the till and the shop: it asks whether the shopper wants to pay.</summary>
internal static class ChallengeForm
{
    public static Html Of(Words words, Session session, string shop, string token) => Frame.Around(words, words["challenge.title"], Html.Of($"""
        <main class="notice challenge">
          <p><span class="badge">{words["test"]}</span></p>
          <h1>{words["challenge.title"]}</h1>
          <p>{words["challenge.text", session.Challenge!.Card.Last4, words.Money(session.Currency, session.Total), shop]}</p>
          <form method="post" action="{CheckoutPage.Address(session.Id)}/challenge">
            <input type="hidden" name="token" value="{token}">
            <button type="submit" class="button" name="answer" value="complete">{words["challenge.complete"]}</button>
            <button type="submit" class="button other" name="answer" value="fail">{words["challenge.fail"]}</button>
          </form>
          <p class="fine">{words["challenge.note"]}</p>
        </main>
        """));
}
