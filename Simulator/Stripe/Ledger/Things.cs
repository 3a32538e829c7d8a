using System.Globalization;
using System.Text.Json;

namespace CommerceBot.Simulator.Stripe.Ledger;

internal enum SessionStatus { Open, Complete, Expired }

internal enum IntentStatus { RequiresPaymentMethod, Succeeded, Canceled, RequiresAction, Processing, RequiresConfirmation }

/// <summary>A refund ends failed or canceled, or stays succeeded; one that succeeded may still fail when the bank sends it back.</summary>
internal enum RefundStatus { Succeeded, Pending, RequiresAction, Failed, Canceled }

internal enum DisputeStatus { NeedsResponse, Won, Lost, UnderReview, AppealNeedsResponse, AppealUnderReview }

internal sealed record Line(
    string Id, string PriceId, string ProductId, string Name, string? Description, string? Image, long UnitAmount, long Quantity,
    JsonElement Asked)
{
    /// <summary>
    /// The price of one piece in minor units when it has a part of one (<c>"12.5"</c>); else null, and <see cref="UnitAmount"/>
    /// says it.
    /// </summary>
    public string? UnitDecimal { get; init; }

    /// <summary>Minor units, exact.</summary>
    public decimal Unit => UnitDecimal is null ? UnitAmount : decimal.Parse(UnitDecimal, CultureInfo.InvariantCulture);

    public string UnitText => Unit.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Rounded once for the line, after the quantity. https://docs.stripe.com/api/prices/object#price_object-unit_amount_decimal
    /// (2026-11-27)
    /// </summary>
    public long Total => (long)Math.Round(Unit * Quantity, MidpointRounding.AwayFromZero);
}

/// <summary>A way to deliver that the session offers; its amount is added to the lines.</summary>
internal sealed record Delivery(string RateId, string Name, long Amount, JsonElement Asked);

internal sealed record Address(string? Line1, string? Line2, string? City, string? PostalCode, string? State, string Country);

/// <summary>What the shopper wrote on the page. Never a card number.</summary>
internal sealed record Payer(string Email, string Name, string? Phone, Address Address, string? ShipToName, Address? ShipTo);

internal sealed record Session
{
    public required string Id { get; init; }
    public required long Created { get; init; }
    public required long ExpiresAt { get; init; }
    public required string Currency { get; init; }
    public required string Url { get; init; }
    public required IReadOnlyList<Line> Lines { get; init; }
    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    /// <summary>The parameters that the shop sent, checked and typed.</summary>
    public required JsonElement Asked { get; init; }

    public SessionStatus Status { get; init; }
    public bool Paid { get; init; }

    /// <summary>Ways to pay that the page offers, in Stripe's words.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [PaidWith.ByCard];

    /// <summary>The card's bank asks the shopper to prove who they are; the session stays open meanwhile.</summary>
    public Challenge? Challenge { get; init; }
    public int DeliveryChosen { get; init; }
    public string? CustomerId { get; init; }

    /// <summary>The intent of the first attempt to pay; the shop sees it once the session is complete.</summary>
    public string? IntentId { get; init; }
    public Payer? Payer { get; init; }
    public bool TermsAccepted { get; init; }

    public Delivery? Delivery => Deliveries.Count == 0 ? null : Deliveries[DeliveryChosen];
    public long Subtotal => Lines.Sum(line => line.Total);
    public long Total => Subtotal + (Delivery?.Amount ?? 0);

    /// <summary>The shopper is done, the money is on its way: nobody knows yet whether it comes.</summary>
    public bool Processing => Status == SessionStatus.Complete && !Paid && !Failed;

    /// <summary>The money that was on its way did not come.</summary>
    public bool Failed { get; init; }
}

/// <summary>A 3-D Secure question that nobody has answered yet, and what the answer decides about.</summary>
internal sealed record Challenge(PaidWith Card, Payer Payer, bool TermsAccepted, long At);

/// <param name="SessionId">Empty when the shop's server made it without a checkout session.</param>
internal sealed record Intent(string Id, long Created, long Amount, string Currency, string SessionId, JsonElement Asked)
{
    public IntentStatus Status { get; init; }
    public string? LatestChargeId { get; init; }
    public string? CustomerId { get; init; }
    public string? ReceiptEmail { get; init; }
    public IReadOnlyList<string> Methods { get; init; } = [PaidWith.ByCard];

    /// <summary>Seconds since 1970; null while it is not canceled.</summary>
    public long? CanceledAt { get; init; }

    /// <summary>What the shop gave as the reason; null when the session ended it.</summary>
    public string? CancellationReason { get; init; }

    /// <summary>Why the last attempt came to nothing before there was a charge.</summary>
    public Decline? Trouble { get; init; }
}

internal sealed record Charge(string Id, long Created, long Amount, string Currency, string IntentId, PaidWith Card, Payer Payer)
{
    /// <summary>Null when the money came; else Stripe's word for why it did not.</summary>
    public Decline? Decline { get; init; }
    public string? CustomerId { get; init; }
    public long Refunded { get; init; }
    public bool Disputed { get; init; }

    /// <summary>A debit that the bank has not answered yet.</summary>
    public bool Pending { get; init; }
    public bool Succeeded => Decline is null && !Pending;
}

/// <summary>What may be kept of a card or an account: enough for a receipt.</summary>
internal sealed record PaidWith(string MethodId, string Brand, string Last4, int ExpiryMonth, int ExpiryYear)
{
    public const string ByCard = "card";
    public const string ByDebit = "sepa_debit";

    public string Kind { get; init; } = ByCard;

    /// <summary>The shopper answered the bank's 3-D Secure question.</summary>
    public bool Authenticated { get; init; }
}

internal sealed record Decline(string Code, string? DeclineCode, string Message);

internal sealed record Refund(
    string Id, long Created, long Amount, string Currency, string ChargeId, string IntentId, string? Reason, JsonElement? Metadata)
{
    public RefundStatus Status { get; init; }
    public string Kind { get; init; } = PaidWith.ByCard;
    public string? CustomerId { get; init; }

    /// <summary>The payment method that the money goes back to.</summary>
    public string? MethodId { get; init; }

    /// <summary>Why it failed or was canceled, in Stripe's words.</summary>
    public string? FailureReason { get; init; }
    public string? InstructionsEmail { get; init; }

    /// <summary>The money went, or is on its way.</summary>
    public bool Counts => Status is RefundStatus.Succeeded or RefundStatus.Pending or RefundStatus.RequiresAction;
}

/// <summary>The shopper asked their bank for the money back; the bank has taken it meanwhile.</summary>
internal sealed record Dispute(
    string Id, long Created, long Amount, string Currency, string ChargeId, string IntentId, string Reason, string Kind)
{
    public DisputeStatus Status { get; init; }

    /// <summary>When the shop was last asked for evidence, in seconds since 1970; 0 when that was at its beginning.</summary>
    public long AskedAt { get; init; }
}

internal sealed record Customer(string Id, long Created, JsonElement Asked);

internal sealed record StripeEvent(string Id, long Created, string Type, JsonElement Object, string? RequestId, string? IdempotencyKey)
{
    /// <summary>What was different before, of a thing that changed.</summary>
    public JsonElement? Previous { get; init; }
}

/// <summary>The answer to a request that carried an Idempotency-Key.</summary>
internal sealed record KeyedAnswer(string Key, string Fingerprint, long At, int Status, string Body, string RequestId);
