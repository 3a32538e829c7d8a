using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Processing;

namespace CommerceBot.Simulator.Stripe.Control;

/// <summary>How to pay without a browser: a test card by name or number, or <c>async</c> for a debit; the rest has defaults.</summary>
/// <param name="Challenge">What the shopper answers to 3-D Secure: <c>complete</c> (the default), <c>fail</c>, or
/// <c>leave</c> for no answer yet.</param>
internal sealed record PayOrder(
    string? Card, string? Email, string? Name, string? Country, string? Phone, string? Delivery, string? Challenge)
{
    public PaymentForm ToForm() => new()
    {
        Method = Card == "async" ? PaidWith.ByDebit : PaidWith.ByCard,
        Number = TestCards.Named(Card ?? "success")?.Number ?? Card ?? "",
        Expiry = "12/49",
        Code = "123",
        Email = Email ?? "shopper@example.com",
        Name = Name ?? "Test Shopper",
        Country = Country ?? "IT",
        Phone = Phone ?? "+39 055 123456",
        Delivery = Delivery ?? "",
        Terms = true,
        ShipName = Name ?? "Test Shopper",
        ShipLine1 = "Via Roma 1",
        ShipPostalCode = "50123",
        ShipCity = "Firenze",
        ShipState = "FI",
        ShipCountry = Country ?? "IT",
    };
}

/// <summary>How something that was under way ends: <c>succeeded</c> or <c>failed</c>.</summary>
internal sealed record SettleOrder(string? Outcome);

/// <param name="Amount">Minor units; null for all that is left.</param>
/// <param name="Reason">As the API takes it, for a refund; a reason of a dispute, for a dispute.</param>
internal sealed record AmountOrder(long? Amount, string? Reason);

/// <summary>How a dispute ends: <c>won</c> or <c>lost</c>, as the shop sees it; or the status that it moves to.</summary>
internal sealed record CloseOrder(string? Status);
