using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;

namespace CommerceBot.Simulator.Stripe.Page;

/// <summary>What the right half shows: the form as it was typed (less the card), and what was wrong with it.</summary>
internal sealed record FormView(PageTexts Words, Session Session, string Shop, string Token, PaymentForm Typed)
{
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>();

    /// <summary>A sentence above the form.</summary>
    public string? Trouble { get; init; }
}

/// <summary>The right half: contact, delivery, card. It works without its script; the script only makes it pleasant.</summary>
internal static class PayForm
{
    private static readonly string[] CardFieldNames = ["number", "expiry", "code"];

    public static Html Of(FormView view)
    {
        var (texts, session) = (view.Words, view.Session);
        var locked = session.Asked.Text("customer_email");
        return Html.Of($"""
            <main class="payment">
              {Html.If(view.Trouble is not null, () => Html.Of($"""<p class="alert" role="alert" tabindex="-1">{view.Trouble}</p>"""))}
              <form method="post" action="{CheckoutPage.Address(session.Id)}" novalidate data-working="{texts[
                "working"
            ]}" data-refused="{texts["error.number"]}">
                <input type="hidden" name="token" value="{view.Token}">
                <fieldset>
                  <legend>{texts["contact"]}</legend>
                  {Fields.Text(
                view,
                "email",
                locked ?? view.Typed.Email,
                "type=email autocomplete=email inputmode=email" + (locked is null ? "" : " readonly"))}
                  {Html.If(
                session.Asked.IsOn("phone_number_collection", "enabled"),
                () => Fields.Text(view, "phone", view.Typed.Phone, "type=tel autocomplete=tel inputmode=tel"))}
                </fieldset>
                {Html.If(session.Asked.At("shipping_address_collection") is not null, () => ShipTo(view))}
                {Html.If(session.Deliveries.Count > 1, () => Deliveries(view))}
                {MethodChoice.Of(view)}
                {Html.If(session.Methods.Contains(PaidWith.ByCard), () => CardFields(view))}
                {Html.If(session.Methods.Contains(PaidWith.ByDebit), () => MethodChoice.Account(view))}
                <fieldset>
                  {Fields.Text(view, "name", view.Typed.Name, "autocomplete=name maxlength=200")}
                  {Fields.Choice(view, "country", view.Typed.Country, Countries.Named(texts.Culture))}
                </fieldset>
                {Html.If(session.Asked.Text("consent_collection", "terms_of_service") == "required", () => Terms(view))}
                {Note(session, "submit")}
                <button type="submit" class="button pay"><span data-label>{texts[
                Submit(session),
                texts.Money(session.Currency, session.Total)
            ]}</span></button>
                <p class="visually-hidden" role="status" aria-live="polite" data-status></p>
                {Note(session, "after_submit")}
                <p class="fine foot">{texts["foot"]}</p>
              </form>
            </main>
            """);
    }

    private static string Submit(Session session) => session.Asked.Text("submit_type") switch
    {
        "book" => "submit.book",
        "donate" => "submit.donate",
        _ => "submit.pay",
    };

    private static Html CardFields(FormView view) =>
        Html.Of(
            $"""
            <fieldset data-method="{PaidWith.ByCard}">
              <legend>{view.Words["method"]}</legend>
              {Cards(view.Words, CardFieldNames.Any(view.Wrong.ContainsKey))}
              {Fields.Text(
                view, "number", "",
                "inputmode=numeric autocomplete=off spellcheck=false maxlength=23 placeholder=\"4242 4242 4242 4242\" data-card")}
              <div class="pair">
                {Fields.Text(view, "expiry", "", "inputmode=numeric autocomplete=off maxlength=7 placeholder=\"12/34\"")}
                {Fields.Text(view, "code", "", "inputmode=numeric autocomplete=off maxlength=4 placeholder=123")}
              </div>
            </fieldset>
            """);

