using System.Diagnostics.CodeAnalysis;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// What was typed, as it was typed. It lives for one request: the number and the code are never kept, logged or shown
/// again.
/// </summary>
internal sealed record PaymentForm
{
    /// <summary>One of the ways to pay that the session offers; empty for the first.</summary>
    public string Method { get; init; } = "";
    public string Email { get; init; } = "";
    public string Number { get; init; } = "";
    public string Expiry { get; init; } = "";
    public string Code { get; init; } = "";
    public string Name { get; init; } = "";
    public string Country { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Delivery { get; init; } = "";
    public bool Terms { get; init; }
    public string ShipName { get; init; } = "";
    public string ShipLine1 { get; init; } = "";
    public string ShipLine2 { get; init; } = "";
    public string ShipPostalCode { get; init; } = "";
    public string ShipCity { get; init; } = "";
    public string ShipState { get; init; } = "";
    public string ShipCountry { get; init; } = "";

    [SuppressMessage("Performance", "CA1822", Justification = "Hides what ToString of a record would show.")]
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("...");
        return true;
    }
}
