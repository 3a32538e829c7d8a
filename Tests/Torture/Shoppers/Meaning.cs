using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Tests.Town;

namespace CommerceBot.Tests.Torture.Shoppers;

/// <summary>What a message of the shop says about an order.</summary>
[Flags]
internal enum Meaning
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
internal static class Meanings
{
    private static readonly (string Key, Meaning Meaning)[] Keys =
    [
        ("pay.cancelled", Meaning.Cancelled), ("order.cancelled.shop", Meaning.Cancelled), ("pay.expired", Meaning.Expired), ("pay.failed", Meaning.Failed),
        ("pay.unfillable", Meaning.GivenBack), ("pay.twice", Meaning.GivenBack), ("pay.mismatch", Meaning.GivenBack),
        ("pay.processing", Meaning.Processing), ("pay.notyet", Meaning.NotYet),
    ];

    private static readonly (string[] Parts, Meaning Meaning)[] Texts =
        [.. Words.Of(Language.Italian).Texts.Join(Keys, text => text.Key, key => key.Key, (text, key) => (Parts(text.Value), key.Meaning))];

    public static Meaning Of(Heard heard) => heard.Receipt is not null
        ? Meaning.Receipt
        : Texts.Where(text => Holds(heard.Text, text.Parts)).Aggregate(Meaning.None, (all, text) => all | text.Meaning);

    /// <summary>What stands between the placeholders.</summary>
    private static string[] Parts(string text) => [.. text.Split('{').Select((part, place) => place == 0 ? part : part[(part.IndexOf('}', StringComparison.Ordinal) + 1)..])];

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
