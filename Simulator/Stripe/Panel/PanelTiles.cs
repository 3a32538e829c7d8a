using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Page;
using CommerceBot.Simulator.Stripe.Shapes;
using CommerceBot.Simulator.Stripe.Processing;

namespace CommerceBot.Simulator.Stripe.Panel;

/// <summary>A button: what it does, and what it says.</summary>
internal sealed record PanelButton(string Act, string Label, bool IsQuiet = false);

/// <summary>One payment object, with the buttons that make sense for it as it is now.</summary>
internal static class PanelTiles
{
    public static Html Session(PanelState state, Session session)
    {
        var status = session.Challenge is not null
            ? "open, 3-D Secure asked"
            : $"{SessionShape.Word(session.Status)}, {SessionShape.PaymentWord(session)}{Extra(session)}";
        var buttons =
            session.Status == SessionStatus.Open
                ? Buttons(state, session.Id, [new("expire", "Expire", IsQuiet: true)])
                : Html.If(
                    session.Processing,
                    () =>
                        Buttons(
                            state, session.Id,
                            [new("settle-succeeded", "Money came"), new("settle-failed", "Money did not come", IsQuiet: true)]));
        var whose = OrderAndShopper.Of(session);
        return Tile(session.Id, Money(session.Currency, session.Total), status, session.Created, whose, null, Html.Of($"""
            {Html.If(session.Status == SessionStatus.Open, () => Html.Of($"""<p><a href="{session.Url}">Open its page</a></p>"""))}
            {buttons}
            """));
    }

    public static Html Charge(PanelState state, Charge charge)
    {
        var status =
            (
                charge.Pending ? "pending"
                : charge.Succeeded ? "succeeded"
                : $"failed: {charge.Decline!.DeclineCode ?? charge.Decline.Code}")
            + (charge.Refunded > 0 ? $", {Money(charge.Currency, charge.Refunded)} refunded" : "")
            + (charge.Disputed ? ", disputed" : "");
        var with = charge.Card.Kind == PaidWith.ByCard ? $"card •••• {charge.Card.Last4}" : $"SEPA debit •••• {charge.Card.Last4}";
        var isHeld = state.Tables.IsChargedBack(charge.Id);
        var canRefund = charge.Succeeded && charge.Refunded < charge.Amount && !isHeld;
        var whose = OrderAndShopper.Of(state.Tables, charge);
        return Tile(charge.Id, Money(charge.Currency, charge.Amount), status, charge.Created, whose, with, Html.Of($"""
            {Html.If(canRefund, () => AmountForm(state, charge, "refund", "Refund", Html.None))}
            {Html.If(canRefund, () => AmountForm(state, charge, "dispute", "Dispute", Reasons(charge)))}
            """));
    }

    public static Html Refund(PanelState state, Refund refund)
    {
        var status = RefundShape.Word(refund.Status) + (refund.FailureReason is { } reason ? $": {reason}" : "");
        PanelButton[] buttons = refund.Status switch
        {
            RefundStatus.Pending or RefundStatus.RequiresAction =>
            [
                new("refund-succeeded", "It arrived"),
                new("refund-failed", "It failed", IsQuiet: true),
            ],
            RefundStatus.Succeeded => [new("refund-failed", "It came back", IsQuiet: true)],
            _ => [],
        };
        return Tile(
            refund.Id, Money(refund.Currency, refund.Amount), status, refund.Created,
            OrderAndShopper.Of(state.Tables, state.Tables.Charges.Get(refund.ChargeId)),
            $"of {refund.ChargeId}", Buttons(state, refund.Id, buttons));
    }

    public static Html Dispute(PanelState state, Dispute dispute)
    {
        IReadOnlyList<PanelButton> buttons = [.. DisputeMoves.Next(dispute.Status).Select(DisputeButton)];
        return Tile(
            dispute.Id, Money(dispute.Currency, dispute.Amount), $"{DisputeShape.Word(dispute.Status)}, {dispute.Reason}", dispute.Created,
            OrderAndShopper.Of(state.Tables, state.Tables.Charges.Get(dispute.ChargeId)), $"of {dispute.ChargeId}",
            Buttons(state, dispute.Id, buttons));
    }

