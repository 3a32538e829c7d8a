using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Shoppers;

/// <summary>What a message of the shop says about an order.</summary>
[Flags]
internal enum ShopperStep
{
    None = 0,
    Receipt = 1,
    Cancelled = 2,
    Expired = 4,
    Failed = 8,

    /// <summary>Money came that the shop gives back.</summary>
    GivenBack = 16,
    Processing = 32,
    NotYet = 64,

    /// <summary>Nothing was taken and nothing will be.</summary>
    Closed = Cancelled | Expired | Failed,

    /// <summary>Money was taken, and the shop says what it does with it.</summary>
    Settled = Receipt | GivenBack,
}

/// <summary>Reads messages by the shop's own words.</summary>
internal static class ShopperSteps
{
    private static readonly (string Key, ShopperStep Meaning)[] Keys =
    [
        ("pay.cancelled", ShopperStep.Cancelled),
        ("order.cancelled.shop", ShopperStep.Cancelled),
        ("pay.expired", ShopperStep.Expired),
        ("pay.failed", ShopperStep.Failed),
        ("pay.unfillable", ShopperStep.GivenBack),
        ("pay.twice", ShopperStep.GivenBack),
        ("pay.mismatch", ShopperStep.GivenBack),
        ("pay.processing", ShopperStep.Processing),
        ("pay.notyet", ShopperStep.NotYet),
    ];

    private static readonly (string[] Parts, ShopperStep Meaning)[] Phrases =
    [
        .. Texts.Of(Language.Italian).Entries.Join(Keys, text => text.Key, key => key.Key, (text, key) => (Parts(text.Value), key.Meaning)),
    ];

    public static ShopperStep Of(ChatMessage utterance) => utterance.Receipt is not null
        ? ShopperStep.Receipt
        : Phrases.Where(text => Holds(utterance.Text, text.Parts)).Aggregate(ShopperStep.None, (all, text) => all | text.Meaning);

    /// <summary>What stands between the placeholders.</summary>
    private static string[] Parts(string text) =>
        [.. text.Split('{').Select((part, place) => place == 0 ? part : part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..])];

    private static bool Holds(string said, string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            at = said.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
                return false;
            at += part.Length;
        }

        return true;
    }
}
