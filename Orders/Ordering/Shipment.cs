namespace CommerceBot.Orders;

/// <summary>One parcel that left, as the merchant said it.</summary>
/// <param name="Carrier">Who carries it; null when the merchant did not say.</param>
/// <param name="Tracking">What the carrier calls it; null when there is no number.</param>
public sealed record Shipment(string? Carrier, string? Tracking, IReadOnlyList<StockLine> Lines, DateTimeOffset At)
{
    /// <summary>Carrier and number as one line, such as <c>BRT 0123456</c>; empty when neither is known.</summary>
    public string Label() => string.Join(' ', new[] { Carrier, Tracking }.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>A parcel that is about to leave.</summary>
/// <param name="Lines">What is in it; null for all that has not left yet.</param>
public sealed record Parcel(string? Carrier, string? Tracking, IReadOnlyList<StockLine>? Lines);