    private static PanelButton DisputeButton(DisputeStatus to) => to switch
    {
        DisputeStatus.Won => new("dispute-won", "The shop wins"),
        DisputeStatus.Lost => new("dispute-lost", "The shop loses", IsQuiet: true),
        DisputeStatus.NeedsResponse => Move(to, "The bank asks for more"),
        DisputeStatus.UnderReview => Move(to, "The bank reviews it"),
        DisputeStatus.AppealNeedsResponse => Move(to, "Appeal: evidence is asked for"),
        _ => Move(to, "Appeal: it is reviewed"),
    };

    private static PanelButton Move(DisputeStatus to, string label) =>
        new(PanelActions.DisputeMove + DisputeShape.Word(to), label, IsQuiet: true);

    /// <summary>Buttons without a field, in one form.</summary>
    public static Html Buttons(PanelState state, string id, IReadOnlyList<PanelButton> buttons) =>
        Html.If(
            buttons.Count > 0,
            () =>
                Html.Of(
                    $"""
                    <form method="post" action="{PanelPageRoutes.Address}" class="buttons">
                      {Hidden(state, id)}
                      {Html.Each(
                        buttons,
                        button =>
                            Html.Of(
                                $"""<button name="act" value="{button.Act}"{Quiet(button.IsQuiet)}>{button.Label}{About(id)}</button>"""))}
                    </form>
                    """));

    private static Html AmountForm(PanelState state, Charge charge, string act, string label, Html more) =>
        Html.Of(
            $"""
            <form method="post" action="{PanelPageRoutes.Address}" class="buttons">
              {Hidden(state, charge.Id)}
              <label class="visually-hidden" for="{act}-{charge.Id}">Amount to {act}, empty for the rest</label>
              <input id="{act}-{charge.Id}" name="amount" inputmode="decimal" autocomplete="off" size="8" placeholder="{Currencies.Major(
                charge.Currency, charge.Amount - charge.Refunded).ToString(System.Globalization.CultureInfo.InvariantCulture)}">
              {more}
              <button name="act" value="{act}"{Quiet(act == "dispute")}>{label}{About(charge.Id)}</button>
            </form>
            """);

    private static Html Reasons(Charge charge) =>
        Html.Of(
            $"""
            <label class="visually-hidden" for="reason-{charge.Id}">Reason of the dispute</label>
            <select id="reason-{charge.Id}" name="reason">{Html.Each(
                Disputing.Reasons,
                reason => Html.Of($"<option>{reason}</option>"))}</select>
            """);

    private static Html Tile(string id, string title, string status, long created, string whose, string? note, Html acts) => Html.Of($"""
        <article id="{id}" aria-labelledby="t-{id}">
          <h3 id="t-{id}">{title} <span class="status">{status}</span></h3>
          {Html.If(whose.Length > 0, () => Html.Of($"""<p class="whose">{whose}</p>"""))}
          <p class="fine id">{id}</p>
          <p class="fine">{At(created)}{Html.If(note is not null, () => Html.Of($" · {note}"))}</p>
          {acts}
        </article>
        """);

    private static Html Hidden(PanelState state, string id) => Html.Of(
        $"""<input type="hidden" name="token" value="{state.Token}"><input type="hidden" name="id" value="{id}">""");

    /// <summary>Which of the many buttons of this name it is, for those who listen to the page.</summary>
    private static Html About(string id) => Html.If(id.Length > 0, () => Html.Of($"""<span class="visually-hidden"> {id}</span>"""));

    private static Html Quiet(bool isQuiet) => new(isQuiet ? " class=\"quiet\"" : "");

    private static string Extra(Session session) => session.Processing ? ", processing" : session.Failed ? ", failed" : "";

    private static string Money(string currency, long amount) => PageTexts.English.Money(currency, amount);

    private static string At(long second) =>
        DateTimeOffset.FromUnixTimeSeconds(second).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