    /// <summary>Folded away, as the real checkout page has no such list; open when something about the card was wrong.</summary>
    private static Html Cards(PageTexts texts, bool isOpen) => Html.Of($"""
        <details class="cards"{new Html(isOpen ? " open" : "")}>
          <summary>{texts["test.cards"]}</summary>
          <p class="fine">{texts["test.note"]}</p>
          <ul>{Html.Each(TestCards.All, card => Html.Of($"""
            <li><button type="button" data-number="{card.Spaced}"
              aria-label="{texts["test.fill", card.Spaced, texts["card." + card.Name]]}"><span class="digits">{card.Spaced}</span><span
              class="outcome {OutcomeClass(card)}">{texts["card." + card.Name]}</span></button></li>
            """))}</ul>
        </details>
        """);

    private static string OutcomeClass(TestCard card) => card.Challenged ? "asks" : card.Decline is null ? "good" : "bad";

    private static Html Deliveries(FormView view) => Html.Of($"""
        <fieldset class="deliveries{Fields.WrongClass(view, "delivery")}" aria-describedby="delivery-error">
          <legend>{view.Words["delivery"]}</legend>
          {Html.Each(view.Session.Deliveries, delivery => DeliveryChoice(view, delivery))}
          {Fields.Error(view, "delivery")}
        </fieldset>
        """);

    private static Html DeliveryChoice(FormView view, Delivery delivery)
    {
        var amount = view.Words.Money(view.Session.Currency, delivery.Amount);
        var total = view.Words.Money(view.Session.Currency, view.Session.Subtotal + delivery.Amount);
        return Html.Of($"""
            <label class="choice"><input type="radio" name="delivery" value="{delivery.RateId}"{Checked(IsChosen(view, delivery))}
              data-name="{delivery.Name}" data-amount="{amount}" data-total="{total}"
              data-submit="{view.Words[Submit(view.Session), total]}"><span>{delivery.Name}</span><span>{amount}</span></label>
            """);
    }

    private static Html ShipTo(FormView view)
    {
        var allowed = view
            .Session.Asked.Items("shipping_address_collection", "allowed_countries")
            .Select(code => code.GetString()!)
            .ToArray();
        return Html.Of(
            $"""
            <fieldset>
              <legend>{view.Words["shipTo"]}</legend>
              {Fields.Text(view, "shipName", view.Typed.ShipName, "autocomplete=\"shipping name\"")}
              {Fields.Text(view, "shipLine1", view.Typed.ShipLine1, "autocomplete=\"shipping address-line1\"")}
              {Fields.Text(view, "shipLine2", view.Typed.ShipLine2, "autocomplete=\"shipping address-line2\"")}
              <div class="pair">
                {Fields.Text(view, "shipPostalCode", view.Typed.ShipPostalCode, "autocomplete=\"shipping postal-code\"")}
                {Fields.Text(view, "shipCity", view.Typed.ShipCity, "autocomplete=\"shipping address-level2\"")}
              </div>
              {Fields.Text(view, "shipState", view.Typed.ShipState, "autocomplete=\"shipping address-level1\"")}
              {Fields.Choice(view, "shipCountry", view.Typed.ShipCountry, Countries.Named(view.Words.Culture, allowed))}
              {Note(view.Session, "shipping_address")}
            </fieldset>
            """);
    }

    private static Html Terms(FormView view) =>
        Html.Of(
            $"""
            <div class="field{Fields.WrongClass(view, "terms")}">
              <label class="choice"><input type="checkbox" id="terms" name="terms" value="yes"{Checked(
                view.Typed.Terms
            )} aria-required="true"{Fields.WrongMarks(view, "terms")}><span>{view.Words["terms", view.Shop]}</span></label>
              {Fields.Error(view, "terms")}
              {Note(view.Session, "terms_of_service_acceptance")}
            </div>
            """);

    private static bool IsChosen(FormView view, Delivery delivery) =>
        view.Typed.Delivery.Length > 0 ? delivery.RateId == view.Typed.Delivery : delivery == view.Session.Delivery;

    private static Html Checked(bool isChecked) => new(isChecked ? " checked" : "");

    private static Html Note(Session session, string place) => session.Asked.Text("custom_text", place, "message") is { } message
        ? Html.Of($"""<p class="fine">{message}</p>""")
        : Html.None;
}
