using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// The account behind the delayed way to pay, a SEPA debit; nobody types an account number here.
/// https://docs.stripe.com/payments/sepa-debit (2026-11-23)
/// </summary>
internal static class TestAccount
{
    public const string Spaced = "AT61 1904 3002 3457 3201";
    public const string Last4 = "3201";
    public const string Country = "AT";
    public const string BankCode = "19043";

    /// <summary>What a page offers for these parameters: Stripe knows SEPA debits in euro only.</summary>
    public static IReadOnlyList<string> MethodsFor(System.Text.Json.JsonElement asked, string currency)
    {
        var excluded = asked.Items("excluded_payment_method_types").Select(type => type.GetString()).ToArray();
        var allowed = asked.At("allowed_payment_method_types") is null
            ? null
            : asked.Items("allowed_payment_method_types").Select(type => type.GetString()).ToArray();
        string[] played = currency == "eur" ? [PaidWith.ByCard, PaidWith.ByDebit] : [PaidWith.ByCard];
        return [.. played.Where(type => !excluded.Contains(type) && allowed?.Contains(type) != false)];
    }
}
