using System.Collections.Frozen;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// A card of Stripe's that is no card, and what happens to whoever pays with it. https://docs.stripe.com/testing
/// (2026-11-23)
/// </summary>
internal sealed record TestCard(string Name, string Number, Decline? Decline)
{
    /// <summary>The bank asks for 3-D Secure before it pays.</summary>
    public bool Challenged { get; init; }

    public string Last4 => Number[^4..];

    public string Spaced => string.Join(' ', Number.Chunk(4).Select(four => new string(four)));
}

/// <summary>The only numbers that this simulator takes. Any other may be somebody's real card, and is not looked at twice.</summary>
internal static class TestCards
{
    public static IReadOnlyList<TestCard> All { get; } =
    [
        new("success", "4242424242424242", null),
        new("three_d_secure", "4000002500003155", null) { Challenged = true },
        new("three_d_secure_always", "4000000000003220", null) { Challenged = true },
        new("declined", "4000000000000002", new("card_declined", "generic_decline", "Your card was declined.")),
        new("insufficient_funds", "4000000000009995", new("card_declined", "insufficient_funds", "Your card has insufficient funds.")),
        new("expired", "4000000000000069", new("expired_card", "expired_card", "Your card has expired.")),
        new("bad_cvc", "4000000000000127", new("incorrect_cvc", "incorrect_cvc", "Your card's security code is incorrect.")),
    ];

    private static readonly FrozenDictionary<string, TestCard> ByNumber = All.ToFrozenDictionary(card => card.Number);
    private static readonly FrozenDictionary<string, TestCard> ByName = All.ToFrozenDictionary(card => card.Name);

    public static TestCard? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The test card with this number, written with spaces or without.</summary>
    public static TestCard? Numbered(string typed) =>
        ByNumber.GetValueOrDefault(typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal));
}
