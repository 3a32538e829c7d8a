using System.Globalization;
using CommerceBot.Orders;

namespace CommerceBot.Channels.Withdrawals;

/// <summary>How far somebody has come on the page of withdrawals.</summary>
public enum WithdrawalStep
{
    /// <summary>It is filled in.</summary>
    Form,

    /// <summary>The declaration is shown, to be confirmed.</summary>
    Review,

    /// <summary>The declaration was received.</summary>
    Received,

    /// <summary>Too many came from one place, or for one e-mail.</summary>
    TooMany,
}

/// <summary>What the page of withdrawals says, in Italian or English; <c>WithdrawalPage.cshtml</c> shows it.</summary>
/// <param name="Fault">What to correct; null when nothing is wrong.</param>
/// <param name="Lines">The declaration, or what became of it.</param>
public sealed record WithdrawalPageTexts(
    string Language, WithdrawalStep Step, WithdrawalForm Form, string Shop, string Title, string Intro, string? Fault,
    IReadOnlyList<string> Lines, string Number, string Email, string Name, string Next, string Confirm, string Change)
{
    internal static WithdrawalPageTexts Of(
        string language, ShopSettings shop, WithdrawalStep step, WithdrawalForm form, DateTimeOffset at) =>
        language == "it" ? Italian(shop, step, form, at) : English(shop, step, form, at);

    private static WithdrawalPageTexts Italian(ShopSettings shop, WithdrawalStep step, WithdrawalForm form, DateTimeOffset at) => new(
        "it", step, form, shop.Name,
        step == WithdrawalStep.Received ? "Abbiamo ricevuto il tuo recesso" : "Recedi dal contratto qui",
        step switch
        {
            WithdrawalStep.Form => "Non serve dire perché. Dichiari di recedere da tutto l'ordine; "
                + $"per singoli articoli usa la chat o scrivi a {shop.SupportEmail}.",
            WithdrawalStep.Review => "Ecco la tua dichiarazione: controllala e conferma.",
            WithdrawalStep.Received => "Ti mandiamo subito la conferma di ricezione per e-mail: conservala. "
                + "Il negozio ti scrive per la restituzione e il rimborso.",
            _ => $"Da qui sono arrivate troppe dichiarazioni. Scrivi a {shop.SupportEmail}: la tua dichiarazione vale anche così.",
        },
        step != WithdrawalStep.Form || form == WithdrawalForm.Empty with { Number = form.Number } ? null : form.Fault switch
        {
            "number" => "Controlla il numero dell'ordine: è nella conferma, come K4T-7MQ-3.",
            "email" => "Controlla l'e-mail.",
            "name" => "Controlla nome e cognome.",
            _ => null,
        },
        step switch
        {
            WithdrawalStep.Review =>
            [
                $"Io, {form.Name}, recedo dal contratto dell'ordine {form.Number}.",
                $"Conferma di ricezione a: {form.Email}",
            ],
            WithdrawalStep.Received =>
            [
                $"{form.Name} recede dal contratto dell'ordine {form.Number}.",
                $"Ricevuto il {At(at, "it-IT")}. Conferma a: {form.Email}",
            ],
            _ => [],
        },
        "Numero dell'ordine", "E-mail per la conferma di ricezione", "Nome e cognome", "Avanti", "Conferma recesso", "Correggi");

    private static WithdrawalPageTexts English(ShopSettings shop, WithdrawalStep step, WithdrawalForm form, DateTimeOffset at) => new(
        "en", step, form, shop.Name,
        step == WithdrawalStep.Received ? "We received your withdrawal" : "Withdraw from contract here",
        step switch
        {
            WithdrawalStep.Form => "You need not say why. You declare to withdraw from all of the order; "
                + $"for single items use the chat or write to {shop.SupportEmail}.",
            WithdrawalStep.Review => "This is your declaration: check it and confirm.",
            WithdrawalStep.Received => "The acknowledgement comes by e-mail at once: keep it. "
                + "The shop writes to you about sending back and the refund.",
            _ => $"Too many declarations came from here. Write to {shop.SupportEmail}: your declaration counts that way too.",
        },
        step != WithdrawalStep.Form || form == WithdrawalForm.Empty with { Number = form.Number } ? null : form.Fault switch
        {
            "number" => "Check the number of the order: it is in the confirmation, like K4T-7MQ-3.",
            "email" => "Check the e-mail.",
            "name" => "Check first and last name.",
            _ => null,
        },
        step switch
        {
            WithdrawalStep.Review =>
            [
                $"I, {form.Name}, withdraw from the contract of order {form.Number}.",
                $"Acknowledgement to: {form.Email}",
            ],
            WithdrawalStep.Received =>
            [
                $"{form.Name} withdraws from the contract of order {form.Number}.",
                $"Received on {At(at, "en-GB")}. Acknowledged to: {form.Email}",
            ],
            _ => [],
        },
        "Number of the order", "E-mail for the acknowledgement", "First and last name", "Next", "Confirm withdrawal", "Correct");

    private static string At(DateTimeOffset at, string culture) =>
        at.ToString("d MMMM yyyy, HH:mm:ss zzz", CultureInfo.GetCultureInfo(culture));
}
