using System.Text.Json;

namespace CommerceBot.Simulator.Stripe.Ledger;

internal enum SessionStatus { Open, Complete, Expired }

internal enum IntentStatus { RequiresPaymentMethod, Succeeded, Canceled }

internal sealed record Line(string Id, string PriceId, string ProductId, string Name, string? Description, string? Image, long UnitAmount, long Quantity, JsonElement Asked)
{
    public long Total => UnitAmount * Quantity;
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
    public int DeliveryChosen { get; init; }
    public string? CustomerId { get; init; }

    /// <summary>The intent of the first attempt to pay; the shop sees it once the session is paid.</summary>
    public string? IntentId { get; init; }
    public Payer? Payer { get; init; }
    public bool TermsAccepted { get; init; }

    public Delivery? Delivery => Deliveries.Count == 0 ? null : Deliveries[DeliveryChosen];
    public long Subtotal => Lines.Sum(line => line.Total);
    public long Total => Subtotal + (Delivery?.Amount ?? 0);
}

internal sealed record Intent(string Id, long Created, long Amount, string Currency, string SessionId, JsonElement Asked)
{
    public IntentStatus Status { get; init; }
    public string? LatestChargeId { get; init; }
    public string? CustomerId { get; init; }
    public string? ReceiptEmail { get; init; }
}

internal sealed record Charge(string Id, long Created, long Amount, string Currency, string IntentId, PaidWith Card, Payer Payer)
{
    /// <summary>Null when the money came; else Stripe's word for why it did not.</summary>
    public Decline? Decline { get; init; }
    public string? CustomerId { get; init; }
    public long Refunded { get; init; }
    public bool Succeeded => Decline is null;
}

/// <summary>What may be kept of a card: enough for a receipt.</summary>
internal sealed record PaidWith(string MethodId, string Brand, string Last4, int ExpiryMonth, int ExpiryYear);

internal sealed record Decline(string Code, string? DeclineCode, string Message);

internal sealed record Refund(string Id, long Created, long Amount, string Currency, string ChargeId, string IntentId, string? Reason, JsonElement? Metadata);

internal sealed record Customer(string Id, long Created, JsonElement Asked);

internal sealed record StripeEvent(string Id, long Created, string Type, JsonElement Object, string? RequestId, string? IdempotencyKey);

/// <summary>The answer to a request that carried an Idempotency-Key.</summary>
internal sealed record KeyedAnswer(string Key, string Fingerprint, long At, int Status, string Body, string RequestId);
